package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The desired catalog made ready for comparison, and refused where it contradicts itself. */
final class DesiredCatalog {
    private static final int VIRTUAL_COLUMNS = 18;

    /** Columns that every table has (PostgreSQL, section 5.6). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Map<QualifiedName, Table> desired = new HashMap<>();
    private final Map<QualifiedName, Table> live = new HashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<QualifiedName> concerned = new LinkedHashSet<>();
    private final Map<QualifiedName, Relation> relations = new HashMap<>();

    private final Set<QualifiedName> unmanaged;

    /** A table, or an index of one. */
    private record Relation(String what, QualifiedName table) {}

    private DesiredCatalog(Set<QualifiedName> unmanaged) {
        this.unmanaged = unmanaged;
    }

    /**
     * The catalog with foreign keys that name their target's columns and without what PostgreSQL adds by itself.
     *
     * @param unmanaged tables to leave out
     * @throws DifferException if the catalog contradicts itself
     */
    static Catalog prepared(Catalog desired, Catalog live, Set<QualifiedName> unmanaged) {
        DesiredCatalog preparation = new DesiredCatalog(unmanaged);
        live.tables().forEach(table -> preparation.live.put(table.name(), table));
        for (Table table : desired.tables()) {
            if (preparation.desired.put(table.name(), table) != null) {
                preparation.problem("table " + table.name() + " is there twice", table.name());
            }
            preparation.relation(table.name(), new Relation("table " + table.name(), table.name()));
        }
        List<Table> tables = desired.tables().stream()
                .filter(table -> !unmanaged.contains(table.name()))
                .map(preparation::prepared)
                .toList();
        tables.forEach(preparation::check);
        if (!preparation.problems.isEmpty()) {
            throw new DifferException(
                    "The model contradicts itself: " + String.join("; ", preparation.problems)
                            + ". Correct the mapping of the entities concerned.",
                    preparation.concerned);
        }
        return desired.withTables(tables);
    }

    /**
     * Holds the catalog to what the server knows.
     *
     * @param serverVersion its major version; 0 for any
     * @throws DifferException if the catalog asks for more
     */
    static void requireKnown(Catalog desired, int serverVersion) {
        if (serverVersion == 0 || serverVersion >= VIRTUAL_COLUMNS) {
            return;
        }
        for (Table table : desired.tables()) {
            for (Column column : table.columns()) {
                if (column.generated() != null && !column.generated().stored()) {
                    throw new DifferException(
                            "The column " + table.name() + "." + column.name()
                                    + " is to be VIRTUAL, which PostgreSQL knows from version " + VIRTUAL_COLUMNS
                                    + " on; this server is PostgreSQL " + serverVersion
                                    + ". Say STORED in its definition.",
                            List.of(table.name()));
                }
            }
        }
    }

    private Table prepared(Table table) {
        Set<String> key = table.primaryKey() == null
                ? Set.of()
                : new HashSet<>(table.primaryKey().columns());
        List<Column> columns = table.columns().stream()
                .filter(column -> !SYSTEM_COLUMNS.contains(column.name()))
                .map(column -> key.contains(column.name()) || column.identity() != null ? column.notNull() : column)
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey reference && pointsNowhere(reference)))
                .map(constraint -> constraint instanceof ForeignKey foreignKey ? resolved(foreignKey) : constraint)
                .toList();
        return table.withColumns(columns).withConstraints(constraints);
    }

    /** Whether it points at the primary key of a table of which nothing is known. */
    private boolean pointsNowhere(ForeignKey key) {
        return key.targetColumns().isEmpty() && unmanaged.contains(key.target()) && target(key) == null;
    }

    /** A foreign key that points at the primary key says its columns. */
    private ForeignKey resolved(ForeignKey key) {
        Table target = target(key);
        if (!key.targetColumns().isEmpty() || target == null || target.primaryKey() == null) {
            return key;
        }
        return key.withTarget(key.target(), target.primaryKey().columns());
    }

    private Table target(ForeignKey key) {
        return desired.getOrDefault(key.target(), live.get(key.target()));
    }

    private void check(Table table) {
        Set<String> columns = new HashSet<>();
        for (Column column : table.columns()) {
            if (!columns.add(column.name())) {
                problem("column " + column.name() + " of " + table.name() + " is there twice", table.name());
            }
        }
        Set<String> names = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null && !names.add(constraint.name())) {
                problem("constraint " + constraint.name() + " of " + table.name() + " is there twice", table.name());
            } else if (constraint.name() != null && constraint.hasIndex()) {
                relation(
                        table.name().withName(constraint.name()),
                        new Relation("constraint " + constraint.name() + " of " + table.name(), table.name()));
            }
            checkColumns(table, columns, constraint);
        }
        for (Index index : table.indexes()) {
            if (index.name() != null) {
                relation(
                        table.name().withName(index.name()),
                        new Relation("index " + index.name() + " of " + table.name(), table.name()));
            }
            List<String> used = new ArrayList<>(index.include());
            index.keys().stream()
                    .map(IndexKey::column)
                    .filter(column -> column != null)
                    .forEach(used::add);
            missing(table, columns, used, Descriptions.of(index));
        }
    }

    private void checkColumns(Table table, Set<String> columns, Constraint constraint) {
        missing(table, columns, constraint.columns(), Descriptions.of(constraint));
        if (constraint instanceof ForeignKey key) {
            checkTarget(table, key);
        }
    }

    private void checkTarget(Table table, ForeignKey key) {
        Table target = target(key);
        if (target == null && unmanaged.contains(key.target())) {
            return;
        }
        if (target == null) {
            problem(
                    Descriptions.of(key) + " of " + table.name() + " points at a table that is not there",
                    table.name());
        } else if (key.columns().size() != key.targetColumns().size()) {
            problem(
                    Descriptions.of(key) + " of " + table.name() + " does not have as many columns on both sides",
                    table.name());
        } else {
            for (String column : key.targetColumns()) {
                if (target.column(column).isEmpty()) {
                    problem(
                            Descriptions.of(key) + " of " + table.name() + " points at a column that is not there: "
                                    + column,
                            table.name());
                }
            }
        }
    }

    private void missing(Table table, Set<String> columns, List<String> used, String what) {
        for (String column : used) {
            if (!columns.contains(column) && !SYSTEM_COLUMNS.contains(column)) {
                problem(
                        what + " of " + table.name() + " needs column " + column + ", which is not there",
                        table.name());
            }
        }
    }

    /** Tables and indexes of a schema share one name space. */
    private void relation(QualifiedName name, Relation relation) {
        Relation other = relations.putIfAbsent(name, relation);
        if (other != null && !other.equals(relation)) {
            problem(
                    other.what() + " and " + relation.what()
                            + " have the same name, which PostgreSQL allows once in a schema",
                    other.table(),
                    relation.table());
        } else if (other != null) {
            problem(relation.what() + " is there twice", relation.table());
        }
    }

    private void problem(String message, QualifiedName... tables) {
        problems.add(message);
        concerned.addAll(List.of(tables));
    }
}
