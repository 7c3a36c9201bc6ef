package dev.autogen.introspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.schema.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.postgresql.PGConnection;

/** PostgreSQL as the judge of texts, in a transaction that is rolled back whatever happens. */
final class ScratchServer implements AutoCloseable {
    private static final int BATCH = 500;
    private static final Set<String> UNTRANSLATABLE = Set.of("22P05", "22021");
    private static final String JUDGE = "SELECT * FROM pg_temp.autogen_judge(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final ReadTransaction transaction;
    private final String modelPath;
    private final String livePath;
    private final String trialPath;
    private final String printPath;
    private int number;
    private boolean unprepared;
    /** Null when nothing is remembered. */
    private JudgedTexts memory;

    /** How PostgreSQL's words name things. */
    enum Words {
        /** With the schema of all that is not PostgreSQL's own. */
        QUALIFIED,
        /** Without it in the default schema, so that they compare with those about another default schema. */
        RELATIVE
    }

    private ScratchServer(
            Connection connection, ReadTransaction transaction, String defaultSchema, String rolePath, Words words) {
        this.connection = connection;
        this.transaction = transaction;
        String schema = Identifiers.quote(defaultSchema);
        this.modelPath = rolePath.isBlank() ? schema : schema + ", " + rolePath;
        // What the catalog prints is qualified, so nothing of pg_temp may come before it.
        this.livePath = "pg_catalog, " + schema + ", pg_temp";
        this.trialPath = "pg_catalog, pg_temp, " + schema;
        this.printPath = words == Words.QUALIFIED ? "pg_catalog" : "pg_catalog, " + schema;
    }

    /**
     * Opens the transaction and prepares the judging.
     *
     * @param rolePath the search path with which the project's own statements run; null for that of this connection
     * @param words how the answers name things
     * @param preparations statements that are tried first and may fail; with any, nothing is remembered
     * @param memory the directory of what is remembered; null for nothing
     */
    static ScratchServer open(
            Connection connection,
            String defaultSchema,
            String rolePath,
            Words words,
            List<String> preparations,
            Path memory)
            throws SQLException {
        ReadTransaction transaction = ReadTransaction.scratch(connection);
        try {
            ScratchServer server = new ScratchServer(
                    connection,
                    transaction,
                    defaultSchema,
                    rolePath == null ? transaction.server().searchPath() : rolePath,
                    words);
            server.prepare(preparations, preparations.isEmpty() ? memory : null);
            return server;
        } catch (SQLException | RuntimeException failure) {
            try {
                transaction.close();
            } catch (SQLException onTheWayOut) {
                failure.addSuppressed(onTheWayOut);
            }
            throw failure;
        }
    }

    private void prepare(List<String> preparations, Path directory) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(resource("server.sql") + ";\n" + resource("judge.sql"));
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                // Where the path names pg_catalog itself, a table may come before a type of PostgreSQL's.
                if (directory != null && !modelPath.contains("pg_catalog")) {
                    memory = JudgedTexts.of(row.getString("server"), directory);
                }
            }
        }
        if (!preparations.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_temp.autogen_try(?)")) {
                statement.setArray(1, connection.createArrayOf("text", preparations.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    unprepared = row.getInt(1) > 0;
                }
            }
        }
    }

    /** Whether some of the preparations could not be made. */
    boolean isUnprepared() {
        return unprepared;
    }

    /** Judges each text; the answer holds every job. */
    Map<ScratchJob, Verdict> judge(Collection<ScratchJob> jobs) throws SQLException {
        Map<ScratchJob, Verdict> verdicts = new HashMap<>();
        jobs.stream()
                .filter(job -> !SqlText.isSelfContained(job.text()))
                .forEach(job -> verdicts.put(job, Verdict.unbalanced()));
        if (memory != null) {
            memory.find(jobs, this::path).forEach(verdicts::putIfAbsent);
        }
        List<ScratchJob> open = jobs.stream()
                .filter(job -> !verdicts.containsKey(job))
                .distinct()
                .toList();
        for (int from = 0; from < open.size(); from += BATCH) {
            List<ScratchJob> batch = open.subList(from, Math.min(from + BATCH, open.size()));
            if (takesEveryCharacter()) {
                judgeBatch(batch, verdicts);
            } else {
                judgeApart(batch, verdicts);
            }
        }
        if (memory != null) {
            open.forEach(job -> memory.add(job, path(job), verdicts.get(job)));
        }
        return verdicts;
    }

    private boolean takesEveryCharacter() throws SQLException {
        return "UTF8".equals(connection.unwrap(PGConnection.class).getParameterStatus("server_encoding"));
    }

    /** A character that the database's encoding lacks fails the whole batch, before anything of it is looked at. */
    private void judgeApart(List<ScratchJob> batch, Map<ScratchJob, Verdict> verdicts) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            judgeBatch(batch, verdicts);
        } catch (SQLException failure) {
            if (!UNTRANSLATABLE.contains(failure.getSQLState())) {
                throw failure;
            }
            connection.rollback(before);
            int half = batch.size() / 2;
            if (half == 0) {
                verdicts.put(
                        batch.get(0),
                        new Verdict(null, null, null, failure.getSQLState(), failure.getMessage(), false));
            } else {
                judgeApart(batch.subList(0, half), verdicts);
                judgeApart(batch.subList(half, batch.size()), verdicts);
            }
        }
    }

    private void judgeBatch(List<ScratchJob> batch, Map<ScratchJob, Verdict> verdicts) throws SQLException {
        List<ScratchJob> numbered = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            boolean shared = i > 0
                    && !batch.get(i).setup().isEmpty()
                    && batch.get(i).setup().equals(batch.get(i - 1).setup())
                    && batch.get(i).source() == batch.get(i - 1).source();
            numbered.add(batch.get(i).numbered(shared ? number : ++number));
        }
        List<Function<ScratchJob, String>> arguments = List.of(
                job -> job.kind().name(),
                this::path,
                ScratchJob::relation,
                ScratchJob::setup,
                ScratchJob::before,
                ScratchJob::text,
                ScratchJob::after,
                ScratchJob::hide,
                ScratchJob::drop,
                ScratchJob::againBefore,
                ScratchJob::againAfter);
        try (PreparedStatement statement = connection.prepareStatement(JUDGE)) {
            for (int i = 0; i < arguments.size(); i++) {
                statement.setArray(i + 1, texts(numbered, arguments.get(i)));
            }
            statement.setString(arguments.size() + 1, printPath);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    verdicts.put(
                            batch.get(row.getInt("job") - 1),
                            new Verdict(
                                    row.getString("words"),
                                    row.getString("collation_schema"),
                                    row.getString("collation_name"),
                                    row.getString("state"),
                                    row.getString("message"),
                                    row.getBoolean("lasting")));
                }
            }
        }
    }

    private String path(ScratchJob job) {
        return switch (job.source()) {
            case MODEL -> modelPath;
            case DATABASE -> livePath;
            case TRIAL -> trialPath;
        };
    }

    private Array texts(List<ScratchJob> batch, Function<ScratchJob, String> argument) throws SQLException {
        return connection.createArrayOf("text", batch.stream().map(argument).toArray());
    }

    @Override
    public void close() throws SQLException {
        if (memory != null) {
            memory.keep();
        }
        transaction.close();
    }

    private static String resource(String name) {
        try (InputStream in = ScratchServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read from autogen's own archive", unreadable);
        }
    }
}
