package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.autogen.introspector.ScratchJob.Source;
import dev.autogen.introspector.ScratchServer.Words;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.Trial;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
     * Asks which of these PostgreSQL would not carry out, on scratch tables of which nothing stays.
     *
     * @param desired what the model wants, where types may come from that are not there yet
     * @param live what {@link CatalogIntrospector} read from the database
     * @param trials what to ask
     * @param connection to that database, not inside a transaction; afterwards as it was
     * @return PostgreSQL's reason for each that it refuses only over what columns will be; what nobody could judge is not
     *     among them
     * @throws SQLException if the database cannot be asked
     */
    public Map<Trial, String> refused(Catalog desired, Catalog live, Collection<Trial> trials, Connection connection)
            throws SQLException {
        Catalog types = desired.withEnumTypes(newOf(desired.enumTypes(), live.enumTypes(), EnumType::name))
                .withDomains(newOf(desired.domains(), live.domains(), Domain::name));
        PendingObjects pending = new PendingObjects(types, live, defaultSchema);
        PendingObjects nothingPending = PendingObjects.none(defaultSchema);
        try (Judge judge =
                new Judge(connection, defaultSchema, standIn, Words.QUALIFIED, memory, types, live, pending)) {
            Map<Trial, Verdict> refused = refused(judge, trials, Trial::after, pending);
            refused.values().removeIf(verdict -> verdict.isIncompetent(judge.mayLackObjects()));
            Set<Trial> open = Set.copyOf(refused.keySet());
            refused.keySet()
                    .removeAll(
                            refused(judge, open, Trial::before, nothingPending).keySet());
            Map<Trial, String> reasons = new LinkedHashMap<>();
            refused.forEach((trial, verdict) -> reasons.put(trial, verdict.message()));
            return reasons;
        }
    }

    private Map<Trial, Verdict> refused(
            Judge judge, Collection<Trial> trials, Function<Trial, List<Operation>> operations, PendingObjects pending)
            throws SQLException {
        ScratchJobs jobs = new ScratchJobs(Source.TRIAL, pending);
        Map<Trial, ScratchJob> asked = new LinkedHashMap<>();
        trials.forEach(
                trial -> asked.put(trial, jobs.trial(new TrialStatements(defaultSchema, operations.apply(trial)))));
        Map<ScratchJob, Verdict> verdicts = judge.judge(asked.values());
        Map<Trial, Verdict> refused = new LinkedHashMap<>();
        asked.forEach((trial, job) -> {
            if (verdicts.get(job).isRefusal()) {
                refused.put(trial, verdicts.get(job));
            }
        });
        return refused;
    }

    /** What is there already is, where something is tried, as it is. */
    private static <T> List<T> newOf(List<T> desired, List<T> live, Function<T, QualifiedName> name) {
        Set<QualifiedName> existing = live.stream().map(name).collect(toSet());
        return desired.stream()
                .filter(each -> !existing.contains(name.apply(each)))
                .toList();
    }
}
