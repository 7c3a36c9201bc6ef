package dev.autogen.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.oracle.Server.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After {@code hbm2ddl.auto=update} from the version before, autogen tells what {@code update} left undone, and no more. */
class UpdateTest {

    private static final Zoo BEFORE = Zoo.of("before");
    private static final Zoo AFTER = Zoo.of("after");

    static Stream<Arguments> ends() {
        return Matrix.ends();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("ends")
    void what_update_leaves_undone(HibernateLine line, int major) throws SQLException {
        try (Database database = Server.of(major).database();
                Connection connection = database.connect()) {
            assertThat(line.create(BEFORE, database.url())).isEmpty();
            assertThat(line.update(AFTER, database.url())).isEmpty();
            ModelDiff model = ModelDiff.of(AFTER, line, major);
            assertThat(model.unclaimed(connection)).isEqualTo("""
                    ALTER TABLE customer DROP CONSTRAINT customer_status_check
                    ALTER TABLE customer ALTER COLUMN name SET NOT NULL
                    ALTER TABLE customer ALTER COLUMN required DROP NOT NULL
                    ALTER TABLE customer ALTER COLUMN balance SET DEFAULT 0
                    COMMENT ON COLUMN customer.email IS 'where to write to'
                    ALTER TABLE customer ADD CONSTRAINT customer_status_check CHECK (status in ('NEW','OLD','GONE'))
                    ALTER TABLE customer ADD CONSTRAINT ck_customer_points CHECK (points >= 0)
                    COMMENT ON TABLE customer IS 'who buys'
                    """);
            assertThat(model.differences(connection))
                    .as("with --allow-drops")
                    .contains("ALTER TABLE customer DROP COLUMN dropped\n");
            model.apply(connection);
            assertThat(model.unclaimed(connection)).isEmpty();
        }
    }
}
