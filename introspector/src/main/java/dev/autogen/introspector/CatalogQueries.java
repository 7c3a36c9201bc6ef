package dev.autogen.introspector;

import java.util.Set;

/**
 * The questions to {@code pg_catalog}. {@code information_schema} would answer the first two as well, but hides what the
 * role has no right on and takes longer than all of these together. Each takes an array of schema oids.
 */
final class CatalogQueries {
    private CatalogQueries() {}

    /** How the queries about relations {@code c} select them. */
    private static final String IN_SCHEMAS = "c.relnamespace = ANY (?)";

    /** The same of the relations in an array of their oids. */
    static String ofRelations(String query) {
        return query.replace(IN_SCHEMAS, "c.oid = ANY (?)");
    }

    /** The oids of relations; takes an array of schemas, and one of names within them. */
    static final String OIDS = """
            SELECT c.oid
            FROM unnest(?::text[], ?::text[]) AS w (schema, name)
                 JOIN pg_namespace n ON n.nspname = w.schema
                 JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')""";

    static final String NAMESPACES = """
            SELECT n.oid, n.nspname::text AS schema, has_schema_privilege(n.oid, 'USAGE') AS usable,
                   obj_description(n.oid, 'pg_namespace') AS comment
            FROM pg_namespace n
            WHERE n.nspname = ANY (?)
            UNION ALL
            SELECT NULL, e.extname::text, true, NULL
            FROM pg_extension e
            WHERE e.extname <> 'plpgsql'""";

    static final String RELATIONS = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind, c.relispartition,
                   EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid) AS inherits,
                   EXISTS (SELECT FROM pg_depend d
                           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') AS member,
                   d.description AS comment,
                   c.relpersistence, c.reloptions::text[] AS options, c.relrowsecurity, c.relreplident, ts.spcname,
                   CASE WHEN c.relkind = 'r' AND am.amname <> 'heap' THEN am.amname END AS method,
                   CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   ARRAY(SELECT a.attname::text
                         FROM unnest(pt.partattrs::int2[]) WITH ORDINALITY AS k(number, place)
                              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
                         ORDER BY k.place) AS partition_columns,
                   pg_get_expr(pt.partexprs, c.oid) AS partition_expressions,
                   c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits h WHERE h.inhparent = c.oid) AS inherited,
                   ARRAY(SELECT st.stxname::text FROM pg_statistic_ext st WHERE st.stxrelid = c.oid ORDER BY 1)
                     AS statistics
            FROM pg_class c
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_am am ON am.oid = c.relam
                 LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
                 LEFT JOIN pg_partitioned_table pt ON pt.partrelid = c.oid
                 LEFT JOIN pg_description d
                   ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')""";

    static final String COLUMNS = """
            SELECT a.attrelid AS relation, a.attnum AS number, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnotnull, a.attidentity, a.attgenerated, ad.oid IS NOT NULL AS has_expression,
                   pg_get_expr(ad.adbin, ad.adrelid) AS expression,
                   CASE WHEN a.attcollation <> t.typcollation THEN co.collname END AS collation,
                   con.nspname AS collation_schema, d.description AS comment,
                   CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage, a.attcompression,
                   CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
                   array_to_string(a.attoptions, ', ') AS options,
                   s.sequence, s.deptype, s.seqtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                   s.seqcycle, s.sequence_name
            FROM pg_attribute a
                 JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_type t ON t.oid = a.atttypid
                 LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
                 LEFT JOIN pg_collation co ON co.oid = a.attcollation
                 LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
                 LEFT JOIN pg_description d
                   ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
                 LEFT JOIN (SELECT own.refobjid, own.refobjsubid, own.deptype, q.seqrelid AS sequence,
                                   format_type(q.seqtypid, NULL) AS seqtype, q.seqstart, q.seqincrement, q.seqmin,
                                   q.seqmax, q.seqcache, q.seqcycle, qc.relname AS sequence_name,
                                   'nextval(''' || replace(format('%I.%I', qn.nspname, qc.relname), '''', '''''')
                                     || '''::regclass)' AS draws
                            FROM pg_depend own
                                 JOIN pg_sequence q ON q.seqrelid = own.objid
                                 JOIN pg_class qc ON qc.oid = q.seqrelid
                                 JOIN pg_namespace qn ON qn.oid = qc.relnamespace
                            WHERE own.classid = 'pg_class'::regclass AND own.refclassid = 'pg_class'::regclass
                              AND own.deptype IN ('a', 'i')) s
                   ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
                      AND (s.deptype = 'i' OR s.draws = pg_get_expr(ad.adbin, ad.adrelid))
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    static final String SEQUENCES = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, format_type(s.seqtypid, NULL) AS seqtype,
                   s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                   own.refobjid AS owner, oa.attname AS owner_column, d.description AS comment
            FROM pg_sequence s
                 JOIN pg_class c ON c.oid = s.seqrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_depend own
                   ON own.classid = 'pg_class'::regclass AND own.objid = c.oid
                      AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0 AND own.deptype IN ('a', 'i')
                 LEFT JOIN pg_attribute oa ON oa.attrelid = own.refobjid AND oa.attnum = own.refobjsubid
                 LEFT JOIN pg_description d
                   ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
            WHERE c.relnamespace = ANY (?) AND own.deptype IS DISTINCT FROM 'i'
              AND NOT EXISTS (SELECT FROM pg_depend e
                              WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')""";

    /** Types that someone made: enum types, domains, composite types, ranges. Row types of tables are none. */
    static final String TYPES = """
            SELECT t.oid, n.nspname AS schema, t.typname AS name, t.typtype, d.description AS comment,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                     AS labels,
                   format_type(t.typbasetype, t.typtypmod) AS base, t.typnotnull,
                   pg_get_expr(t.typdefaultbin, 0) AS expression,
                   CASE WHEN t.typcollation <> bt.typcollation THEN co.collname END AS collation,
                   con.nspname AS collation_schema, k.oids, k.names, k.expressions, k.validated
            FROM pg_type t
                 JOIN pg_namespace n ON n.oid = t.typnamespace
                 LEFT JOIN pg_class c ON c.oid = t.typrelid
                 LEFT JOIN pg_type bt ON bt.oid = t.typbasetype
                 LEFT JOIN pg_collation co ON co.oid = t.typcollation
                 LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
                 LEFT JOIN pg_description d
                   ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
                 LEFT JOIN LATERAL (SELECT array_agg(k.oid ORDER BY k.conname) AS oids,
                                           array_agg(k.conname::text ORDER BY k.conname) AS names,
                                           array_agg(pg_get_expr(k.conbin, 0) ORDER BY k.conname) AS expressions,
                                           array_agg(k.convalidated ORDER BY k.conname) AS validated
                                    FROM pg_constraint k
                                    WHERE k.contypid = t.oid AND k.contype = 'c') k ON t.typtype = 'd'
            WHERE t.typnamespace = ANY (?) AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
              AND NOT EXISTS (SELECT FROM pg_depend e
                              WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')""";

    /**
     * A number for all names that expressions and types are printed with: equal numbers, no renames. Takes the oids of
     * tables twice; what came meanwhile does not count. Names are qualified, for it is also asked when the settings of the
     * transaction are gone.
     */
    static final String NAMES = """
            SELECT pg_catalog.concat_ws(' ',
              (SELECT coalesce(sum(pg_catalog.hashtextextended(n.nspname::text, n.oid::bigint)), 0)
               FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_'),
              (SELECT coalesce(sum(pg_catalog.hashtextextended(c.relname::text,
                                     (c.relnamespace::bigint << 32) | c.oid::bigint)), 0)
               FROM pg_catalog.pg_class c WHERE c.oid = ANY (?)),
              (SELECT coalesce(sum(pg_catalog.hashtextextended(a.attname::text,
                                     (a.attrelid::bigint << 16) | a.attnum)), 0)
               FROM pg_catalog.pg_attribute a WHERE a.attrelid = ANY (?) AND a.attnum > 0),
              (SELECT coalesce(sum(pg_catalog.hashtextextended(o.name, (o.namespace << 32) | o.oid)), 0)
               FROM (SELECT c.relname::text, c.relnamespace::bigint, c.oid::bigint
                     FROM pg_catalog.pg_class c WHERE c.relkind = 'S'
                     UNION ALL
                     SELECT t.typname::text, t.typnamespace::bigint, t.oid::bigint
                     FROM pg_catalog.pg_type t WHERE t.typtype IN ('e', 'd', 'r', 'm')
                     UNION ALL
                     SELECT p.proname::text, p.pronamespace::bigint, p.oid::bigint FROM pg_catalog.pg_proc p
                     UNION ALL
                     SELECT e.enumlabel::text, 0, e.oid::bigint FROM pg_catalog.pg_enum e) o (name, namespace, oid)
               WHERE o.namespace NOT IN (SELECT n.oid::bigint FROM pg_catalog.pg_namespace n
                                         WHERE n.nspname ~ '^pg_' OR n.nspname = 'information_schema')))""";

    /** How often {@link #TEXTS} takes the schemas. */
    static final int ARGUMENTS_OF_TEXTS = 5;

    /** Where it takes them for domains, and not for relations. */
    static final Set<Integer> DOMAIN_ARGUMENTS_OF_TEXTS = Set.of(3, 4);

    /** Every expression, as it is printed with the search path of the moment. */
    static final String TEXTS = """
            SELECT 'COLUMN' AS owner, ad.adrelid AS oid, ad.adnum AS part,
                   pg_get_expr(ad.adbin, ad.adrelid, true) AS text
            FROM pg_attrdef ad
                 JOIN pg_class c ON c.oid = ad.adrelid
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT 'CONSTRAINT', k.oid, 0, pg_get_expr(k.conbin, k.conrelid, true)
            FROM pg_constraint k
                 JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p') AND k.contype = 'c'
            UNION ALL
            SELECT 'CONSTRAINT', k.oid, 0, pg_get_expr(k.conbin, 0, true)
            FROM pg_constraint k
                 JOIN pg_type t ON t.oid = k.contypid
            WHERE t.typnamespace = ANY (?) AND k.contype = 'c'
            UNION ALL
            SELECT 'DOMAIN', t.oid, 0, pg_get_expr(t.typdefaultbin, 0, true)
            FROM pg_type t
            WHERE t.typnamespace = ANY (?) AND t.typtype = 'd' AND t.typdefaultbin IS NOT NULL
            UNION ALL
            SELECT 'INDEX', i.indexrelid, key.n,
                   CASE WHEN key.n = 0 THEN pg_get_expr(i.indpred, i.indrelid, true)
                        ELSE pg_get_indexdef(i.indexrelid, key.n, true) END
            FROM pg_index i
                 JOIN pg_class c ON c.oid = i.indrelid
                 CROSS JOIN LATERAL generate_series(0, i.indnkeyatts) AS key(n)
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p')
              AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL)
              AND CASE WHEN key.n = 0 THEN i.indpred IS NOT NULL ELSE i.indkey[key.n - 1] = 0 END""";

    /**
     * How large tables are. What someone else has locked exclusively is taken from the statistics, for PostgreSQL would
     * wait for the lock to measure it.
     */
    static final String SIZES = """
            WITH RECURSIVE part AS (
              SELECT c.oid AS root, c.oid AS relation FROM pg_class c
              WHERE c.relnamespace = ANY (SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (?))
                AND c.relkind IN ('r', 'p')
              UNION ALL
              SELECT part.root, h.inhrelid FROM part JOIN pg_inherits h ON h.inhparent = part.relation
            ), locked AS (
              SELECT DISTINCT l.relation FROM pg_locks l
              WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock'
                AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
            ), measured AS (
              SELECT part.root,
                     CASE WHEN p.relkind = 'p' THEN NULL
                          WHEN locked.relation IS NULL AND pg_relation_size(p.oid) = 0 THEN 0
                          WHEN p.reltuples > 0 THEN p.reltuples::bigint
                          ELSE coalesce(nullif(pg_stat_get_live_tuples(p.oid), 0), -1) END AS rows,
                     CASE WHEN locked.relation IS NULL THEN pg_total_relation_size(p.oid)
                          ELSE p.relpages::bigint * current_setting('block_size')::bigint END AS bytes
              FROM part
                   JOIN pg_class p ON p.oid = part.relation
                   LEFT JOIN locked ON locked.relation = p.oid
            )
            SELECT n.nspname AS schema, c.relname AS name,
                   CASE WHEN min(m.rows) < 0 AND max(m.rows) <= 0 THEN -1 ELSE sum(greatest(m.rows, 0)) END::bigint
                     AS rows,
                   sum(m.bytes)::bigint AS bytes
            FROM measured m
                 JOIN pg_class c ON c.oid = m.root
                 JOIN pg_namespace n ON n.oid = c.relnamespace
            GROUP BY n.nspname, c.relname""";

    /** Functions that are not PostgreSQL's own and may give another value with each call. */
    static final String VOLATILE_FUNCTIONS = """
            SELECT DISTINCT p.proname::text AS name
            FROM pg_proc p
                 JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.provolatile = 'v' AND p.prokind = 'f' AND NOT p.proretset
                  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype, 'void'::regtype)
                  AND n.nspname <> ALL (?)""";

    /** What goes with a table or enum type and is no part of it, in phrases; only where there is something. */
    static final String ATTACHED = """
            SELECT n.nspname AS schema, o.name,
                   o.attached
                   || CASE WHEN pg_get_userbyid(o.owner) <> current_user
                           THEN ARRAY['its owner ' || quote_ident(pg_get_userbyid(o.owner))] ELSE '{}' END
                   || ARRAY(SELECT DISTINCT 'what ' || CASE WHEN x.grantee = 0 THEN 'PUBLIC'
                                                            ELSE quote_ident(pg_get_userbyid(x.grantee)) END
                                            || ' may do'
                            FROM (SELECT (aclexplode(o.acl)).grantee
                                  UNION ALL
                                  SELECT (aclexplode(a.attacl)).grantee FROM pg_attribute a
                                  WHERE a.attrelid = o.relation AND a.attacl IS NOT NULL AND NOT a.attisdropped) x
                            WHERE x.grantee <> o.owner AND (o.relation IS NOT NULL OR x.grantee <> 0)
                            ORDER BY 1) AS attached
            FROM (SELECT c.oid AS relation, c.relnamespace AS namespace, c.relname AS name, c.relowner AS owner,
                         c.relacl AS acl,
                         ARRAY(SELECT 'trigger ' || quote_ident(g.tgname) FROM pg_trigger g
                               WHERE g.tgrelid = c.oid AND NOT g.tgisinternal ORDER BY g.tgname)
                         || ARRAY(SELECT 'rule ' || quote_ident(w.rulename) FROM pg_rewrite w
                                  WHERE w.ev_class = c.oid ORDER BY w.rulename)
                         || ARRAY(SELECT 'policy ' || quote_ident(p.polname) FROM pg_policy p
                                  WHERE p.polrelid = c.oid ORDER BY p.polname) AS attached
                  FROM pg_class c
                  WHERE c.relkind IN ('r', 'p')
                  UNION ALL
                  SELECT NULL, t.typnamespace, t.typname, t.typowner, t.typacl,
                         ARRAY(SELECT 'the comment ' || d.description FROM pg_description d
                               WHERE d.classoid = 'pg_type'::regclass AND d.objoid = t.oid)
                  FROM pg_type t
                  WHERE t.typtype = 'e') o
                 JOIN pg_namespace n ON n.oid = o.namespace
            WHERE n.nspname = ANY (?)""";
    /**
     * Constraints of all kinds. Of NOT NULL, which PostgreSQL 18 lists too and the column itself says, only those with
     * options.
     */
    static String constraints(int majorVersion) {
        boolean knowsMore = majorVersion >= 18;
        String deleteColumns = majorVersion >= 15
                ? columnNames("k.conrelid", "k.confdelsetcols", "k.confdelsetcols IS NOT NULL")
                : "ARRAY[]::text[]";
        return """
                SELECT k.oid, k.conrelid AS relation, k.conname AS name, k.contype, k.condeferrable, k.condeferred,
                       k.convalidated, k.connoinherit, k.confmatchtype, k.confupdtype, k.confdeltype, k.conindid,
                       %s AS columns, tn.nspname AS target_schema, tc.relname AS target,
                       %s AS target_columns, %s AS delete_columns,
                       pg_get_expr(k.conbin, k.conrelid) AS expression, %s AS enforced, %s AS period,
                       d.description AS comment
                FROM pg_constraint k
                     JOIN pg_class c ON c.oid = k.conrelid
                     LEFT JOIN pg_class tc ON tc.oid = k.confrelid
                     LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
                     LEFT JOIN pg_description d
                       ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
                WHERE c.relnamespace = ANY (?) AND k.conparentid = 0
                  AND (k.contype IN ('p', 'u', 'f', 'c', 'x')
                       OR k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit))
                ORDER BY k.conname""".formatted(
                        columnNames("k.conrelid", "k.conkey", "k.contype IN ('p', 'u', 'f', 'n')"),
                        columnNames("k.confrelid", "k.confkey", "k.contype = 'f'"),
                        deleteColumns,
                        knowsMore ? "k.conenforced" : "true",
                        knowsMore ? "k.conperiod" : "false");
    }

    /** One row for each column of each index, those behind constraints too. */
    static String indexKeys(int majorVersion) {
        return indexKeys(majorVersion, IN_SCHEMAS + " AND c.relkind IN ('r', 'p')");
    }

    /** The same of the relations {@code c} that a condition selects. */
    static String indexKeys(int majorVersion, String condition) {
        return """
                SELECT i.indexrelid AS index, i.indrelid AS relation, ic.relname AS name, am.amname AS method,
                       i.indisunique, i.indisvalid, %s AS nulls_not_distinct, ic.reloptions::text[] AS options,
                       k.oid IS NOT NULL AS of_constraint, i.indisclustered, i.indisreplident, ts.spcname,
                       CASE WHEN key.n = 1 THEN d.description END AS comment, key.n AS part,
                       i.indpred IS NOT NULL AS has_predicate,
                       CASE WHEN key.n = 1 THEN pg_get_expr(i.indpred, i.indrelid) END AS predicate,
                       key.n > i.indnkeyatts AS included, a.attname AS column,
                       CASE WHEN i.indkey[key.n - 1] = 0 THEN pg_get_indexdef(i.indexrelid, key.n, false) END
                         AS expression,
                       CASE WHEN i.indcollation[key.n - 1] <> coalesce(a.attcollation, t.typcollation)
                            THEN co.collname END AS collation,
                       con.nspname AS collation_schema,
                       CASE WHEN NOT oc.opcdefault OR ia.attoptions IS NOT NULL THEN oc.opcname END AS operator_class,
                       ocn.nspname AS operator_class_schema,
                       array_to_string(ia.attoptions, ', ') AS operator_class_options,
                       coalesce(i.indoption[key.n - 1], 0) AS sorting,
                       op.oprname AS operator, opn.nspname AS operator_schema
                FROM pg_index i
                     JOIN pg_class ic ON ic.oid = i.indexrelid
                     JOIN pg_class c ON c.oid = i.indrelid
                     JOIN pg_am am ON am.oid = ic.relam
                     LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
                     LEFT JOIN pg_description d
                       ON d.classoid = 'pg_class'::regclass AND d.objoid = ic.oid AND d.objsubid = 0
                     CROSS JOIN LATERAL generate_series(1, i.indnatts) AS key(n)
                     JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = key.n
                     JOIN pg_type t ON t.oid = ia.atttypid
                     LEFT JOIN pg_attribute a
                       ON a.attrelid = i.indrelid AND a.attnum = i.indkey[key.n - 1] AND a.attnum <> 0
                     LEFT JOIN pg_constraint k
                       ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
                     LEFT JOIN pg_collation co ON co.oid = i.indcollation[key.n - 1] AND key.n <= i.indnkeyatts
                     LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
                     LEFT JOIN pg_opclass oc ON oc.oid = i.indclass[key.n - 1] AND key.n <= i.indnkeyatts
                     LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
                     LEFT JOIN pg_operator op ON op.oid = k.conexclop[key.n]
                     LEFT JOIN pg_namespace opn ON opn.oid = op.oprnamespace
                WHERE %s AND i.indislive
                ORDER BY ic.relname, i.indexrelid, key.n""".formatted(majorVersion >= 15 ? "i.indnullsnotdistinct" : "false", condition);
    }

    /** Names of columns by their numbers; none unless the condition holds, for looking each up takes its time. */
    private static String columnNames(String relation, String numbers, String condition) {
        return """
                CASE WHEN %s THEN
                       ARRAY(SELECT a.attname::text FROM unnest(%s) WITH ORDINALITY AS u(number, place)
                             JOIN pg_attribute a ON a.attrelid = %s AND a.attnum = u.number ORDER BY u.place)
                     ELSE ARRAY[]::text[] END""".formatted(condition, numbers, relation);
    }
}
