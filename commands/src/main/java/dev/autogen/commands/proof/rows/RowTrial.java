package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.proof.rows.RowFindings.Way;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes a migration over rows that are made up, there and back, and looks at what becomes of them. What it does to empty
 * tables is known before.
 */
public final class RowTrial {
    private static final Numbering FIRST = new Numbering(1, false);
    /** Behind those of the first filling. */
    private static final Numbering NEXT = new Numbering(6, false);

    private final ScratchDatabase database;
    private final List<Operation> asked;
    private final Catalog desired;
    private final Scope scope;
    private final Set<QualifiedName> touched;
    private final PostgresDdl ddl;
    private final List<RecordedMigration> recorded;
    private final Migrator migrator;
    private final Map<String, String> without = new TreeMap<>();

    /**
     * @param database holds no rows; the migrations are not applied
     * @param migrations each standing on the one before, the first on nothing
     * @param asked the operations that the difference consists of, which tell what is a rename that is done otherwise
     * @param live what they begin with
     * @param desired what their upgrade leads to
     * @param scope the schemas they work in
     * @param touched the tables they work on, by the names before or after
     */
    public RowTrial(
            ScratchDatabase database,
            RunOptions options,
            List<LoadedMigration> migrations,
            List<Operation> asked,
            Catalog live,
            Catalog desired,
            Scope scope,
            Set<QualifiedName> touched) {
        this.database = database;
        this.recorded = migrations.stream()
                .map(migration -> RecordedMigration.of(migration.migration()))
                .toList();
        this.asked = List.copyOf(asked);
        this.desired = desired;
        this.scope = scope;
        this.touched = new TreeSet<>(touched);
        this.ddl = PostgresDdl.inDefaultSchema(scope.defaultSchema());
        this.migrator = Migrator.forConnections(database::connect)
                .migrations(migrations.stream()
                        .map(migration -> open().isEmpty() ? migration : OpenBackfills.filled(migration, desired, live))
                        .toList())
                .options(options);
    }

    /** Tries it. */
    public RowFindings run() throws SQLException {
        Catalog start = look();
        Way up = up(start);
        Way down = isUp() ? down(start) : Way.untried("downgrade");
        return new RowFindings(up, down, without, open());
    }

    private List<String> open() {
        return recorded.stream()
                .flatMap(migration -> OpenBackfills.of(migration).stream())
                .distinct()
                .toList();
    }

    private List<Step> upgrade() {
        return recorded.stream()
                .flatMap(migration -> migration.upgrade().stream())
                .toList();
    }

    private List<Step> downgrade() {
        List<Step> steps = new ArrayList<>();
        for (int i = recorded.size() - 1; i >= 0; i--) {
            steps.addAll(recorded.get(i).downgrade());
        }
        return steps;
    }

    private Way up(Catalog start) throws SQLException {
        Set<QualifiedName> filled = fill(start, new Demands(desired, upgrade()), touched, FIRST);
        Snapshot before = snapshot(start, filled);
        try {
            migrator.upgrade("head");
        } catch (MigrationFailedException e) {
            empty(filled);
            return Way.failed("upgrade", e);
        }
        List<Operation> operations = CarriedValues.renamed(Step.operations(upgrade()), asked);
        return filled.isEmpty() ? Way.untried("upgrade") : Way.survived("upgrade", losses(before, filled, operations));
    }

    /** Whether it is applied by now; on empty tables it can be, even where it failed on rows. */
    private boolean isUp() throws SQLException {
        try {
            migrator.upgrade("head");
            return true;
        } catch (MigrationFailedException saidBefore) {
            return false;
        }
    }

    private Way down(Catalog start) throws SQLException {
        Catalog end = look();
        Set<QualifiedName> created = Step.operations(upgrade()).stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .filter(name -> end.table(name).isPresent())
                .collect(toSet());
        Set<QualifiedName> old = new TreeSet<>(touched);
        old.removeAll(created);
        Set<QualifiedName> filled = fill(end, new Demands(start, downgrade()), old, NEXT);
        Snapshot before = snapshot(end, filled);
        try {
            migrator.downgrade("base");
        } catch (MigrationFailedException e) {
            return Way.failed("downgrade", e);
        }
        List<Loss> losses = new ArrayList<>(
                losses(before, filled, CarriedValues.renamed(Step.operations(downgrade()), reversed(asked))));
        losses.removeIf(
                loss -> created.stream().anyMatch(name -> name.toString().equals(loss.what())));
        Catalog back = look();
        new TreeSet<>(created)
                .stream()
                        .filter(name -> back.table(name).isEmpty())
                        .forEach(name -> losses.add(Loss.ofNewTable(name.toString())));
        return filled.isEmpty() && losses.isEmpty() ? Way.untried("downgrade") : Way.survived("downgrade", losses);
    }

    /** The renames among them the other way round. */
    private static List<Operation> reversed(List<Operation> operations) {
        return operations.stream()
                .filter(RenameColumn.class::isInstance)
                .flatMap(operation -> operation.reverse().stream())
                .toList();
    }

    private Set<QualifiedName> fill(
            Catalog catalog, Demands demands, Collection<QualifiedName> tables, Numbering numbering)
            throws SQLException {
        try (Connection connection = connect()) {
            MadeRows made = new MadeRows();
            RowMaker maker = new RowMaker(connection, catalog, scope.defaultSchema(), demands, numbering, made);
            for (QualifiedName table : tables) {
                maker.fill(table);
            }
            maker.without().forEach((table, why) -> {
                if (touched.contains(table)) {
                    without.putIfAbsent(table.toString(), why);
                }
            });
            return made.tables();
        }
    }

    private void empty(Set<QualifiedName> filled) throws SQLException {
        Catalog now = look();
        String tables = filled.stream()
                .filter(name -> now.table(name).isPresent())
                .map(ddl::qualified)
                .sorted()
                .collect(joining(", "));
        if (!tables.isEmpty()) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + tables + " CASCADE");
            }
        }
    }

    private Snapshot snapshot(Catalog catalog, Set<QualifiedName> tables) throws SQLException {
        try (Connection connection = connect()) {
            return Snapshot.of(connection, catalog, scope.defaultSchema(), tables);
        }
    }

    private List<Loss> losses(Snapshot before, Set<QualifiedName> tables, List<Operation> operations)
            throws SQLException {
        Moves moves = Moves.of(operations);
        Snapshot after = snapshot(look(), tables.stream().map(moves::table).collect(toSet()));
        try (Connection connection = connect()) {
            return new Survival(before, after, moves, operations, connection).losses();
        }
    }

    private Catalog look() throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogIntrospector().introspect(connection, scope).catalog();
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + Identifiers.quote(scope.defaultSchema()) + ", public");
        }
        return connection;
    }
}
