package dev.autogen.introspector;

import dev.autogen.introspector.Canonicalization.JudgedBy;
import dev.autogen.introspector.ScratchServer.Words;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds a PostgreSQL that can judge, once a text needs one: the server itself, else the stand-in. */
final class Judge implements AutoCloseable {
    /** What a server answers that lets nothing be created: a standby, a role without the right, a guarding trigger. */
    private static final Set<String> NOT_HERE = Set.of("0A000", "25006", "42501", "42704", "P0001");

    private final Connection connection;
    private final String defaultSchema;
    private final Supplier<Connection> standIn;
    private final Words words;
    private final Path memory;
    private final Catalog desired;
    private final Catalog live;
    private final PendingObjects pending;
    private Connection standInConnection;
    private ScratchServer server;
    private JudgedBy judgedBy = JudgedBy.NOBODY;
    private boolean sought;

    Judge(
            Connection connection,
            String defaultSchema,
            Supplier<Connection> standIn,
            Words words,
            Path memory,
            Catalog desired,
            Catalog live,
            PendingObjects pending) {
        this.words = words;
        this.connection = connection;
        this.defaultSchema = defaultSchema;
        this.standIn = standIn;
        this.memory = memory;
        this.desired = desired;
        this.live = live;
        this.pending = pending;
    }

    /** The verdict on each job, also when nobody can judge. */
    Map<ScratchJob, Verdict> judge(Collection<ScratchJob> jobs) throws SQLException {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        if (!sought) {
            sought = true;
            seek();
        }
        return server == null
                ? jobs.stream().distinct().collect(Collectors.toMap(job -> job, job -> Verdict.nobody()))
                : server.judge(jobs);
    }

    JudgedBy judgedBy() {
        return judgedBy;
    }

    /** Whether the judge may not know all that a text refers to. */
    boolean mayLackObjects() {
        return judgedBy == JudgedBy.STAND_IN
                || pending.changesOtherSchemas()
                || (server != null && server.isUnprepared());
    }

    private void seek() throws SQLException {
        try {
            server = ScratchServer.open(connection, defaultSchema, null, words, preparations(), memory);
            judgedBy = JudgedBy.SERVER;
        } catch (SQLException refusal) {
            if (!NOT_HERE.contains(refusal.getSQLState())) {
                throw refusal;
            }
            if (standIn != null) {
                String rolePath = new CatalogIntrospector().facts(connection).searchPath();
                standInConnection = standIn.get();
                server = ScratchServer.open(standInConnection, defaultSchema, rolePath, words, likeTheDatabase(), null);
                judgedBy = JudgedBy.STAND_IN;
            }
        }
    }

    private List<String> preparations() {
        List<String> statements = new ArrayList<>();
        desired.extensions().stream()
                .filter(extension -> !live.extensions().contains(extension))
                .forEach(extension ->
                        statements.add("CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(extension) + " CASCADE"));
        statements.addAll(pending.preparations());
        return statements;
    }

    /** What the stand-in lacks of the database for texts to resolve. */
    private List<String> likeTheDatabase() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA " + Identifiers.quote(defaultSchema));
        live.schemaNames().forEach(schema -> statements.add("CREATE SCHEMA " + Identifiers.quote(schema)));
        live.extensions()
                .forEach(extension ->
                        statements.add("CREATE EXTENSION " + Identifiers.quote(extension) + " SCHEMA public CASCADE"));
        for (EnumType type : live.enumTypes()) {
            statements.add("CREATE TYPE " + qualified(type.name()) + PendingObjects.definition(type));
        }
        for (Domain domain : live.domains()) {
            statements.add("CREATE DOMAIN " + qualified(domain.name()) + PendingObjects.definition(domain));
        }
        for (Sequence sequence : live.sequences()) {
            statements.add("CREATE SEQUENCE " + qualified(sequence.name()));
        }
        statements.addAll(preparations());
        return statements;
    }

    private String qualified(QualifiedName name) {
        return Identifiers.quote(name.schema() == null ? defaultSchema : name.schema())
                + "."
                + Identifiers.quote(name.name());
    }

    @Override
    public void close() throws SQLException {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (standInConnection != null) {
                standInConnection.close();
            }
        }
    }
}
