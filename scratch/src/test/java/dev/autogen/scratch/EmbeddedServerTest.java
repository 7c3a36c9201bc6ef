package dev.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path project;

    @Test
    void data_are_kept_between_starts() throws Exception {
        Path directory = project.resolve(".autogen/pg-17");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            server.createDatabase("shop");
            execute(server, "shop", "CREATE TABLE t AS SELECT 42 AS n");
        }
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(query(server, "shop", "SELECT n FROM t")).isEqualTo("42");
        }
    }

    @Test
    void a_path_may_hold_spaces_quotes_dollars_and_unicode() throws Exception {
        Path directory = project.resolve("mein \"schönes\" Projekt $HOME `id` 日本/it's here");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(query(server, "postgres", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_database_may_have_any_name() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            String name = "Shop \"ü\" & co? 100%/1";
            assertThat(server.createDatabaseIfMissing(name)).isTrue();
            assertThat(server.createDatabaseIfMissing(name)).isFalse();
            assertThat(query(server, name, "SELECT current_database()")).isEqualTo(name);
            assertThatThrownBy(() -> server.createDatabase(name))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("already exists");
            try (Connection open = server.connect(name)) {
                server.dropDatabase(name);
                assertThat(open.isValid(1)).isFalse();
            }
            server.dropDatabase(name);
            assertThat(server.createDatabaseIfMissing(name)).isTrue();
        }
    }

    @Test
    void close_stops_the_server_and_ends_its_connections() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(project.resolve("pg"));
        String url = server.jdbcUrl("postgres");
        try (Connection open = server.connect("postgres")) {
            server.close();
            server.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(project.resolve("pg/data/postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }

    @Test
    void a_temporary_server_leaves_nothing_behind() throws Exception {
        EmbeddedServer server = EmbeddedServer.startTemporary();
        Path directory = server.directory();
        assertThat(directory).isDirectory();
        server.close();
        assertThat(directory).doesNotExist();
    }

    @Test
    void several_servers_run_side_by_side() throws Exception {
        try (EmbeddedServer one = EmbeddedServer.start(project.resolve("one"));
                EmbeddedServer two = EmbeddedServer.start(project.resolve("two"))) {
            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(one.password()).isNotEqualTo(two.password());
            assertThat(query(two, "postgres", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void only_its_user_can_use_it() throws Exception {
        Path directory = project.resolve("pg");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            String stranger = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(server.port());
            assertThatThrownBy(() -> DriverManager.getConnection(stranger + "&password=guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(query(server, "postgres", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "postgres", "SHOW unix_socket_directories"))
                    .isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(server.toString()).doesNotContain(server.password());
        }
    }

    @Test
    void kept_data_survive_a_crash_and_temporary_ones_are_fast() throws Exception {
        try (EmbeddedServer kept = EmbeddedServer.start(project.resolve("pg"));
                EmbeddedServer temporary = EmbeddedServer.startTemporary()) {
            assertThat(query(kept, "postgres", "SHOW fsync")).isEqualTo("on");
            assertThat(query(kept, "postgres", "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(temporary, "postgres", "SHOW fsync")).isEqualTo("off");
        }
    }

    @Test
    void it_is_utf8_with_the_same_order_on_every_machine() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            assertThat(query(server, "postgres", "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(server, "postgres", "SELECT datcollate FROM pg_database WHERE datname = 'postgres'"))
                    .isEqualTo("C");
        }
    }

    @Test
    void its_major_version_is_the_bundled_one() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            assertThat(query(server, "postgres", "SHOW server_version_num"))
                    .startsWith(Integer.toString(server.majorVersion()));
            assertThat(EmbeddedServer.bundledMajorVersion()).isEqualTo(server.majorVersion());
        }
    }

    @Test
    void five_thousand_tables_fit_into_one_transaction() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            String created = """
                    DO $$ BEGIN
                      FOR i IN 1..5000 LOOP EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, n text)', i); END LOOP;
                    END $$
                    """;
            execute(server, "postgres", created);
            assertThat(query(server, "postgres", "SELECT count(*) FROM pg_class WHERE relname ~ '^t\\d+$'"))
                    .isEqualTo("5000");
        }
    }

    static void execute(EmbeddedServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    static boolean reachable(EmbeddedServer server) {
        try {
            return query(server, "postgres", "SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }
}
