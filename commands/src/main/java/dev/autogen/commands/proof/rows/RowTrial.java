package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.proof.rows.RowFindings.Way;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Recorder;
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
import org.postgresql.util.PSQLException;

/**
 * Takes a migration over rows that are made up, there and back, and looks at what becomes of them. What it does to empty
 * tables is known before.
 */
public final class RowTrial {
    private static final int FIRST = 1;
    /** Behind those of the first filling. */
    private static final int NEXT = 4;

    private final ScratchDatabase database;
    private final LoadedMigration migration;
    private final Scope scope;
    private final Set<QualifiedName> touched;
    private final PostgresDdl ddl;
    private final RecordedMigration recorded;
    private final Migrator migrator;
    private final Map<String, String> without = new TreeMap<>();

    /**
     * @param database holds no rows; the migration is not applied
     * @param migration one that stands on nothing
     * @param desired what its upgrade leads to
     * @param scope the schemas it works in
     * @param touched the tables it works on, by the names before or after
     */
    public RowTrial(
            ScratchDatabase database,
            RunOptions options,
            LoadedMigration migration,
            Catalog desired,
            Scope scope,
            Set<QualifiedName> touched) {
        this.database = database;
        this.recorded = RecordedMigration.of(migration.migration());
        this.migration = open().isEmpty()
                ? migration
                : new LoadedMigration(
                        migration.info(),
                        Recorder.filled(migration.migration(), new MadeUpBackfill(desired)::expression));
        this.scope = scope;
        this.touched = new TreeSet<>(touched);
        this.ddl = PostgresDdl.inDefaultSchema(scope.defaultSchema());
        this.migrator = Migrator.forConnections(database::connect)
                .migrations(List.of(this.migration))
                .options(options);
    }

    /** Tries it. */
    public RowFindings run() throws SQLException {
        Way up = up();
        Way down = isUp() ? down() : Way.untried("downgrade");
        return new RowFindings(up, down, without, open());
    }

    private List<String> open() {
        return recorded.upgrade().stream()
                .filter(Step.Unfilled.class::isInstance)
                .map(Step.Unfilled.class::cast)
                .map(unfilled -> unfilled.table() + "." + unfilled.column())
                .toList();
    }

    private Way up() throws SQLException {
        Catalog start = look();
        Set<QualifiedName> filled = fill(start, touched, FIRST);
        Snapshot before = snapshot(start, filled);
        try {
            migrator.upgrade("head");
        } catch (MigrationFailedException e) {
            empty(filled);
            return Way.failed("upgrade", reason(e));
        }
        List<Operation> operations = Step.operations(recorded.upgrade());
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

    private Way down() throws SQLException {
        Catalog end = look();
        Set<QualifiedName> created = Step.operations(recorded.upgrade()).stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .filter(name -> end.table(name).isPresent())
                .collect(toSet());
        Set<QualifiedName> old = new TreeSet<>(touched);
        old.removeAll(created);
        Set<QualifiedName> filled = fill(end, old, NEXT);
        Snapshot before = snapshot(end, filled);
        try {
            migrator.downgrade("base");
        } catch (MigrationFailedException e) {
            return Way.failed("downgrade", reason(e));
        }
        List<Loss> losses = new ArrayList<>(losses(before, filled, Step.operations(recorded.downgrade())));
        losses.removeIf(
                loss -> created.stream().anyMatch(name -> name.toString().equals(loss.what())));
        Catalog back = look();
        new TreeSet<>(created)
                .stream()
                        .filter(name -> back.table(name).isEmpty())
                        .forEach(name -> losses.add(Loss.ofNewTable(name.toString())));
        return filled.isEmpty() && losses.isEmpty() ? Way.untried("downgrade") : Way.survived("downgrade", losses);
    }

    private Set<QualifiedName> fill(Catalog catalog, Collection<QualifiedName> tables, int firstRow)
            throws SQLException {
        try (Connection connection = connect()) {
            RowMaker maker = new RowMaker(connection, catalog, scope.defaultSchema(), firstRow);
            for (QualifiedName table : tables) {
                maker.fill(table);
            }
            maker.without().forEach((table, why) -> {
                if (touched.contains(table)) {
                    without.putIfAbsent(table.toString(), why);
                }
            });
            return maker.filled();
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
            return new Survival(before, after, operations, connection).losses();
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

    private static String reason(MigrationFailedException failure) {
        return failure.getCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getMessage()
                : String.valueOf(failure.getCause().getMessage())
                        .lines()
                        .findFirst()
                        .orElse("");
    }
}
