package dev.autogen.conformance;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.Segment;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Two databases and a connection to each, emptied for every case: making a database takes longer than everything else.
 * Each case has a pair to itself, so cases may run at the same time.
 */
final class Workbench implements AutoCloseable {
    /** The schemas in which cases play; names without one are in the first. */
    static final Scope SCOPE = Scope.of("public", "other");

    static final PostgresDdl DDL = PostgresDdl.inDefaultSchema(SCOPE.defaultSchema());

    private static final ConcurrentLinkedQueue<Workbench> IDLE = new ConcurrentLinkedQueue<>();
    private static final String EMPTY = """
            set client_min_messages = warning;
            do $$
            declare
              name text;
            begin
              for name in select quote_ident(nspname) from pg_namespace
                  where nspname !~ '^pg_' and nspname <> 'information_schema' loop
                execute 'drop schema ' || name || ' cascade';
              end loop;
            end $$;
            create schema public;
            """;

    private final Database live;
    private final Database model;

    private Workbench(Database live, Database model) {
        this.live = live;
        this.model = model;
    }

    /** A pair that nobody else uses; to be given back by closing it. */
    static Workbench borrow() throws SQLException {
        Workbench idle = IDLE.poll();
        return idle != null ? idle : new Workbench(Database.open(), Database.open());
    }

    @Override
    public void close() {
        IDLE.add(this);
    }

    /** Drops the databases that nobody uses. */
    static void dropIdle() {
        for (Workbench idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
            idle.live.database.close();
            idle.model.database.close();
        }
    }

    /** The database that is changed. */
    Database live() {
        return live;
    }

    /** The database that it is to become like. */
    Database model() {
        return model;
    }

    /** A database and the one connection to it. */
    record Database(TestDatabase database, Connection connection) {
        static Database open() throws SQLException {
            TestDatabase database = PostgresForTests.freshDatabase();
            return new Database(database, database.connect());
        }

        /** Empties the database and makes it what the side says. */
        void become(Side side) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(EMPTY + (side instanceof Side.Ddl given ? given.ddl() : ""));
            }
            if (side instanceof Side.Known known) {
                apply(new SchemaDiffer()
                        .diff(known.catalog(), Catalog.EMPTY, DiffOptions.DATABASES)
                        .upgrade());
            }
        }

        /** Runs all in one transaction, as the runner does. */
        void apply(List<Operation> operations) throws SQLException {
            List<String> done = new ArrayList<>();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (Operation operation : operations) {
                    for (SqlStatement sql : DDL.statements(operation)) {
                        done.add(sql.sql());
                        statement.execute(sql.sql());
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new SQLException(
                        e.getMessage() + "\n" + String.join(";\n", done) + " <- here", e.getSQLState(), e);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }

        /** Runs the steps as the runner does, in as many transactions as they ask for. There is nothing to fill. */
        void run(List<Step> steps) throws SQLException {
            for (Segment segment : Segment.of(steps)) {
                List<Operation> operations = Step.operations(segment.steps());
                if (segment.kind() == Segment.Kind.TRANSACTION) {
                    apply(operations);
                } else {
                    applyAlone(operations);
                }
            }
        }

        private void applyAlone(List<Operation> operations) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (Operation operation : operations) {
                    for (SqlStatement sql : DDL.statements(operation)) {
                        statement.execute(sql.sql());
                    }
                }
            }
        }

        LiveCatalog introspect() throws SQLException {
            return new CatalogIntrospector().introspect(connection, SCOPE);
        }

        /** The difference with what hangs on what it changes. */
        SchemaDiff carrying(SchemaDiff diff) throws SQLException {
            List<Touched> touched = diff.touched();
            return touched.isEmpty()
                    ? diff
                    : diff.carrying(new CatalogIntrospector().dependents(connection, SCOPE, touched));
        }

        /** Compares as the commands do: this server judges the texts of both sides. */
        SchemaDiff diff(Catalog desired, Catalog existing, DiffOptions options) throws SQLException {
            Canonicalization spoken =
                    Canonicalizer.forSchema(SCOPE.defaultSchema()).canonicalize(desired, existing, connection);
            if (!spoken.refused().isEmpty()) {
                throw new SQLException("PostgreSQL refuses " + spoken.refused());
            }
            SchemaDiff diff = carrying(new SchemaDiffer().diff(spoken.desired(), spoken.live(), options))
                    .askingForDependents(spoken.live());
            return diff.refusing(Canonicalizer.forSchema(SCOPE.defaultSchema())
                    .refused(spoken.desired(), spoken.live(), diff.trials(), connection));
        }

        /** What a query gives, columns separated by {@code |}; nothing when there is no query. */
        List<String> rows(String query) throws SQLException {
            return query == null ? List.of() : database.query(query);
        }

        /** What another witness than the introspector sees. */
        List<String> listing() throws SQLException {
            return DatabaseListing.of(connection, ListingOptions.defaults());
        }
    }
}
