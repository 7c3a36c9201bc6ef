package dev.autogen.commands.preflight;

import static dev.autogen.schema.ddl.PostgresDdl.literal;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.SqlExpression;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the database says of the tables that a run works on; each is asked for once. Every method throws {@link
 * UnreadableCatalogException} if the database does not say it.
 */
final class LiveTables {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Names in an array's text would need taking apart, so they come one to a row. */
    private static final String TABLE = """
            with recursive self as (
              select c.oid, c.relkind from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname = %s and c.relname = %s),
            tree as (
              select oid from self
              union
              select i.inhrelid from pg_catalog.pg_inherits i join tree on tree.oid = i.inhparent)
            select self.relkind, pg_catalog.row_security_active(self.oid),
              (select max(pg_catalog.pg_relation_size(tree.oid)) from tree)
                / pg_catalog.current_setting('block_size')::int + 1
            from self
            """;

    private static final String COLUMNS = """
            select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
              pg_catalog.array_position(k.conkey, a.attnum)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
            where n.nspname = %s and c.relname = %s
            order by a.attnum
            """;

    private static final String CONSTRAINT = """
            select k.contype, k.convalidated, pg_catalog.pg_get_expr(k.conbin, k.conrelid), k.connoinherit,
              k.confmatchtype, tn.nspname, t.relname
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class t on t.oid = k.confrelid
            left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
            where n.nspname = %s and c.relname = %s and k.conname = %s
            """;

    private static final String CONSTRAINT_COLUMNS = """
            select a.attname, f.attname
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral unnest(k.conkey, k.confkey) with ordinality u(own, other, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
            left join pg_catalog.pg_attribute f on f.attrelid = k.confrelid and f.attnum = u.other
            where n.nspname = %s and c.relname = %s and k.conname = %s
            order by u.place
            """;

    private static final String DOMAIN = """
            select t.typnotnull, t.typdefault is not null
            from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = %s and t.typname = %s and t.typtype = 'd'
            """;

    private static final String DOMAIN_USES = """
            with recursive domains as (
              select t.oid from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
              where n.nspname = %s and t.typname = %s and t.typtype = 'd'
              union
              select t.oid from pg_catalog.pg_type t join domains on domains.oid = t.typbasetype
              where t.typtype = 'd')
            select n.nspname, c.relname, a.attname
            from domains
            join pg_catalog.pg_attribute a on a.atttypid = domains.oid and not a.attisdropped
            join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            order by 1, 2, a.attnum
            """;

    private final ProbeSession session;
    private final Map<QualifiedName, Optional<LiveTable>> tables = new HashMap<>();

    LiveTables(ProbeSession session) {
        this.session = session;
    }

    /** The table of that name, which may lack the default schema; empty where there is none. */
    Optional<LiveTable> table(QualifiedName name) {
        QualifiedName qualified = qualified(name);
        Optional<LiveTable> known = tables.get(qualified);
        if (known == null) {
            known = read(qualified);
            tables.put(qualified, known);
        }
        return known;
    }

    private Optional<LiveTable> read(QualifiedName name) {
        List<List<String>> found = rows(TABLE, name.schema(), name.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<LiveColumn> columns = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        for (List<String> row : rows(COLUMNS, name.schema(), name.name())) {
            columns.add(new LiveColumn(row.get(0), DataType.parse(row.get(1)), isTrue(row.get(2))));
            if (row.get(3) != null) {
                key.put(Integer.valueOf(row.get(3)), row.get(0));
            }
        }
        List<String> facts = found.get(0);
        return Optional.of(new LiveTable(
                name,
                facts.get(0).charAt(0),
                columns,
                List.copyOf(key.values()),
                facts.get(2) == null ? 0 : Long.parseLong(facts.get(2)),
                isTrue(facts.get(1))));
    }

    /** A constraint of the table that is still to be validated; empty where there is none of that name. */
    Optional<LiveConstraint> notValidated(QualifiedName table, String name) {
        QualifiedName qualified = qualified(table);
        List<List<String>> found = rows(CONSTRAINT, qualified.schema(), qualified.name(), name);
        if (found.isEmpty() || isTrue(found.get(0).get(1))) {
            return Optional.empty();
        }
        List<String> facts = found.get(0);
        List<String> own = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (List<String> row : rows(CONSTRAINT_COLUMNS, qualified.schema(), qualified.name(), name)) {
            own.add(row.get(0));
            other.add(row.get(1));
        }
        return switch (facts.get(0)) {
            case "c" ->
                Optional.of(new LiveConstraint(
                        new CheckConstraint(name, SqlExpression.of(facts.get(2)), isTrue(facts.get(3)), true), null));
            case "n" -> Optional.of(new LiveConstraint(null, own.get(0)));
            case "f" ->
                Optional.of(new LiveConstraint(
                        new ForeignKey(
                                name,
                                own,
                                new QualifiedName(facts.get(5), facts.get(6)),
                                other,
                                ReferentialAction.NO_ACTION,
                                List.of(),
                                ReferentialAction.NO_ACTION,
                                facts.get(4).equals("f"),
                                Deferrability.NOT_DEFERRABLE,
                                true),
                        null));
            default -> Optional.empty();
        };
    }

    /** The domain of that name; empty where the type is none. */
    Optional<LiveDomain> domain(QualifiedName name) {
        QualifiedName qualified = qualified(name);
        List<List<String>> found = rows(DOMAIN, qualified.schema(), qualified.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnRef> uses = new ArrayList<>();
        for (List<String> row : rows(DOMAIN_USES, qualified.schema(), qualified.name())) {
            uses.add(new ColumnRef(new QualifiedName(row.get(0), row.get(1)), row.get(2)));
        }
        return Optional.of(
                new LiveDomain(isTrue(found.get(0).get(0)), isTrue(found.get(0).get(1)), uses));
    }

    private QualifiedName qualified(QualifiedName name) {
        return name.schema() == null ? new QualifiedName(session.defaultSchema(), name.name()) : name;
    }

    private List<List<String>> rows(String query, String... texts) {
        Object[] literals = Arrays.stream(texts).map(text -> literal(text)).toArray();
        try {
            return session.rows(query.formatted(literals), PATIENCE);
        } catch (SQLException e) {
            throw new UnreadableCatalogException(e);
        }
    }

    private static boolean isTrue(String value) {
        return "t".equals(value);
    }
}
