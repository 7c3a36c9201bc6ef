package dev.autogen.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What hangs on the tables of a database, a line each, in PostgreSQL's own words: definition, owner, rights, options and
 * comments. Shares no code with autogen.
 */
final class DependentsListing {
    private static final String QUERY = """
            select format('%s %s of %s acl %s options %s populated %s: %s', c.relkind, c.oid::regclass,
                          c.relowner::regrole, c.relacl,
                          array(select unnest(c.reloptions) order by 1), c.relispopulated, pg_get_viewdef(c.oid))
              from pg_class c where c.relkind in ('v', 'm') and c.relnamespace not in (%1$s)
            union all
            select format('column %s.%s acl %s default %s', c.oid::regclass, a.attname, a.attacl,
                          pg_get_expr(d.adbin, d.adrelid))
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
              where c.relkind in ('v', 'm') and c.relnamespace not in (%1$s)
            union all
            select format('index %s', pg_get_indexdef(i.indexrelid))
              from pg_index i join pg_class c on c.oid = i.indrelid
              where c.relkind = 'm'
            union all
            select format('policy %s', p) from pg_policies p
            union all
            select format('trigger %s %s', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            union all
            select format('rule %s %s', w.ev_enabled, pg_get_ruledef(w.oid))
              from pg_rewrite w join pg_class c on c.oid = w.ev_class
              where w.rulename <> '_RETURN' and c.relnamespace not in (%1$s)
            union all
            select format('statistics %s target %s of %s', pg_get_statisticsobjdef(oid), stxstattarget,
                          stxowner::regrole)
              from pg_statistic_ext
            union all
            select format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
              from pg_description
              where classoid in ('pg_policy'::regclass, 'pg_trigger'::regclass, 'pg_rewrite'::regclass,
                                 'pg_statistic_ext'::regclass)
                 or classoid = 'pg_class'::regclass and objoid in (
                      select oid from pg_class where relkind in ('v', 'm') and relnamespace not in (%1$s))
            order by 1
            """.replace(
            "%1$s", "select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema', 'pg_toast')");

    private DependentsListing() {}

    static List<String> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
