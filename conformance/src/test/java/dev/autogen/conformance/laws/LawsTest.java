package dev.autogen.conformance.laws;

import static org.junit.jupiter.api.Assertions.fail;

import dev.autogen.fixtures.PostgresForTests;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The laws on random pairs of catalogs, the same ones in every build: {@code autogen.laws.seed} is the number of the
 * first, {@code autogen.laws.pairs} how many there are. In the profile {@code laws} there are more, and all laws are tried
 * on each; else each has its turn.
 */
class LawsTest {
    private static final long FIRST = Long.getLong("autogen.laws.seed", 1);
    private static final int PAIRS = Integer.getInteger("autogen.laws.pairs", 100);
    private static final boolean ALL = Boolean.getBoolean("autogen.laws.all");

    /** After so many pairs javac has enough to do, and a database is full of what was dropped. */
    private static final int BATCH = 20;

    @Test
    void every_law_holds_for_every_pair() throws Exception {
        System.out.println("Laws: pairs " + FIRST + " to " + (FIRST + PAIRS - 1));
        for (int done = 0; done < PAIRS; done += BATCH) {
            batch(FIRST + done, Math.min(BATCH, PAIRS - done));
        }
    }

    private static void batch(long first, int pairs) throws SQLException, ReflectiveOperationException {
        List<WrittenDiff> diffs = new ArrayList<>();
        try (LawDatabase live = LawDatabase.open();
                LawDatabase other = LawDatabase.open()) {
            Laws laws = new Laws(live, other, ALL);
            for (long seed = first; seed < first + pairs; seed++) {
                CatalogPair pair = CatalogPair.of(seed, PostgresForTests.majorVersion());
                try {
                    diffs.addAll(laws.hold(pair));
                } catch (LawViolation violation) {
                    fail(told(pair, new Shrinker(laws).shrunk(pair, violation), violation), violation);
                }
            }
        }
        Sources.hold(diffs);
    }

    private static String told(CatalogPair pair, CatalogPair smaller, LawViolation violation) {
        return "Pair " + pair.seed() + " breaks a law. Alone: mvn test -pl conformance -am -Dtest=LawsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Plaws -Dautogen.laws.pairs=1 -Dautogen.laws.seed="
                + pair.seed() + "\n" + violation.getMessage() + "\n\nA smaller pair that breaks it:\n-- from\n"
                + Ddl.of(pair.defaultSchema(), smaller.from()) + "\n-- to\n"
                + Ddl.of(pair.defaultSchema(), smaller.to());
    }
}
