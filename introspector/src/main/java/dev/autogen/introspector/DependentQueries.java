package dev.autogen.introspector;

import java.util.Collection;

/** The questions about what hangs on what. The first takes four arrays: kind, schema, name and part of what is touched. */
final class DependentQueries {
    private DependentQueries() {}

    /**
     * Everything that would not let go of what is touched, and what each of these hangs on. Objects that PostgreSQL adapts
     * by itself, or that the catalog knows, are none of them: indexes, constraints, defaults, generated columns. Then the
     * views on which all these rest. PostgreSQL's own objects have oids below 16384 ({@code FirstNormalObjectId}).
     */
    static final String REACHED = """
            WITH RECURSIVE wanted AS (
              SELECT w.n::int AS n, w.kind, w.schema, w.name, w.part
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                     WITH ORDINALITY AS w(kind, schema, name, part, n)
            ), relation AS (
              SELECT w.n, w.kind, w.part, c.oid
              FROM wanted w
                   JOIN pg_namespace s ON s.nspname = w.schema
                   JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = w.name
              WHERE w.kind <> 'TYPE'
              UNION
              SELECT r.n, r.kind, r.part, h.inhrelid FROM relation r JOIN pg_inherits h ON h.inhparent = r.oid
            ), touched AS (
              SELECT r.n, 'pg_class'::regclass::oid AS class, r.oid AS object, a.attnum::int AS part
              FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = r.part
              WHERE r.kind = 'COLUMN'
              UNION ALL
              SELECT r.n, 'pg_class'::regclass, r.oid, NULL FROM relation r WHERE r.kind = 'RELATION'
              UNION ALL
              SELECT r.n, 'pg_constraint'::regclass, k.oid, NULL
              FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid AND k.conname = r.part
              WHERE r.kind = 'KEY'
              UNION ALL
              SELECT w.n, 'pg_type'::regclass, each.oid, NULL
              FROM wanted w
                   JOIN pg_namespace s ON s.nspname = w.schema
                   JOIN pg_type t ON t.typnamespace = s.oid AND t.typname = w.name
                   CROSS JOIN LATERAL (VALUES (t.oid), (t.typarray)) AS each(oid)
              WHERE w.kind = 'TYPE' AND each.oid <> 0
            ), reached AS (
              SELECT NULL::oid AS class, NULL::oid AS object,
                     t.class AS to_class, t.object AS to_object, t.part AS to_part
              FROM touched t
              UNION
              SELECT node.class, node.object, next.class, next.object, NULL
              FROM reached r
                   JOIN pg_depend d
                     ON d.refclassid = r.to_class AND d.refobjid = r.to_object
                        AND (r.to_part IS NULL OR d.refobjsubid = r.to_part)
                   LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
                   LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid
                   LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
                   LEFT JOIN pg_type y ON d.classid = 'pg_type'::regclass AND y.oid = d.objid
                   CROSS JOIN LATERAL (
                     SELECT CASE WHEN w.rulename = '_RETURN' THEN 'pg_class'::regclass::oid ELSE d.classid END,
                            CASE WHEN w.rulename = '_RETURN' THEN w.ev_class ELSE d.objid END
                   ) AS node(class, object)
                   LEFT JOIN pg_class v ON w.rulename = '_RETURN' AND v.oid = w.ev_class
                   LEFT JOIN pg_type vt ON vt.oid = v.reltype
                   CROSS JOIN LATERAL (
                     VALUES ('pg_class'::regclass::oid, v.oid), ('pg_type'::regclass::oid, v.reltype),
                            ('pg_type'::regclass::oid, vt.typarray)) AS next(class, object)
              WHERE d.deptype IN ('n', 'a')
                AND CASE d.classid
                      WHEN 'pg_trigger'::regclass THEN NOT g.tgisinternal AND g.tgparentid = 0
                      WHEN 'pg_class'::regclass
                        THEN d.refclassid = 'pg_type'::regclass AND c.relkind IN ('r', 'p', 'f', 'c')
                             AND NOT EXISTS (SELECT FROM touched t
                                             WHERE t.class = d.classid AND t.object = d.objid
                                               AND (t.part IS NULL OR t.part = d.objsubid))
                      WHEN 'pg_type'::regclass
                        THEN d.refclassid = 'pg_type'::regclass AND y.typtype IN ('d', 'r')
                             AND NOT EXISTS (SELECT FROM touched t WHERE t.class = d.classid AND t.object = d.objid)
                      WHEN 'pg_constraint'::regclass THEN false
                      WHEN 'pg_attrdef'::regclass THEN false
                      ELSE true
                    END
            ), resting AS (
              SELECT r.class, r.object FROM reached r WHERE r.object IS NOT NULL
              UNION
              SELECT d.refclassid, d.refobjid
              FROM resting r
                   LEFT JOIN pg_rewrite w
                     ON r.class = 'pg_class'::regclass AND w.ev_class = r.object AND w.rulename = '_RETURN'
                   JOIN pg_depend d
                     ON d.classid = CASE WHEN w.oid IS NULL THEN r.class ELSE 'pg_rewrite'::regclass::oid END
                        AND d.objid = coalesce(w.oid, r.object)
                   JOIN pg_class v ON d.refclassid = 'pg_class'::regclass AND v.oid = d.refobjid
              WHERE v.relkind IN ('v', 'm') AND v.oid >= 16384
            ), node AS (
              SELECT DISTINCT r.class, r.object, coalesce(w.oid, r.object) AS source,
                     CASE WHEN w.oid IS NULL THEN r.class ELSE 'pg_rewrite'::regclass::oid END AS source_class,
                     v.relkind, v.reltype, vt.typarray
              FROM resting r
                   LEFT JOIN pg_class v
                     ON r.class = 'pg_class'::regclass AND v.oid = r.object AND v.relkind IN ('v', 'm')
                   LEFT JOIN pg_type vt ON vt.oid = v.reltype
                   LEFT JOIN pg_rewrite w ON w.ev_class = v.oid AND w.rulename = '_RETURN'
            )
            SELECT o.class::regclass::text AS class, o.object, o.relkind,
                   pg_describe_object(o.class, o.object, 0) AS description,
                   (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
                    WHERE d.classid = o.class AND d.objid = o.object AND d.deptype = 'e'
                      AND d.refclassid = 'pg_extension'::regclass) AS extension,
                   ARRAY(SELECT DISTINCT t.n
                         FROM pg_depend d
                              JOIN touched t
                                ON t.class = d.refclassid AND t.object = d.refobjid
                                   AND (t.part IS NULL OR t.part = d.refobjsubid)
                         WHERE d.classid = o.source_class AND d.objid = o.source
                         ORDER BY 1) AS touched,
                   ARRAY(SELECT DISTINCT n.class::regclass || '/' || n.object
                         FROM pg_depend d
                              JOIN node n
                                ON (n.class = d.refclassid AND n.object = d.refobjid)
                                   OR (d.refclassid = 'pg_type'::regclass AND d.refobjid IN (n.reltype, n.typarray))
                         WHERE d.classid = o.source_class AND d.objid = o.source
                           AND (n.class, n.object) <> (o.class, o.object)) AS needs,
                   ARRAY(SELECT DISTINCT pg_get_functiondef(p.oid)
                         FROM pg_depend d
                              JOIN pg_proc p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid
                         WHERE d.classid = o.source_class AND d.objid = o.source
                           AND p.oid >= 16384 AND p.prokind <> 'a'
                           AND NOT EXISTS (SELECT FROM pg_depend e
                                           WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid
                                             AND e.deptype = 'e')
                         ORDER BY 1) AS functions,
                   m.schemas, m.names, m.columns
            FROM node o
                 CROSS JOIN LATERAL (
                   SELECT array_agg(s.nspname::text) AS schemas, array_agg(c.relname::text) AS names,
                          array_agg(a.attname::text) AS columns
                   FROM pg_depend d
                        JOIN pg_class c ON c.oid = d.refobjid
                        JOIN pg_namespace s ON s.oid = c.relnamespace
                        LEFT JOIN pg_attribute a
                          ON a.attrelid = c.oid AND a.attnum = d.refobjsubid AND a.attnum > 0
                   WHERE d.classid = o.source_class AND d.objid = o.source AND d.refclassid = 'pg_class'::regclass
                 ) AS m
            WHERE NOT EXISTS (
              SELECT FROM touched t
              WHERE t.class = 'pg_class'::regclass AND t.part IS NULL
                AND t.object IN (
                  SELECT p.polrelid FROM pg_policy p WHERE p.oid = o.object AND o.class = 'pg_policy'::regclass
                  UNION ALL
                  SELECT g.tgrelid FROM pg_trigger g WHERE g.oid = o.object AND o.class = 'pg_trigger'::regclass
                  UNION ALL
                  SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = o.object AND o.class = 'pg_rewrite'::regclass
                  UNION ALL
                  SELECT x.stxrelid FROM pg_statistic_ext x
                  WHERE x.oid = o.object AND o.class = 'pg_statistic_ext'::regclass))
            ORDER BY description, o.object""";

    /** Views of both kinds. */
    static String views(Collection<Long> oids) {
        return """
                SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized,
                       pg_get_viewdef(c.oid) AS query, c.reloptions::text[] AS options, c.relispopulated,
                       %s,
                       obj_description(c.oid, 'pg_class') AS comment,
                       ARRAY(SELECT a.attname::text FROM pg_attribute a JOIN pg_description d
                               ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
                             WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum) AS commented,
                       ARRAY(SELECT d.description FROM pg_description d
                             WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid > 0
                             ORDER BY d.objsubid) AS column_comments,
                       ARRAY(SELECT a.attname::text FROM pg_attribute a JOIN pg_attrdef d
                               ON d.adrelid = c.oid AND d.adnum = a.attnum
                             WHERE a.attrelid = c.oid ORDER BY a.attnum) AS defaulted,
                       ARRAY(SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                             WHERE d.adrelid = c.oid ORDER BY d.adnum) AS column_defaults,
                       ARRAY(SELECT coalesce(r.rolname::text, '')
                             FROM pg_default_acl f
                                  CROSS JOIN LATERAL aclexplode(f.defaclacl) AS x
                                  LEFT JOIN pg_roles r ON r.oid = x.grantee
                             WHERE pg_get_userbyid(f.defaclrole) = current_user AND f.defaclobjtype = 'r'
                               AND f.defaclnamespace IN (0, c.relnamespace) AND x.grantee <> f.defaclrole
                             GROUP BY 1
                             UNION
                             SELECT pg_get_userbyid(c.relowner)::text
                             WHERE c.relacl IS NOT NULL AND NOT (c.relacl @> (acldefault('r', c.relowner))[1])
                             ORDER BY 1) AS withheld,
                       CASE WHEN c.reltablespace <> 0 THEN 'it is in a tablespace of its own'
                            WHEN am.amname <> 'heap' THEN 'its access method is ' || am.amname
                            WHEN EXISTS (SELECT FROM pg_seclabel l
                                         WHERE l.classoid = 'pg_class'::regclass AND l.objoid = c.oid)
                              THEN 'it has a security label'
                            WHEN NOT pg_has_role(c.relowner, 'USAGE')
                              THEN 'it belongs to role ' || quote_ident(pg_get_userbyid(c.relowner))
                                     || ', of which ' || quote_ident(current_user) || ' is no member'
                            WHEN NOT has_schema_privilege(c.relowner, n.oid, 'CREATE')
                              THEN 'its owner ' || quote_ident(pg_get_userbyid(c.relowner))
                                     || ' may no longer create anything in schema ' || quote_ident(n.nspname)
                            WHEN EXISTS (SELECT FROM aclexplode(c.relacl) x WHERE x.grantor <> c.relowner
                                         UNION ALL
                                         SELECT FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x
                                         WHERE a.attrelid = c.oid AND x.grantor <> c.relowner)
                              THEN 'rights on it were granted by a role that is not its owner'
                            ELSE (SELECT 'its index ' || quote_ident(ic.relname)
                                           || CASE WHEN i.indisclustered THEN ' is the one that it is clustered on'
                                                   WHEN ic.reltablespace <> 0 THEN ' is in a tablespace of its own'
                                                   ELSE ' has a comment' END
                                  FROM pg_index i
                                       JOIN pg_class ic ON ic.oid = i.indexrelid
                                  WHERE i.indrelid = c.oid
                                    AND (i.indisclustered OR ic.reltablespace <> 0
                                           OR obj_description(ic.oid, 'pg_class') IS NOT NULL)
                                  ORDER BY ic.relname
                                  LIMIT 1)
                       END AS obstacle
                FROM pg_class c
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                     LEFT JOIN pg_am am ON am.oid = c.relam
                WHERE c.oid = ANY (%s)""".formatted(owner("c.relowner"), array(oids));
    }

    /** What was granted on views, to others than an owner who has all rights by that. */
    static String grants(Collection<Long> oids) {
        return """
                SELECT g.relation, g.role, g.privileges, g.columns, g.is_grantable
                FROM (
                  SELECT c.oid AS relation, 0 AS level, min(x.place) AS place, coalesce(r.rolname::text, '') AS role,
                         array_agg(x.privilege_type ORDER BY x.place) AS privileges, ARRAY[]::text[] AS columns,
                         x.is_grantable
                  FROM pg_class c
                       CROSS JOIN LATERAL aclexplode(c.relacl)
                         WITH ORDINALITY AS x(grantor, grantee, privilege_type, is_grantable, place)
                       LEFT JOIN pg_roles r ON r.oid = x.grantee
                  WHERE c.oid = ANY (%1$s)
                    AND NOT (x.grantee = c.relowner AND c.relacl @> (acldefault('r', c.relowner))[1])
                  GROUP BY c.oid, r.rolname, x.is_grantable
                  UNION ALL
                  SELECT f.relation, 1, min(f.number), f.role, f.privileges,
                         array_agg(f.name ORDER BY f.number), f.is_grantable
                  FROM (SELECT a.attrelid AS relation, a.attnum AS number, a.attname::text AS name,
                               coalesce(r.rolname::text, '') AS role,
                               array_agg(x.privilege_type ORDER BY x.privilege_type) AS privileges, x.is_grantable
                        FROM pg_attribute a
                             CROSS JOIN LATERAL aclexplode(a.attacl) AS x
                             LEFT JOIN pg_roles r ON r.oid = x.grantee
                        WHERE a.attrelid = ANY (%1$s)
                        GROUP BY a.attrelid, a.attnum, a.attname, r.rolname, x.is_grantable) AS f
                  GROUP BY f.relation, f.role, f.privileges, f.is_grantable
                ) AS g
                ORDER BY g.relation, g.level, g.place, g.role, g.is_grantable""".formatted(array(oids));
    }

    static String policies(Collection<Long> oids) {
        return """
                SELECT p.oid, n.nspname AS schema, c.relname AS relation, p.polname AS name, p.polpermissive,
                       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                     WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
                       ARRAY(SELECT r.rolname::text FROM unnest(p.polroles) WITH ORDINALITY AS u(role, place)
                               JOIN pg_roles r ON r.oid = u.role ORDER BY u.place) AS roles,
                       pg_get_expr(p.polqual, p.polrelid) AS using,
                       pg_get_expr(p.polwithcheck, p.polrelid) AS "check",
                       obj_description(p.oid, 'pg_policy') AS comment, %s
                FROM pg_policy p
                     JOIN pg_class c ON c.oid = p.polrelid
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE p.oid = ANY (%s)""".formatted(OBSTACLE_OF_PART, array(oids));
    }

    /** The name of its table stands between the two halves of a trigger's definition. */
    static String triggers(Collection<Long> oids) {
        return """
                SELECT g.oid, n.nspname AS schema, c.relname AS relation, g.tgname AS name, g.tgconstraint <> 0 AS is_constraint,
                       events.text AS events,
                       substr(pg_get_triggerdef(g.oid),
                              length(format('CREATE %%sTRIGGER %%I %%s ON %%I.%%I ',
                                            CASE WHEN g.tgconstraint <> 0 THEN 'CONSTRAINT ' END, g.tgname,
                                            events.text, n.nspname, c.relname)) + 1) AS action,
                       g.tgenabled AS firing, obj_description(g.oid, 'pg_trigger') AS comment, %s
                FROM pg_trigger g
                     JOIN pg_class c ON c.oid = g.tgrelid
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                     CROSS JOIN LATERAL (
                       SELECT CASE WHEN g.tgtype::int & 2 <> 0 THEN 'BEFORE ' WHEN g.tgtype::int & 64 <> 0 THEN 'INSTEAD OF '
                                   ELSE 'AFTER ' END
                              || concat_ws(' OR ',
                                   CASE WHEN g.tgtype::int & 4 <> 0 THEN 'INSERT' END,
                                   CASE WHEN g.tgtype::int & 8 <> 0 THEN 'DELETE' END,
                                   CASE WHEN g.tgtype::int & 16 <> 0
                                        THEN 'UPDATE'
                                             || coalesce(' OF ' || (
                                                  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place)
                                                  FROM unnest(g.tgattr::int2[]) WITH ORDINALITY AS u(number, place)
                                                       JOIN pg_attribute a
                                                         ON a.attrelid = g.tgrelid AND a.attnum = u.number), '') END,
                                   CASE WHEN g.tgtype::int & 32 <> 0 THEN 'TRUNCATE' END) AS text) AS events
                WHERE g.oid = ANY (%s)""".formatted(OBSTACLE_OF_PART, array(oids));
    }

    /** The name of its table stands between the two halves of a rule's definition. */
    static String rules(Collection<Long> oids) {
        return """
                SELECT w.oid, n.nspname AS schema, c.relname AS relation, w.rulename AS name, event.text AS event,
                       substr(pg_get_ruledef(w.oid),
                              length(format(E'CREATE RULE %%I AS\\n    ON %%s TO %%I.%%I', w.rulename, event.text,
                                            n.nspname, c.relname)) + 1) AS action,
                       w.ev_enabled AS firing, obj_description(w.oid, 'pg_rewrite') AS comment, %s
                FROM pg_rewrite w
                     JOIN pg_class c ON c.oid = w.ev_class
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                     CROSS JOIN LATERAL (
                       SELECT CASE w.ev_type WHEN '1' THEN 'SELECT' WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT'
                                             ELSE 'DELETE' END AS text) AS event
                WHERE w.oid = ANY (%s)""".formatted(OBSTACLE_OF_PART, array(oids));
    }

    static String statistics(Collection<Long> oids) {
        return """
                SELECT x.oid, sn.nspname AS own_schema, x.stxname AS name, n.nspname AS schema, c.relname AS relation,
                       CASE WHEN NOT x.stxkind @> ARRAY['d', 'f', 'm']::"char"[] AND x.stxkind <> ARRAY['e']::"char"[]
                            THEN array_remove(ARRAY[CASE WHEN 'd' = ANY (x.stxkind) THEN 'ndistinct' END,
                                                    CASE WHEN 'f' = ANY (x.stxkind) THEN 'dependencies' END,
                                                    CASE WHEN 'm' = ANY (x.stxkind) THEN 'mcv' END], NULL)
                            ELSE ARRAY[]::text[] END AS kinds,
                       ARRAY(SELECT a.attname::text FROM unnest(x.stxkeys::int2[]) WITH ORDINALITY AS u(number, place)
                               JOIN pg_attribute a ON a.attrelid = x.stxrelid AND a.attnum = u.number
                             ORDER BY u.place) AS columns,
                       coalesce(pg_get_statisticsobjdef_expressions(x.oid), ARRAY[]::text[]) AS expressions,
                       nullif(x.stxstattarget, -1)::int AS target, %s,
                       obj_description(x.oid, 'pg_statistic_ext') AS comment, %s
                FROM pg_statistic_ext x
                     JOIN pg_namespace sn ON sn.oid = x.stxnamespace
                     JOIN pg_class c ON c.oid = x.stxrelid
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE x.oid = ANY (%s)""".formatted(owner("x.stxowner"), OBSTACLE_OF_PART, array(oids));
    }

    private static final String OBSTACLE_OF_PART = """
            CASE WHEN NOT pg_has_role(c.relowner, 'USAGE')
                 THEN 'its table belongs to role ' || quote_ident(pg_get_userbyid(c.relowner)) || ', of which '
                        || quote_ident(current_user) || ' is no member' END AS obstacle""";

    /** The owner, unless that is whoever asks: then it need not be said. */
    private static String owner(String column) {
        return "CASE WHEN pg_get_userbyid(%1$s) <> current_user THEN pg_get_userbyid(%1$s)::text END AS owner"
                .formatted(column);
    }

    static String array(Collection<Long> oids) {
        StringBuilder array = new StringBuilder("'{");
        oids.forEach(oid -> array.append(array.length() == 2 ? "" : ",").append((long) oid));
        return array.append("}'::oid[]").toString();
    }
}
