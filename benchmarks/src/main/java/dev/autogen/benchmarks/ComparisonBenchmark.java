package dev.autogen.benchmarks;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.model.EntityModelReader;
import dev.autogen.model.EntitySources;
import dev.autogen.schema.Catalog;
import dev.autogen.scratch.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of a comparison, each alone, in a JVM that is warm: database, texts, differ. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ComparisonBenchmark {
    private static final String DATABASE = "ledger";

    /** How many tables the ledger has. */
    @Param({"100", "1000", "5000"})
    public int tables;

    /** How many of a hundred tables differ. */
    @Param({"0", "1"})
    public int changed;

    private EmbeddedServer server;
    private Connection connection;
    private Catalog desired;
    private Catalog live;
    private Canonicalization spoken;

    /** Makes the ledger, its database, and all that the single steps start from. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, SQLException {
        Path ledger = Files.createTempDirectory("autogen-benchmark");
        try {
            Ledger.write(tables, ledger);
            server = EmbeddedServer.startTemporary();
            if (changed == 0) {
                ServeLedgers.create(server, DATABASE, ledger, Ledger.SCHEMA);
            } else {
                ServeLedgers.create(server, DATABASE, ledger, Ledger.SCHEMA, Ledger.CHANGES);
            }
            desired = new EntityModelReader()
                    .read(EntitySources.builder()
                            .sourceRoots(List.of(ledger.resolve(Ledger.SOURCES)))
                            .build())
                    .catalog();
        } finally {
            Directories.delete(ledger);
        }
        connection = server.connect(DATABASE);
        live = introspect().catalog();
        spoken = canonicalize();
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void stop() throws SQLException {
        connection.close();
        server.close();
    }

    /** The baseline: what it takes to fetch the catalog and do nothing with it. */
    @Benchmark
    public int bareQueries() throws SQLException {
        return BareQueries.run(connection);
    }

    /** Reads the database. */
    @Benchmark
    public LiveCatalog introspect() throws SQLException {
        return new CatalogIntrospector().introspect(connection, dev.autogen.introspector.Scope.of("public"));
    }

    /** Lets the server judge every text that is not written alike. */
    @Benchmark
    public Canonicalization canonicalize() throws SQLException {
        return Canonicalizer.forSchema("public").canonicalize(desired, live, connection);
    }

    /** Compares two catalogs that speak one language. */
    @Benchmark
    public SchemaDiff diff() {
        return new SchemaDiffer().diff(spoken.desired(), spoken.live(), DiffOptions.ENTITIES);
    }
}
