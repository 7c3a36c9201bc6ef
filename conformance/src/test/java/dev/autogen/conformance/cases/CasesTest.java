package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.conformance.Conformance;
import dev.autogen.conformance.Outcome;
import dev.autogen.conformance.Progress;
import dev.autogen.differ.DifferException;
import dev.autogen.fixtures.PostgresForTests;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of {@code src/test/resources/cases}, and the page that tells what they prove.
 *
 * <p>{@code -Dautogen.cases=GX1|GX2} runs those in whose title that regular expression is found. {@code -Dautogen.golden=write} writes into the
 * files what the cases yield, and the page anew, to be reviewed like any other change.
 */
class CasesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("autogen.golden"));
    private static final Pattern WANTED = Pattern.compile(System.getProperty("autogen.cases", ""));
    private static final int DEFAULT_VERSION = 17;
    private static final List<CaseFile> FILES = CaseFile.all();
    private static final Evidence EVIDENCE = new Evidence();
    private static final Map<Case, Case> WRITTEN = new ConcurrentHashMap<>();

    static Stream<Case> cases() {
        return FILES.stream()
                .flatMap(file -> file.cases().stream())
                .filter(proof -> WANTED.matcher(proof.title()).find())
                .filter(proof -> proof.runsOn(PostgresForTests.majorVersion()));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void case_yields(Case proof) {
        try {
            run(proof);
        } catch (AssertionError | SQLException | RuntimeException e) {
            throw new AssertionError("=== " + proof.title() + "\n" + e.getMessage(), e);
        }
    }

    private static void run(Case proof) throws SQLException {
        if (proof.section(Section.GAP).isPresent()) {
            assertIsAGap(proof);
        } else if (proof.section(Section.REFUSED).isPresent()) {
            assertThatThrownBy(() -> proof.change().proved())
                    .isInstanceOfAny(DifferException.class, SQLException.class)
                    .hasMessageContaining(proof.section(Section.REFUSED).orElseThrow());
            EVIDENCE.add(proof);
        } else {
            Progress up = new Progress();
            Case written = expected(proof, Section.YIELDS, proof.change().prove(up));
            if (proof.section(Section.BACK).isPresent()) {
                Progress back = new Progress();
                written = expected(written, Section.BACK, proof.changeBack().prove(back));
                EVIDENCE.add(proof, up, back);
            } else {
                EVIDENCE.add(proof, up);
            }
            WRITTEN.put(proof, written);
        }
    }

    /** What the case expects, or what it is to expect from now on. */
    private static Case expected(Case proof, Section section, Outcome outcome) {
        Case found = proof.with(section, outcome.sql());
        if (section == Section.YIELDS && proof.section(Section.HAZARDS).isPresent()) {
            found = found.with(Section.HAZARDS, hazards(outcome));
        }
        if (section == Section.YIELDS && proof.section(Section.NOTICES).isPresent()) {
            found = found.with(Section.NOTICES, notices(outcome));
        }
        if (section == Section.YIELDS && proof.section(Section.ROWS).isPresent()) {
            String query = proof.section(Section.ROWS)
                    .orElseThrow()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            found = found.with(Section.ROWS, query + "\n" + String.join("\n", outcome.rows()));
        }
        if (!WRITE) {
            assertThat(found.print()).isEqualTo(proof.print());
        }
        return found;
    }

    private static String hazards(Outcome outcome) {
        return outcome.hazards().stream()
                .flatMap(List::stream)
                .map(hazard -> hazard + "\n")
                .collect(joining());
    }

    private static String notices(Outcome outcome) {
        return outcome.diff().notices().stream()
                .map(notice -> notice.kind() + ": " + notice.message() + "\n")
                .collect(joining());
    }

    private static void assertIsAGap(Case proof) {
        Progress progress = new Progress();
        assertThatThrownBy(() -> expected(proof, Section.YIELDS, proof.change().prove(progress)))
                .as("what %s says does hold now: take the mark away", Section.GAP.heading())
                .isInstanceOf(Throwable.class);
        EVIDENCE.add(proof, progress);
    }

    @AfterAll
    static void the_page_tells_what_the_cases_prove() {
        Conformance.close();
        if (WRITE) {
            for (CaseFile file : FILES) {
                file.write(file.cases().stream()
                        .map(proof -> WRITTEN.getOrDefault(proof, proof))
                        .toList());
            }
        }
        List<Case> all = FILES.stream().flatMap(file -> file.cases().stream()).toList();
        // What newer servers alone know is shown by the page of the version that the tests take by default.
        if (all.stream().filter(proof -> proof.runsOn(DEFAULT_VERSION)).allMatch(EVIDENCE::has)
                && PostgresForTests.majorVersion() == DEFAULT_VERSION) {
            new CoveragePage(Line.all(), all, EVIDENCE).holds(WRITE);
        }
    }
}
