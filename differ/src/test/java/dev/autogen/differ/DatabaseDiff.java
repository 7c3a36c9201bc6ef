package dev.autogen.differ;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * {@code from(ddl).to(ddl).yields(sql)}: compares two real databases, and whatever the test asks for also demands the laws:
 * after the upgrade nothing differs, after the downgrade the start is back.
 */
final class DatabaseDiff {
    private static final Scope SCOPE = Scope.of("public", "other");
    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("public");

    /** Two databases for all tests, emptied for each: making one takes longer than everything else. */
    private static final Side LIVE = Side.open();

    private static final Side MODEL = Side.open();
    private static final String EMPTY =
            "drop schema if exists other cascade; drop schema public cascade; create schema public; ";

    private final String before;
    private String after;

    private DatabaseDiff(String before) {
        this.before = before;
    }

    /** Drops the databases; called when a test class is through. */
    static void close() {
        LIVE.close();
        MODEL.close();
    }

    static DatabaseDiff from(String ddl) {
        return new DatabaseDiff(ddl);
    }

    DatabaseDiff to(String ddl) {
        after = ddl;
        return this;
    }

    /** The upgrade, as SQL with a statement a line, is this. */
    void yields(String sql) throws SQLException {
        assertThat(diffAndProve().stripTrailing()).isEqualTo(sql.stripTrailing());
    }

    /** There is something to do, and the laws hold. */
    void holds() throws SQLException {
        assertThat(diffAndProve()).isNotEmpty();
    }

    void yieldsNothing() throws SQLException {
        assertThat(diffAndProve()).isEmpty();
    }

    /**
     * The second database taken for an entity model that names neither constraints nor indexes: what autogen does about it
     * leaves nothing to do, and can be undone.
     */
    void convergesAsModel() throws SQLException {
        LIVE.become(before);
        MODEL.become(after);
        Catalog start = LIVE.introspect();
        Catalog model = unnamed(MODEL.introspect());
        DiffOptions options = DiffOptions.ENTITIES.withAllowDrops(true);
        SchemaDiff diff = new SchemaDiffer().diff(model, start, options);
        LIVE.apply(diff.upgrade());
        SchemaDiff again = new SchemaDiffer().diff(model, LIVE.introspect(), options);
        assertThat(sql(again.upgrade()))
                .as("difference after the upgrade:%n%s", sql(diff.upgrade()))
                .isEmpty();
        LIVE.apply(diff.downgrade());
        assertThat(diff(start, LIVE.introspect()))
                .as("difference after the downgrade")
                .isEmpty();
    }

    private static Catalog unnamed(Catalog catalog) {
        return catalog.withTables(catalog.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                                .map(constraint -> constraint.withName(null))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> index.withName(null))
                                .toList()))
                .toList());
    }

    private String diffAndProve() throws SQLException {
        LIVE.become(before);
        MODEL.become(after);
        Catalog start = LIVE.introspect();
        Catalog desired = MODEL.introspect();
        assertThat(diff(start, start)).as("diff of a database with itself").isEmpty();
        SchemaDiff diff = new SchemaDiffer().diff(desired, start, DiffOptions.DATABASES);
        LIVE.apply(diff.upgrade());
        assertThat(diff(desired, LIVE.introspect()))
                .as("difference after the upgrade")
                .isEmpty();
        LIVE.apply(diff.downgrade());
        assertThat(diff(start, LIVE.introspect()))
                .as("difference after the downgrade")
                .isEmpty();
        LIVE.apply(diff.upgrade());
        return sql(diff.upgrade());
    }

    private static String diff(Catalog desired, Catalog live) {
        SchemaDiff diff = new SchemaDiffer().diff(desired, live, DiffOptions.DATABASES);
        assertThat(diff.notices())
                .filteredOn(notice -> notice.kind() == Notice.Kind.UNSUPPORTED)
                .isEmpty();
        return sql(diff.upgrade());
    }

    static String sql(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> DDL.statements(operation).stream())
                .map(statement -> statement.sql().replaceAll("\\s+", " ").replace("public.", "") + "\n")
                .collect(joining());
    }

    /** A database and the one connection to it. */
    private record Side(TestDatabase database, Connection connection) {
        static Side open() {
            TestDatabase database = PostgresForTests.freshDatabase();
            try {
                return new Side(database, database.connect());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void become(String ddl) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(EMPTY + ddl);
            }
        }

        void apply(List<Operation> operations) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (Operation operation : operations) {
                    for (SqlStatement sql : DDL.statements(operation)) {
                        statement.execute(sql.sql());
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }

        Catalog introspect() throws SQLException {
            return new CatalogIntrospector().introspect(connection, SCOPE).catalog();
        }

        void close() {
            database.close();
        }
    }
}
