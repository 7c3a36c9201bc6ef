package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.introspector.ScratchJob.Source;
import dev.autogen.introspector.ScratchServer.Words;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes two catalogs speak one language: PostgreSQL's own. Immutable.
 *
 * <p>Every type, collation, default, check, generation expression, index expression and predicate that is not proven to
 * be the same is read by the server on scratch tables, in a transaction that is always rolled back, and replaced by what
 * the server prints for it; nothing is evaluated. Each distinct text is asked once, in batches. What the server prints is
 * read again until it stays, because a restored dump prints otherwise than a fresh database.
 */
public final class Canonicalizer {
    private final String defaultSchema;
    private final Supplier<Connection> standIn;
    private final Path memory;
    private final Set<QualifiedName> renamed;
    /** Null when nothing was looked at. */
    private final CatalogTexts ahead;

    private Canonicalizer(
            String defaultSchema,
            Supplier<Connection> standIn,
            Path memory,
            Set<QualifiedName> renamed,
            CatalogTexts ahead) {
        this.renamed = Set.copyOf(renamed);
        this.defaultSchema = requireNonNull(defaultSchema, "defaultSchema is null");
        this.standIn = standIn;
        this.memory = memory;
        this.ahead = ahead;
    }

    /** A canonicalizer for catalogs whose default schema, where names have no schema, is this one. */
    public static Canonicalizer forSchema(String defaultSchema) {
        return new Canonicalizer(defaultSchema, null, null, Set.of(), null);
    }

    /**
     * The same with another PostgreSQL that judges where the database itself cannot: on a standby, or when the role may
     * not create temporary tables. Asked for a connection at most once a run, and only then; the connection is closed.
     * Its role must be allowed to create schemas.
     */
    public Canonicalizer withStandIn(Supplier<Connection> connections) {
        return new Canonicalizer(
                defaultSchema, requireNonNull(connections, "connections is null"), memory, renamed, ahead);
    }

    /**
     * The same remembering what servers said, in files of this directory, which may be deleted at any time. A verdict is
     * taken from there only if the same server would say it again: of the same version, with the same settings and the same
     * additions to what PostgreSQL brings.
     */
    public Canonicalizer remembering(Path directory) {
        return new Canonicalizer(
                defaultSchema, standIn, requireNonNull(directory, "directory is null"), renamed, ahead);
    }

    /**
     * The same for tables that are called otherwise on the other side, or have columns that are: their texts are compared
     * with those of other places, so all of them are judged.
     *
     * @param tables by their names on either side
     */
    public Canonicalizer withRenamed(Set<QualifiedName> tables) {
        return new Canonicalizer(defaultSchema, standIn, memory, tables, ahead);
    }

    /**
     * The same having looked at the texts of a database while its model is still being read, which spares half of what is
     * to be done afterwards.
     *
     * @param live what {@link CatalogIntrospector} read from the database; what is judged later may lack some of its tables
     *     or hold others, which are looked at then
     */
    public Canonicalizer ahead(Catalog live) {
        CatalogTexts texts =
                CatalogTexts.ofDatabase(PendingObjects.none(defaultSchema)).ahead(live);
        return new Canonicalizer(defaultSchema, standIn, memory, renamed, texts);
    }

    /**
     * Judges the texts of both.
     *
     * @param desired what the model wants
     * @param live what {@link CatalogIntrospector} read from the database
     * @param connection to that database, not inside a transaction; afterwards as it was
     * @return both catalogs with {@link dev.autogen.schema.SqlExpression#canonical()} and canonical types; texts that
     *     are proven equal by being written alike are not judged
     * @throws SQLException if the database cannot be asked
     */
    public Canonicalization canonicalize(Catalog desired, Catalog live, Connection connection) throws SQLException {
        PendingObjects pending = new PendingObjects(desired, live, defaultSchema);
        try (Judge judge =
                new Judge(connection, defaultSchema, standIn, Words.QUALIFIED, memory, desired, live, pending)) {
            Findings findings = new Findings();
            TypeJudging types = new TypeJudging(
                    judge, new ScratchJobs(Source.MODEL, pending), new CatalogNames(defaultSchema), findings);
            Catalog typed = new OperatorClassJudging(
                            judge,
                            new ScratchJobs(Source.MODEL, pending),
                            new CatalogNames(defaultSchema),
                            types.refused(),
                            findings)
                    .judge(types.judge(desired));
            CatalogTexts databaseTexts = ahead != null && pending.isEmpty() ? ahead : CatalogTexts.ofDatabase(pending);
            TextJudging texts = new TextJudging(
                    judge, databaseTexts, pending, new CatalogNames(defaultSchema), types.refused(), findings, renamed);
            texts.judge(typed, live);
            return new Canonicalization(
                    texts.desired(), texts.live(), findings.refused(), findings.unjudged(), judge.judgedBy());
        }
    }

    /**
     * Asks which of these tables PostgreSQL would not make. Nothing stays of those that it makes.
     *
     * @param desired what the model wants, where types may come from that are not there yet
     * @param live what {@link CatalogIntrospector} read from the database
     * @param wanted tables with all that belongs to them, in groups: within each, those that others point at come first
     * @param connection to that database, not inside a transaction; afterwards as it was
     * @return PostgreSQL's reason for each group that it refuses; what nobody could judge is not among them
     * @throws SQLException if the database cannot be asked
     */
    public Map<List<Table>, String> refused(
            Catalog desired, Catalog live, Collection<List<Table>> wanted, Connection connection) throws SQLException {
        PendingObjects pending = new PendingObjects(desired, live, defaultSchema);
        try (Judge judge =
                new Judge(connection, defaultSchema, standIn, Words.QUALIFIED, memory, desired, live, pending)) {
            ScratchJobs jobs = new ScratchJobs(Source.DATABASE, pending);
            Map<List<Table>, ScratchJob> asked = new LinkedHashMap<>();
            wanted.forEach(tables -> asked.put(tables, jobs.tables(tables)));
            Map<ScratchJob, Verdict> verdicts = judge.judge(asked.values());
            Map<List<Table>, String> refused = new LinkedHashMap<>();
            asked.forEach((tables, job) -> {
                Verdict verdict = verdicts.get(job);
                if (verdict.isRefusal() && !verdict.isIncompetent(judge.mayLackObjects())) {
                    refused.put(tables, verdict.message());
                }
            });
            return refused;
        }
    }
}
