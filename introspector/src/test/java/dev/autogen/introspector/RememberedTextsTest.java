package dev.autogen.introspector;

import static dev.autogen.introspector.Catalogs.expressions;
import static dev.autogen.introspector.Catalogs.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was judged once need not be judged again, and nothing else changes by that. */
class RememberedTextsTest {
    private static final int TEXTS = 60;

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresForTests.freshDatabase();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void what_was_judged_in_an_earlier_run_is_not_asked_again() throws SQLException, IOException {
        Catalog model = model("length(name) between 1 and %d");

        Answer first = remembering(model);
        Answer second = remembering(model);

        assertThat(second.texts()).isEqualTo(first.texts()).isEqualTo(forgetting(model));
        assertThat(second.roundTrips()).isLessThan(first.roundTrips());
        assertThat(second.result().judgedBy()).isEqualTo(first.result().judgedBy());
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_function_that_is_a_better_match_from_now_on_is_noticed() throws SQLException {
        Catalog model = model("length(name) < %d");
        Answer before = remembering(model);

        database.execute("CREATE FUNCTION length(varchar) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'");
        Answer after = remembering(model);

        assertThat(after.texts()).isEqualTo(forgetting(model)).isNotEqualTo(before.texts());
    }

    @Test
    void a_setting_that_changes_how_constants_are_read_is_noticed() throws SQLException {
        Catalog model = model("seen < '2020-01-01 00:00'::timestamptz + interval '%d days'");
        set("TimeZone = 'UTC'");
        Answer before = remembering(model);

        set("TimeZone = 'Asia/Tokyo'");
        assertThat(remembering(model).texts()).isEqualTo(forgetting(model)).isNotEqualTo(before.texts());
    }

    @Test
    void what_refers_to_the_projects_own_functions_is_judged_each_time() throws SQLException, IOException {
        database.execute("CREATE FUNCTION fits(varchar, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'");

        remembering(model("fits(name, %d)"));

        assertThat(files()).isEmpty();
    }

    @Test
    void constants_that_mean_another_day_tomorrow_are_judged_each_time() throws SQLException, IOException {
        remembering(model("seen > 'today'::timestamptz + interval '%d days'"));

        assertThat(files()).isEmpty();
    }

    @Test
    void refusals_are_not_kept() throws SQLException, IOException {
        assertThat(remembering(model("nowhere < %d")).result().refused()).hasSize(TEXTS);

        assertThat(files()).isEmpty();
    }

    @Test
    void a_damaged_file_is_as_good_as_none() throws SQLException, IOException {
        Catalog model = model("length(name) <> %d");
        Answer first = remembering(model);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 10, whole.length / 2, whole.length - 1)) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            assertThat(remembering(model).texts()).as("%d bytes", length).isEqualTo(first.texts());
            assertThat(file).hasBinaryContent(whole);
        }
        byte[] other = whole.clone();
        other[whole.length / 2] ^= 1;
        Files.write(file, other);
        assertThat(remembering(model).texts()).isEqualTo(first.texts());
    }

    @Test
    void a_directory_that_cannot_be_made_stops_nothing() throws SQLException, IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Catalog model = model("length(name) > %d");

        Canonicalization result =
                Canonicalizer.forSchema("public").remembering(file).canonicalize(model, Catalog.of(), connection);

        assertThat(expressions(result.desired())).isEqualTo(forgetting(model));
    }

    private record Answer(Canonicalization result, int roundTrips) {
        List<String> texts() {
            return expressions(result.desired());
        }
    }

    private Answer remembering(Catalog model) throws SQLException {
        RoundTrips trips = new RoundTrips(connection);
        Canonicalization result = Canonicalizer.forSchema("public")
                .remembering(directory)
                .canonicalize(model, Catalog.of(), trips.connection());
        return new Answer(result, trips.count());
    }

    private List<String> forgetting(Catalog model) throws SQLException {
        return expressions(Canonicalizer.forSchema("public")
                .canonicalize(model, Catalog.of(), connection)
                .desired());
    }

    private void set(String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + setting);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(file -> file.toString().endsWith(".texts")).toList();
        }
    }

    /** Tables with a check each. */
    private static Catalog model(String check) {
        return Catalog.of(IntStream.range(0, TEXTS)
                .mapToObj(i -> table(
                                "t" + i,
                                Column.of("name", DataType.of("varchar", 10)),
                                Column.of("seen", DataType.of("timestamptz")))
                        .withConstraints(List.of(CheckConstraint.of(null, SqlExpression.of(check.formatted(i))))))
                .toArray(Table[]::new));
    }
}
