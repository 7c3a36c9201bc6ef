package dev.autogen.conformance.laws;

import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.recipe.RecipeStep;
import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A database that is emptied for each pair: making one takes longer than all the laws together. */
final class LawDatabase implements AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private String schema = "public";

    private LawDatabase(TestDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
    }

    static LawDatabase open() throws SQLException {
        return new LawDatabase(PostgresForTests.freshDatabase());
    }

    /** Empties it but for the default schema. */
    void clear(String defaultSchema) throws SQLException {
        schema = defaultSchema;
        try (Statement statement = connection.createStatement()) {
            StringBuilder sql = new StringBuilder();
            for (String name : schemas(statement)) {
                sql.append("DROP SCHEMA ").append(Identifiers.quote(name)).append(" CASCADE; ");
            }
            for (String name : new LinkedHashSet<>(List.of("public", defaultSchema))) {
                sql.append("CREATE SCHEMA ").append(Identifiers.quote(name)).append("; ");
            }
            statement.execute(sql.toString());
        }
    }

    private static Set<String> schemas(Statement statement) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (var row = statement.executeQuery("SELECT nspname FROM pg_catalog.pg_namespace"
                + " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** Runs statements in the schema {@code public}. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Catalog introspect() throws SQLException {
        Scope scope = Scope.of(schema, Growth.SCHEMAS.toArray(String[]::new));
        return new CatalogIntrospector().introspect(connection, scope).catalog();
    }

    /** Lets the server judge, and demands that it takes every text. */
    Canonicalization canonicalize(String law, Catalog desired, Catalog live) throws SQLException {
        Canonicalization spoken = Canonicalizer.forSchema(schema).canonicalize(desired, live, connection);
        if (!spoken.refused().isEmpty() || !spoken.unjudged().isEmpty()) {
            throw new LawViolation(law + ": PostgreSQL takes every text", spoken.refused() + "\n" + spoken.unjudged());
        }
        return spoken;
    }

    /** Whether PostgreSQL takes all that survives the change of a column's type. */
    boolean feasible(SchemaDiff diff, Canonicalization spoken) throws SQLException {
        return Canonicalizer.forSchema(schema)
                .refused(spoken.desired(), spoken.live(), diff.trials(), connection)
                .isEmpty();
    }

    /** Runs the operations the way the runner does: in one transaction, the default schema first in the search path. */
    void apply(String law, List<Operation> operations) throws SQLException {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(schema);
        String at = "";
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = " + Identifiers.quote(schema) + ", public");
            for (Operation operation : operations) {
                for (SqlStatement sql : ddl.statements(operation)) {
                    at = sql.sql();
                    statement.execute(at);
                }
            }
            connection.commit();
        } catch (SQLException refused) {
            throw new LawViolation(
                    law + ": every statement runs (" + refused.getSQLState() + ")",
                    refused.getMessage() + "\nwhen running: " + at + "\nof:\n" + Ddl.of(schema, operations),
                    refused);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Runs the steps the way the runner does, in as many transactions as they take. There are no rows to fill. */
    void carryOut(String law, List<RecipeStep> steps) throws SQLException {
        List<Operation> open = new ArrayList<>();
        for (RecipeStep step : steps) {
            if (step.isInTransaction()) {
                step.carriedOut().ifPresent(open::add);
                continue;
            }
            apply(law, open);
            open.clear();
            if (step.carriedOut().isPresent()) {
                applyAlone(law, step.carriedOut().get());
            }
        }
        apply(law, open);
    }

    private void applyAlone(String law, Operation operation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + Identifiers.quote(schema) + ", public");
            for (SqlStatement sql : PostgresDdl.inDefaultSchema(schema).statements(operation)) {
                statement.execute(sql.sql());
            }
        } catch (SQLException refused) {
            throw new LawViolation(
                    law + ": every statement runs (" + refused.getSQLState() + ")",
                    refused.getMessage() + "\nof:\n" + Ddl.of(schema, List.of(operation)),
                    refused);
        } finally {
            execute("RESET search_path");
        }
    }

    /** What another reader of catalogs says. */
    List<String> listing() throws SQLException {
        return DatabaseListing.of(connection, ListingOptions.defaults());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
