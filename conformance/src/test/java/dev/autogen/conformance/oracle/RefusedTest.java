package dev.autogen.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.oracle.Server.Database;
import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings for which PostgreSQL refuses what Hibernate writes, and takes what autogen writes. */
class RefusedTest {

    private static final Zoo ZOO = Zoo.of("refused");

    static Stream<Arguments> ends() {
        return Matrix.ends();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("ends")
    void autogen_makes_what_the_mapping_says(HibernateLine line, int major) throws SQLException {
        try (Database database = Server.of(major).database();
                Connection connection = database.connect()) {
            assertThat(line.create(ZOO, database.url())).hasSize(5);
            ModelDiff model = ModelDiff.of(ZOO, line, major);
            model.apply(connection);
            assertThat(model.differences(connection)).isEmpty();
            assertThat(DatabaseListing.of(connection, ListingOptions.defaults()))
                    .filteredOn(fact -> fact.startsWith("index") || fact.startsWith("comment"))
                    .containsExactly(
                            "comment public.refused 'it''s refused'",
                            "index CREATE INDEX \"ix refused\" ON public.refused USING btree (name)",
                            "index CREATE INDEX ix_refused_lower ON public.refused USING btree (lower(name))",
                            "index CREATE INDEX ix_refused_nulls ON public.refused USING btree (name DESC NULLS LAST)",
                            "index CREATE UNIQUE INDEX ix_refused_unique ON public.refused USING btree"
                                    + " (lower(name), id)");
        }
    }
}
