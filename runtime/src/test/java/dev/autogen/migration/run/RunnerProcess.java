package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.run.Migrations.migration;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/** A process of its own that upgrades a database, and says on standard output what it does. */
final class RunnerProcess {
    private static final String SLEEP = "autogen.sleep";
    private static final String BATCHES = "batches";

    private RunnerProcess() {}

    /** Three migrations, of which the second leaves its transaction. */
    static List<LoadedMigration> history(String sleep) {
        return List.of(
                migration(RevisionInfo.of("a1"), op -> op.createTable("numbers", column("n", bigint())), op -> {}),
                migration(
                        RevisionInfo.of("b1", "a1"),
                        op -> {
                            op.execute("insert into numbers select generate_series(1, 3)");
                            op.createIndex("ix_numbers_n", "numbers", "n").concurrently();
                        },
                        op -> {}),
                migration(
                        RevisionInfo.of("c1", "b1"),
                        op -> {
                            op.execute("insert into numbers values (4)");
                            op.execute("select pg_sleep(" + sleep + ")");
                        },
                        op -> {}));
    }

    /** One that counts, for each of a hundred numbers, how often it was changed; each of its ten batches takes a while. */
    static List<LoadedMigration> batches(String sleep) {
        return List.of(migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.execute("create table numbers (n int primary key, times int not null default 0)");
                    op.execute("insert into numbers select generate_series(1, 100)");
                    op.batch("numbers", "n")
                            .set("times", "times + (select 1 from pg_sleep(" + sleep + "))")
                            .size(10);
                },
                op -> {}));
    }

    /** Starts one that runs {@link #history}. */
    static Process start(String url, String sleep) throws IOException {
        return start(url, sleep, "history");
    }

    /** Starts one that runs {@link #batches}. */
    static Process startBatches(String url, String sleep) throws IOException {
        return start(url, sleep, BATCHES);
    }

    private static Process start(String url, String sleep, String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-D" + SLEEP + "=" + sleep,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RunnerProcess.class.getName(),
                        url,
                        what)
                .redirectErrorStream(true)
                .start();
    }

    /** Reads what it says up to a line that begins so. */
    static void await(Process process, String beginning) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("no line began with " + beginning + ":\n" + seen);
    }

    /** Upgrades the database of the URL. */
    public static void main(String[] arguments) throws Exception {
        String sleep = System.getProperty(SLEEP);
        Migrator.forConnections(() -> DriverManager.getConnection(arguments[0]))
                .migrations(arguments[1].equals(BATCHES) ? batches(sleep) : history(sleep))
                .listener(new RunListener() {
                    @Override
                    public void started(RevisionInfo revision, Direction direction) {
                        System.out.println("started " + revision.id());
                    }

                    @Override
                    public void batch(RevisionInfo revision, BatchedChange change, long rows) {
                        System.out.println("rows " + rows);
                    }

                    @Override
                    public void waitingFor(String holder) {
                        System.out.println("waiting for " + holder);
                    }
                })
                .upgrade("head");
    }
}
