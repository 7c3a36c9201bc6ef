package dev.autogen.migration.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs, and which version rows it leaves: the rows VT1 to VT4 of the conformance list. */
class PlanTest {
    private static final String LINE = "a; b < a; c < b; d < c; e < d";
    private static final String BRANCHES = "a; b < a; c1 < b #one; d1 < c1; c2 < b #two; d2 < c2";
    private static final String MERGED = BRANCHES + "; m < d1 + d2; n < m";
    private static final String THREE = "a; b1 < a #one; b2 < a #two; b3 < a #three; m < b1 + b2 + b3";
    private static final String TWINS = "a; b1 < a #one; b2 < a #two; m1 < b1 + b2; m2 < b1 + b2";
    private static final String FOREST = "a #shop; b < a; c < b; x #zoo; y < x; z < y";
    private static final String DEPENDENT = "a #shop; b < a; c < b; x #zoo; y < x ~ b; z < y";

    private static RevisionGraph graph(String name) {
        return DrawnGraph.of(
                switch (name) {
                    case "line" -> LINE;
                    case "branches" -> BRANCHES;
                    case "merged" -> MERGED;
                    case "three" -> THREE;
                    case "twins" -> TWINS;
                    case "forest" -> FOREST;
                    case "dependent" -> DEPENDENT;
                    default -> throw new IllegalArgumentException(name);
                });
    }

    private static Set<String> rows(String rows) {
        return rows == null ? Set.of() : Set.of(rows.split(" "));
    }

    @ParameterizedTest(name = "{0}: {1} up to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "line      |       | head       | a b c d e => e",
                "line      | b     | d          | c d => d",
                "line      | b     | +1         | c => c",
                "line      | b     | +2         | c d => d",
                "line      |       | base+1     | a => a",
                "line      | b     | head-1     | c d => d",
                "line      | e     | head       | => e",
                "line      |       | base       | =>",
                "branches  | b     | d1         | c1 d1 => d1",
                "branches  | a     | heads      | b c1 d1 c2 d2 => d1 d2",
                "branches  | b     | two@head-1 | c2 => c2",
                "branches  | d1    | two@head   | c2 d2 => d1 d2",
                "branches  | c1    | two@+1     | c2 => c1 c2",
                "branches  | d1 c2 | heads      | d2 => d1 d2",
                "branches  |       | one@base+2 | a b => b",
                "merged    | d1 d2 | head       | m n => n",
                "merged    | d1    | m          | c2 d2 m => m",
                "merged    | d1 d2 | +1         | m => m",
                "three     |       | head       | a b1 b2 b3 m => m",
                "three     | b1    | head       | b2 b3 m => m",
                "twins     | a     | heads      | b1 b2 m1 m2 => m1 m2",
                "twins     | m1    | m2         | m2 => m1 m2",
                "forest    |       | heads      | a b c x y z => c z",
                "forest    | c     | zoo@head   | x y z => c z",
                "forest    |       | zoo@+1     | x => x",
                "dependent |       | zoo@head   | a b x y z => z",
                "dependent |       | heads      | a b c x y z => c z",
                "dependent | z     | b          | => z",
                "dependent | z     | c          | c => c z",
            })
    void vt1_vt2_upgrades(String graph, String rows, String reference, String expected) {
        Plan plan = Plan.upgrade(graph(graph), rows(rows), reference);
        assertThat(DrawnGraph.told(plan).strip()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} down to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "line      | e     | c          | e d => c",
                "line      | e     | -1         | e => d",
                "line      | e     | -3         | e d c => b",
                "line      | e     | base       | e d c b a =>",
                "line      | e     | -5         | e d c b a =>",
                "line      | e     | head-1     | e => d",
                "line      | e     | c+1        | e => d",
                "line      | d     | base+2     | d c => b",
                "line      | c     | c          | => c",
                "line      |       | base       | =>",
                "branches  | d1 d2 | a          | d2 c2 d1 c1 b => a",
                "branches  | d1 d2 | b          | d2 c2 d1 c1 => b",
                "branches  | d1 d2 | one@-1     | d1 => c1 d2",
                "branches  | d1 d2 | one@-2     | d1 c1 => d2",
                "branches  | d1 d2 | one@b      | d1 c1 => d2",
                "branches  | d1 d2 | one@c1     | d1 => c1 d2",
                "branches  | d1 d2 | one@base   | d1 c1 => d2",
                "branches  | d1 d2 | c1         | d1 => c1 d2",
                "branches  | d2    | two@base+2 | d2 c2 => b",
                "branches  | d2    | base+2     | d2 c2 => b",
                "branches  | d1 d2 | d1         | => d1 d2",
                "branches  | d1 d2 | base       | d2 c2 d1 c1 b a =>",
                "merged    | n     | -1         | n => m",
                "merged    | m     | -1         | m => d1 d2",
                "merged    | m     | d1         | m => d1 d2",
                "merged    | m     | c1         | m d1 => c1 d2",
                "merged    | m     | one@-2     | m d1 => c1 d2",
                "merged    | m     | one@base   | m d1 c1 => d2",
                "merged    | c1 d2 | two@-1     | d2 => c1 c2",
                "three     | m     | b2         | m => b1 b2 b3",
                "three     | m     | two@a      | m b2 => b1 b3",
                "three     | m     | a          | m b3 b2 b1 => a",
                "twins     | m1 m2 | m1         | => m1 m2",
                "twins     | m1 m2 | b1         | m2 m1 => b1 b2",
                "twins     | m1 m2 | m1@b1      | m1 => m2",
                "twins     | m1 m2 | one@a      | m2 m1 b1 => b2",
                "forest    | c z   | b          | c => b z",
                "forest    | c z   | zoo@-1     | z => c y",
                "forest    | c z   | zoo@base   | z y x => c",
                "forest    | c z   | base       | z y x c b a =>",
            })
    void vt1_vt2_downgrades(String graph, String rows, String reference, String expected) {
        Plan plan = Plan.downgrade(graph(graph), rows(rows), reference);
        assertThat(DrawnGraph.told(plan).strip()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} down to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "z   | a         | z y b => a x",
                "z   | shop@-1   | z y b => a x",
                "c z | shop@-1   | c => z",
                "c z | shop@base | z y c b a => x",
                "z   | zoo@-1    | z => y",
                "z   | -1        | z => y",
                "z   | zoo@-2    | z y => b x",
                "z   | zoo@base  | z y x => b",
                "z   | y         | z => y",
                "y   | -1        | y => b x",
            })
    void vt3_what_depends_on_a_branch_goes_with_it_and_not_the_other_way_round(
            String rows, String reference, String expected) {
        assertThat(DrawnGraph.told(Plan.downgrade(graph("dependent"), rows(rows), reference)))
                .isEqualTo(expected);
    }

    @Test
    void vt3_a_first_revision_that_depends_on_another_branch_leaves_that_branch_as_it_was() {
        RevisionGraph graph = DrawnGraph.of("a; b < a; x ~ b");
        assertThat(DrawnGraph.told(Plan.downgrade(graph, Set.of("x"), "-1"))).isEqualTo("x => b");
    }

    @ParameterizedTest(name = "{0}: {1} stamped {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "line      |       | head          | e",
                "line      | c     | head          | e",
                "line      | e     | b             | b",
                "line      | e     | base          | ''",
                "line      | c     | c             | c",
                "line      | c     | +1            | d",
                "branches  | d1 c2 | b             | b",
                "branches  | d1 d2 | one@base      | d2",
                "branches  | d1 c2 | two@head      | d1 d2",
                "branches  | d1    | d2            | d1 d2",
                "branches  |       | heads         | d1 d2",
                "branches  |       | d1 d2         | d1 d2",
                "branches  | a     | c1 c1         | c1",
                "merged    | d1 d2 | m             | m",
                "merged    | d1    | m             | m",
                "merged    | n     | d1            | d1 d2",
                "merged    | n     | b             | b",
                "forest    | c     | zoo@head      | c z",
                "forest    |       | heads         | c z",
                "forest    | c z   | zoo@base      | c",
                "dependent |       | z             | z",
                "dependent | c z   | a             | a x",
                "dependent | z     | x             | b x",
            })
    void vt4_stamps(String graph, String rows, String references, String expected) {
        assertThat(String.join(" ", Plan.stamped(graph(graph), rows(rows), Arrays.asList(references.split(" ")))))
                .isEqualTo(expected);
    }

    @Test
    void rg7_stamps_that_overlap_are_refused_and_doubled_ones_are_not() {
        assertThatThrownBy(() -> Plan.stamped(graph("line"), Set.of(), List.of("a", "c")))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revision c stands on revision a, so a database at the first has the second as well. Name"
                        + " only the first.");
        assertThat(Plan.stamped(graph("line"), Set.of(), List.of("c", "c"))).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line     | d     | b     | The database is at d, which is past b, so there is nothing to upgrade. The way"
                        + " back is `autogen downgrade b`.",
                "line     | d     | base  | The database is at d, which is past base",
                "line     | d     | -1    | The database is at d, which is past c",
                "branches | d1 d2 | c1    | The database is at d1, d2, which is past c1",
                "line     | b     | +9    | '+9' is too far: there are only 3 revisions after that point.",
            })
    void rg6_an_upgrade_that_leads_down_says_so(String graph, String rows, String reference, String message) {
        assertThatThrownBy(() -> Plan.upgrade(graph(graph), rows(rows), reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line     | b  | d      | The database is at b, where d is not applied, so there is nothing to downgrade."
                        + " The way up is `autogen upgrade d`.",
                "line     | b  | +1     | The database is at b, where c is not applied",
                "branches | d1 | c2     | The database is at d1, where c2 is not applied",
                "line     | b  | -3     | '-3' is too far: there are only 2 revisions before that point.",
                "line     |    | -1     | '-1' is too far: there is no revision before that point.",
            })
    void rg6_a_downgrade_that_leads_up_or_aside_says_so(String graph, String rows, String reference, String message) {
        assertThatThrownBy(() -> Plan.downgrade(graph(graph), rows(rows), reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void vr1_rows_that_others_imply_are_tidied_up_by_the_next_step() {
        Plan plan = Plan.upgrade(graph("line"), Set.of("a", "b"), "+1");
        assertThat(plan.steps().get(0).before()).containsExactlyInAnyOrder("a", "b");
        assertThat(plan.steps().get(0).after()).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPGRADE   | a:c      | b c => c",
                "UPGRADE   | :b       | a b => b",
                "UPGRADE   | b        | a b => b",
                "UPGRADE   | c:       | d e => e",
                "UPGRADE   | b:+2     | c d => d",
                "UPGRADE   | -1:d     | d => d",
                "UPGRADE   | c:c      | => c",
                "DOWNGRADE | e:c      | e d => c",
                "DOWNGRADE | c:       | c b a =>",
                "DOWNGRADE | :c       | e d => c",
                "DOWNGRADE | c        | e d => c",
                "DOWNGRADE | d:-1     | d => c",
            })
    void a_range_needs_no_database(Direction direction, String range, String expected) {
        assertThat(DrawnGraph.told(Plan.ofRange(graph("line"), range, direction))
                        .strip())
                .isEqualTo(expected);
    }

    @Test
    void a_range_in_the_wrong_direction_says_so() {
        assertThatThrownBy(() -> Plan.ofRange(graph("line"), "c:a", Direction.UPGRADE))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("The range 'c:a' begins at c, which is past a");
        assertThatThrownBy(() -> Plan.ofRange(graph("line"), "a:c", Direction.DOWNGRADE))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("The range 'a:c' begins at a, where c is not applied");
    }
}
