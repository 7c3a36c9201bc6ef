package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.introspector.Canonicalization.JudgedBy;
import dev.autogen.introspector.ScratchServer.Words;
import dev.autogen.schema.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the catalogs of two databases speak one language, where {@link Canonicalizer} does so for a model and a database.
 * Immutable.
 *
 * <p>Both sides are PostgreSQL's words already, but those are no fixed point: a restored dump is printed otherwise than
 * the database it came from. Texts that are not written alike are read again until they stay, each by its own server,
 * since what one mentions the other may not have. Nothing is evaluated, and nothing stays.
 */
public final class DatabasesCanonicalizer {
    private final Supplier<Connection> standIn;

    private DatabasesCanonicalizer(Supplier<Connection> standIn) {
        this.standIn = standIn;
    }

    /**
     * A canonicalizer with another PostgreSQL that judges where a database itself cannot; see {@link
     * Canonicalizer#withStandIn}. It may be asked for a connection once for each side.
     */
    public static DatabasesCanonicalizer withStandIn(Supplier<Connection> connections) {
        return new DatabasesCanonicalizer(requireNonNull(connections, "connections is null"));
    }

    /**
     * One of the two.
     *
     * @param catalog what {@link CatalogIntrospector} read
     * @param defaultSchema the schema in which its names have no schema; the two may differ in it
     * @param connection to that database, not inside a transaction; afterwards as it was
     */
    public record Side(Catalog catalog, String defaultSchema, Connection connection) {
        public Side {
            requireNonNull(catalog, "catalog is null");
            requireNonNull(defaultSchema, "defaultSchema is null");
            requireNonNull(connection, "connection is null");
        }
    }

    /**
     * Judges the texts of both that are not written alike.
     *
     * @param desired the database as it is to be
     * @param live the database as it is
     * @return both catalogs; nothing is ever {@linkplain Canonicalization#refused() refused}, and {@linkplain
     *     Canonicalization#unjudged() unjudged} are texts of either side that no server could read again
     * @throws SQLException if a database cannot be asked
     */
    public Canonicalization canonicalize(Side desired, Side live) throws SQLException {
        Words words = desired.defaultSchema().equals(live.defaultSchema()) ? Words.QUALIFIED : Words.RELATIVE;
        Texts wanted = new Texts(desired);
        Texts found = new Texts(live);
        Findings findings = new Findings();
        JudgedBy ofDesired = wanted.judge(found, words, standIn, findings);
        JudgedBy ofLive = found.judge(wanted, words, standIn, findings);
        return new Canonicalization(
                wanted.spoken(found),
                found.spoken(wanted),
                findings.refused(),
                findings.unjudged(),
                ofDesired.compareTo(ofLive) > 0 ? ofDesired : ofLive);
    }

    /** The texts of one side, and what its server made of those that were put to it. */
    private static final class Texts {
        private final Side side;
        private final PendingObjects nothingPending;
        private final TextUses uses;
        private Map<ScratchJob, Verdict> verdicts = Map.of();

        Texts(Side side) {
            this.side = side;
            this.nothingPending = PendingObjects.none(side.defaultSchema());
            this.uses = new TextUses(side.catalog(), CatalogTexts.ofDatabase(nothingPending), Set.of());
        }

        JudgedBy judge(Texts other, Words words, Supplier<Connection> standIn, Findings findings) throws SQLException {
            Catalog catalog = side.catalog();
            try (Judge judge = new Judge(
                    side.connection(), side.defaultSchema(), standIn, words, null, catalog, catalog, nothingPending)) {
                verdicts = judge.judge(uses.openWhereComparedWith(other.uses));
                uses.refusals(other.uses, verdicts)
                        .forEach((use, verdict) -> findings.addUnjudged(use.place(), use.text(), verdict));
                return judge.judgedBy();
            }
        }

        Catalog spoken(Texts other) {
            CatalogNames names = new CatalogNames(side.defaultSchema());
            return uses.replacedIn(side.catalog(), other.uses, nothingPending, names, verdicts);
        }
    }
}
