import dev.autogen.scratch.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps a PostgreSQL running, with a database for each of the models, until standard input ends. */
public final class ServeDatabase {

    private ServeDatabase() {}

    /**
     * Creates a database for each directory with a {@code schema.sql}, writes its URL to {@code url} in the directory,
     * says {@code ready}, and waits.
     *
     * @param arguments the directories
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            for (String argument : arguments) {
                Path directory = Path.of(argument);
                String name = directory.getFileName().toString();
                server.createDatabase(name);
                try (Connection connection = server.connect(name);
                        Statement statement = connection.createStatement()) {
                    statement.execute(Files.readString(directory.resolve("schema.sql")));
                    // So that nothing is analyzed in the background while the clock runs.
                    statement.execute("VACUUM ANALYZE");
                }
                Files.writeString(directory.resolve("url"), server.jdbcUrl(name));
            }
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // Until the end.
            }
        }
    }
}
