package dev.autogen.commands.proof;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.proof.rows.RowFindings;
import dev.autogen.commands.proof.rows.RowTrial;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.DependentName;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a migration, or those that follow on each other, on a scratch copy of what it touches and holds it to three laws:
 * upgrade gives what the entities say, downgrade gives back what was there, upgrade works again. Positions of columns and names that nobody chose do not
 * count.
 */
public final class Prover {
    private static final int SHOWN = 5;

    private final Obligation obligation;
    private final List<LoadedMigration> migrations;

    /**
     * @param obligation what the migrations are to do
     * @param migrations the migrations, compiled from their files, each standing on the one before; as a rule only one
     */
    public Prover(Obligation obligation, List<LoadedMigration> migrations) {
        this.obligation = obligation;
        List<LoadedMigration> chain = new ArrayList<>();
        for (LoadedMigration migration : migrations) {
            RevisionInfo info = migration.info();
            List<String> before = chain.isEmpty()
                    ? List.of()
                    : List.of(chain.get(chain.size() - 1).info().id());
            RevisionInfo alone = new RevisionInfo(
                    info.id(),
                    before,
                    List.of(),
                    List.of(),
                    List.of(),
                    info.message(),
                    info.created(),
                    info.baseline(),
                    info.source());
            chain.add(new LoadedMigration(alone, migration.migration()));
        }
        this.migrations = List.copyOf(chain);
    }

    /**
     * What the copy holds at a moment.
     *
     * @param catalog the tables and all that belongs to them
     * @param hanging what hangs on what the migrations touch
     */
    private record Standing(Catalog catalog, Map<DependentName, DependentObject> hanging) {}

    /**
     * Proves the migrations.
     *
     * @param database the database it was written for
     * @param scratch what {@code --scratch-url} names; empty without
     */
    public Proof prove(Database database, Optional<ConnectionTarget> scratch) {
        return Proof.tried(() -> {
            try (ScratchServer server = ScratchServer.open(scratch, Optional.of(database));
                    ScratchDatabase copy = server.create()) {
                return prove(copy);
            }
        });
    }

    private Proof prove(ScratchDatabase copy) throws SQLException {
        Extract extract = Extract.of(obligation.diff(), obligation.live(), obligation.desired());
        Optional<String> missing =
                extract.beyond().map(table -> "needs " + table + ", which is not part of the comparison");
        if (missing.isEmpty()) {
            missing = fill(copy, extract.from(obligation.live()));
        }
        if (missing.isPresent()) {
            return Proof.notProved(missing.get());
        }
        try {
            Optional<Proof> failure = walked(copy, extract);
            return failure.isPresent() ? failure.get() : proved(copy, extract);
        } catch (MigrationFailedException e) {
            String first = e.getMessage().lines().findFirst().orElse("");
            return Proof.failed(
                    first.endsWith(":") ? first.substring(0, first.length() - 1) : first,
                    e.getMessage().substring(first.length()));
        }
    }

    /** Up, down, up and down again; answers the first law that does not hold. */
    private Optional<Proof> walked(ScratchDatabase copy, Extract extract) throws SQLException {
        Migrator migrator =
                Migrator.forConnections(copy::connect).migrations(migrations).options(obligation.run());
        List<Standing> before = new ArrayList<>();
        for (LoadedMigration migration : migrations) {
            before.add(new Standing(look(copy), hanging(copy)));
            migrator.upgrade(migration.info().id());
        }
        Optional<Proof> first =
                upgraded(copy, extract, "after upgrade, " + obligation.sides().differ());
        if (first.isPresent()) {
            return first;
        }
        for (int i = migrations.size() - 1; i >= 0; i--) {
            migrator.downgrade(i == 0 ? "base" : migrations.get(i - 1).info().id());
            Optional<Proof> back =
                    stands(copy, before.get(i), "downgrade" + which(i) + " does not give back what was there");
            if (back.isPresent()) {
                return back;
            }
        }
        for (int i = 0; i < migrations.size(); i++) {
            // Before the first one it is known by now.
            Optional<Proof> same = i == 0
                    ? Optional.empty()
                    : stands(copy, before.get(i), "the second upgrade does not give what the first one gave");
            if (same.isPresent()) {
                return same;
            }
            migrator.upgrade(migrations.get(i).info().id());
        }
        Optional<Proof> again = upgraded(
                copy,
                extract,
                "after upgrade, downgrade and upgrade, " + obligation.sides().differ());
        migrator.downgrade("base");
        return again;
    }

    private String which(int place) {
        return migrations.size() == 1
                ? ""
                : " of " + migrations.get(place).info().described();
    }

    /** The laws hold on empty tables; what becomes of rows is to be told. */
    private Proof proved(ScratchDatabase copy, Extract extract) throws SQLException {
        RowFindings rows = new RowTrial(
                        copy,
                        obligation.run(),
                        migrations,
                        obligation.diff().upgrade(),
                        obligation.live(),
                        obligation.desired(),
                        obligation.scope(),
                        extract.touched())
                .run();
        int version = version(copy);
        boolean onEmpty = rows.upgrade().failure().isPresent();
        boolean several = migrations.size() > 1;
        String message = "Proved on a scratch copy (PostgreSQL " + version + (onEmpty ? ", empty tables" : "")
                + (several ? "), one after the other: " : "): ") + "upgrade gives what "
                + obligation.sides().wish()
                + ", downgrade gives back what was there, upgrade works again.";
        String verdict = "Proved on PostgreSQL " + version + (onEmpty ? " with empty tables" : "")
                + (several ? ", expand and contract one after the other" : "") + ": upgrade, downgrade, upgrade.";
        return new Proof(
                Proof.Outcome.PROVED,
                Stream.concat(Stream.of(message), rows.lines().stream().map(line -> "  " + line))
                        .collect(joining("\n")),
                (verdict + " " + rows.verdict()).strip());
    }

    private static int version(ScratchDatabase copy) throws SQLException {
        try (Connection connection = copy.connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    /** Makes the copy; answers what cannot be copied. */
    private Optional<String> fill(ScratchDatabase copy, Catalog wanted) throws SQLException {
        String schema = obligation.scope().defaultSchema();
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(schema);
        try (Connection connection = copy.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema));
            statement.execute("SET search_path = " + Identifiers.quote(schema) + ", public");
            for (String extension : wanted.extensions()) {
                try {
                    statement.execute(
                            "CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(extension) + " SCHEMA public");
                } catch (SQLException e) {
                    return Optional.of(
                            "needs " + extension + ", which the scratch server does not have; use --scratch-url");
                }
            }
            Catalog before = new CatalogIntrospector()
                    .introspect(connection, obligation.scope())
                    .catalog();
            SchemaDiff everything = new SchemaDiffer().diff(wanted, before, DiffOptions.DATABASES);
            for (Operation operation : everything.upgrade()) {
                for (SqlStatement sql : ddl.statements(operation)) {
                    try {
                        statement.execute(sql.sql());
                    } catch (SQLException e) {
                        return Optional.of("the copy of the schema failed at " + OperationSummary.of(operation) + " ("
                                + e.getMessage().lines().findFirst().orElse("") + "); use --scratch-url");
                    }
                }
            }
            return new DependentsCopy(obligation.diff().dependents(), ddl).fill(connection, copy.isServerTemporary());
        }
    }

    private Catalog look(ScratchDatabase copy) throws SQLException {
        try (Connection connection = copy.connect()) {
            return new CatalogIntrospector()
                    .introspect(connection, obligation.scope())
                    .catalog();
        }
    }

    private Optional<Proof> upgraded(ScratchDatabase copy, Extract extract, String law) throws SQLException {
        DiffOptions options = obligation.options().withRenames(List.of());
        return compare(copy, extract.from(obligation.desired()), look(copy), options, law);
    }

    /** What hangs on what the migration touches, by name. */
    private Map<DependentName, DependentObject> hanging(ScratchDatabase copy) throws SQLException {
        if (obligation.diff().dependents().isEmpty()) {
            return Map.of();
        }
        Map<DependentName, DependentObject> objects = new LinkedHashMap<>();
        try (Connection connection = copy.connect()) {
            new CatalogIntrospector()
                            .dependents(
                                    connection,
                                    obligation.scope(),
                                    obligation.diff().touched())
                            .stream()
                            .map(Dependent::object)
                            .filter(Objects::nonNull)
                            .forEach(object -> objects.put(object.id(), object));
        }
        return objects;
    }

    private Optional<Proof> stands(ScratchDatabase copy, Standing wanted, String law) throws SQLException {
        Optional<Proof> tables = compare(copy, wanted.catalog(), look(copy), DiffOptions.DATABASES, law);
        if (tables.isPresent()) {
            return tables;
        }
        Map<DependentName, DependentObject> now = hanging(copy);
        String lost = wanted.hanging().entrySet().stream()
                .filter(object -> !object.getValue().equals(now.get(object.getKey())))
                .map(object -> "\n  " + object.getKey())
                .collect(joining());
        return lost.isEmpty() ? Optional.empty() : Optional.of(Proof.failed(law, ":" + lost));
    }

    private Optional<Proof> compare(
            ScratchDatabase copy, Catalog desired, Catalog live, DiffOptions options, String law) throws SQLException {
        try (Connection connection = copy.connect()) {
            Canonicalization spoken =
                    Canonicalizer.forSchema(obligation.scope().defaultSchema()).canonicalize(desired, live, connection);
            SchemaDiff left = new SchemaDiffer().diff(spoken.desired(), spoken.live(), options);
            if (left.isEmpty()) {
                return Optional.empty();
            }
            String difference = left.upgrade().stream()
                    .limit(SHOWN)
                    .map(operation -> "\n  " + OperationSummary.of(operation))
                    .collect(joining());
            return Optional.of(Proof.failed(law, ":" + difference));
        }
    }
}
