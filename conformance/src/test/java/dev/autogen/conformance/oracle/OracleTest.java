package dev.autogen.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.oracle.Server.Database;
import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hibernate's own export and autogen's migration from empty give the same catalog, and whatever Hibernate made from empty,
 * autogen has nothing to say about.
 */
class OracleTest {

    /** The names of constraints and the order of a table's columns aside, everything counts. */
    private static final ListingOptions EQUALITY = ListingOptions.defaults().ignoringNames();

    private static Zoo zoo;
    private static Zoo modern;

    @BeforeAll
    static void compile() {
        zoo = Zoo.of(
                "inheritance",
                "embedded",
                "collections",
                "types",
                "columns",
                "identifiers",
                "names",
                "keys",
                "validation",
                "mapped");
        modern = Zoo.against("hibernate-7.0", "persistence32");
    }

    static Stream<Arguments> matrix() {
        return Matrix.cells();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("matrix")
    void autogen_makes_what_hibernate_makes(HibernateLine line, int major) throws SQLException {
        agree(zoo, line, major);
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("matrixOfPersistence32")
    void autogen_makes_what_hibernate_makes_of_jakarta_persistence_3_2(HibernateLine line, int major)
            throws SQLException {
        agree(modern, line, major);
    }

    static Stream<Arguments> matrixOfPersistence32() {
        return Matrix.ends().filter(cell -> !cell.get()[0].equals(HibernateLine.of("6.6")));
    }

    @Test
    void autogen_makes_the_audit_tables_of_envers() throws SQLException {
        agree(Zoo.against("envers", "audited"), HibernateLine.withEnvers(), 17);
    }

    private static void agree(Zoo zoo, HibernateLine line, int major) throws SQLException {
        Server server = Server.of(major);
        ModelDiff model = ModelDiff.of(zoo, line, major);
        try (Database exported = server.database();
                Database updated = server.database();
                Database migrated = server.database();
                Connection export = exported.connect();
                Connection update = updated.connect();
                Connection migration = migrated.connect()) {
            assertThat(line.create(zoo, exported.url())).isEmpty();
            List<String> oracle = DatabaseListing.of(export, EQUALITY);
            assertThat(model.differences(export)).as("after Hibernate's export").isEmpty();

            List<Operation> downgrade = model.apply(migration);
            assertThat(DatabaseListing.of(migration, EQUALITY)).isEqualTo(oracle);
            assertThat(model.differences(migration))
                    .as("after autogen's migration")
                    .isEmpty();
            ModelDiff.run(downgrade, migration);
            assertThat(DatabaseListing.of(migration, EQUALITY)).isEmpty();

            assertThat(line.update(zoo, updated.url())).isEmpty();
            assertThat(model.differences(update))
                    .as("after hbm2ddl.auto=update")
                    .isEmpty();
        }
    }
}
