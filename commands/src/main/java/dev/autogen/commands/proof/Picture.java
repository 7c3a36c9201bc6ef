package dev.autogen.commands.proof;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.operation.OperationSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the schemas of a scratch database hold, rows apart.
 *
 * @param catalog what autogen compares
 * @param others what it does not (views, functions, triggers, policies, rules, statistics): the server's definition, by
 *     kind and name
 */
record Picture(Catalog catalog, Map<String, String> others) {

    private static final String SCHEMAS = """
            select nspname from pg_catalog.pg_namespace
            where nspname !~ '^pg_' and nspname <> 'information_schema' order by nspname
            """;

    /** What belongs to an extension comes and goes with it. */
    private static final String OTHERS = """
            with own as (select oid, nspname from pg_catalog.pg_namespace
                         where nspname !~ '^pg_' and nspname <> 'information_schema'),
                 extended as (select classid, objid from pg_catalog.pg_depend where deptype = 'e')
            select format('view %I.%I', n.nspname, c.relname), pg_catalog.pg_get_viewdef(c.oid)
            from pg_catalog.pg_class c join own n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm')
              and ('pg_catalog.pg_class'::regclass, c.oid) not in (select classid, objid from extended)
            union all
            select format('function %I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
                   pg_catalog.pg_get_functiondef(p.oid)
            from pg_catalog.pg_proc p join own n on n.oid = p.pronamespace
            where p.prokind in ('f', 'p')
              and ('pg_catalog.pg_proc'::regclass, p.oid) not in (select classid, objid from extended)
            union all
            select format('trigger %I on %s', t.tgname, t.tgrelid::regclass), pg_catalog.pg_get_triggerdef(t.oid)
            from pg_catalog.pg_trigger t
            where not t.tgisinternal
            union all
            select format('policy %I on %I.%I', policyname, schemaname, tablename),
                   concat_ws(' ', permissive, roles::text, cmd, qual, with_check)
            from pg_catalog.pg_policies
            union all
            select format('rule %I on %I.%I', rulename, schemaname, tablename), definition
            from pg_catalog.pg_rules where schemaname in (select nspname from own)
            union all
            select format('statistics %I.%I', n.nspname, s.stxname), pg_catalog.pg_get_statisticsobjdef(s.oid)
            from pg_catalog.pg_statistic_ext s join own n on n.oid = s.stxnamespace
            """;

    Picture {
        others = Map.copyOf(others);
    }

    /** Looks at everything that is there but autogen's own tables. */
    static Picture of(Connection connection, RunOptions options) throws SQLException {
        Map<String, String> others = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OTHERS)) {
            while (rows.next()) {
                others.put(rows.getString(1), rows.getString(2));
            }
        }
        Scope scope = scope(connection, options);
        return new Picture(
                new CatalogIntrospector().introspect(connection, scope).catalog(), others);
    }

    /** All schemas but the server's, without autogen's own tables. */
    static Scope scope(Connection connection, RunOptions options) throws SQLException {
        List<String> further = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS)) {
            while (rows.next()) {
                if (!rows.getString(1).equals(options.defaultSchema())) {
                    further.add(rows.getString(1));
                }
            }
        }
        return Scope.of(options.defaultSchema(), further.toArray(String[]::new))
                .ignoring(
                        options.versions().name(),
                        options.history().name(),
                        options.progress().name());
    }

    /**
     * What is different in another picture, a line a difference; none where the two are the same.
     *
     * @param connection to a database of the same server, which is asked what texts mean
     */
    List<String> differences(Picture other, Connection connection, RunOptions options) throws SQLException {
        List<String> lines = new ArrayList<>();
        compared(other, connection, options).upgrade().stream()
                .map(operation -> OperationSummary.of(operation).toString())
                .forEach(lines::add);
        Set<String> names = new TreeSet<>(others.keySet());
        names.addAll(other.others.keySet());
        for (String name : names) {
            String before = others.get(name);
            String after = other.others.get(name);
            if (before == null) {
                lines.add("+ " + name);
            } else if (after == null) {
                lines.add("- " + name);
            } else if (!before.equals(after)) {
                lines.add("~ " + name + ": defined differently");
            }
        }
        return lines;
    }

    /** Texts that differ may still mean the same, which the server is asked only then. */
    private SchemaDiff compared(Picture other, Connection connection, RunOptions options) throws SQLException {
        SchemaDiff diff = new SchemaDiffer().diff(other.catalog, catalog, DiffOptions.DATABASES);
        if (diff.isEmpty()) {
            return diff;
        }
        Canonicalization spoken =
                Canonicalizer.forSchema(options.defaultSchema()).canonicalize(other.catalog, catalog, connection);
        return new SchemaDiffer().diff(spoken.desired(), spoken.live(), DiffOptions.DATABASES);
    }
}
