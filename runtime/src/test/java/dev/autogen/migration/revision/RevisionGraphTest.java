package dev.autogen.migration.revision;

import static dev.autogen.migration.revision.DrawnGraph.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How revisions make a graph: the rows RG1, RG2, RG5, RG9 and RG10 of the conformance list. */
class RevisionGraphTest {
    private static final String DIAMOND = "a; b < a; c < a; c2 < c; d < b + c2";

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "''                        | ''    | ''",
                "a                         | a     | a",
                "a; b < a                  | b     | a",
                "a; b < a; c < a           | b c   | a",
                "a; b < a; c < a; d < b + c | d    | a",
                "a; x; b < a; y < x        | b y   | a x",
                "a; x ~ a                  | a x   | a x",
            })
    void rg1_heads_and_roots_are_told(String drawn, String heads, String roots) {
        RevisionGraph graph = DrawnGraph.of(drawn);
        assertThat(ids(graph.heads())).isEqualTo(heads);
        assertThat(ids(graph.roots())).isEqualTo(roots);
    }

    @Test
    void rg2_a_revision_more_is_a_head_in_the_place_of_its_parents() {
        assertThat(ids(DrawnGraph.of("a; b < a; c < a").heads())).isEqualTo("b c");
        assertThat(ids(DrawnGraph.of("a; b < a; c < a; d < c").heads())).isEqualTo("b d");
        assertThat(ids(DrawnGraph.of("a; b < a; c < a; d < c; e < b + d").heads()))
                .isEqualTo("e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a; b < a; c < a; c2 < c; d < b + c2              | a b c c2 d",
                "a; b < a; b2 < b; b3 < b2; c < a; d < b3 + c     | a b b2 b3 c d",
                "a; b1 < a; b2 < b1; c1 < a; c2 < c1              | a b1 b2 c1 c2",
                "a; a2 < a; a3 < a2; x; x2 < x                    | a a2 a3 x x2",
                "a; b < a; c < a; d < a; e < b + c + d            | a b c d e",
                "a; b < a; c < a; m < b + c; n < b + c            | a b c m n",
                "a; a2 < a ~ x; x; x2 < x                         | a x a2 x2",
            })
    void rg5_a_branch_is_gone_along_to_its_end_whatever_the_order_of_the_files(String drawn, String expected) {
        for (int seed = 0; seed < 10; seed++) {
            List<RevisionInfo> shuffled = new ArrayList<>(DrawnGraph.revisions(drawn));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ids(RevisionGraph.of(shuffled).revisions())).isEqualTo(expected);
        }
    }

    @Test
    void rg5_thousands_of_revisions_in_a_row_are_no_trouble() {
        StringBuilder drawn = new StringBuilder("r0");
        for (int i = 1; i < 20_000; i++) {
            drawn.append("; r").append(i).append(" < r").append(i - 1);
        }
        RevisionGraph graph = DrawnGraph.of(drawn.toString());
        assertThat(ids(graph.heads())).isEqualTo("r19999");
        assertThat(Plan.upgrade(graph, Set.of(), "head").steps()).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < a                                    | a (a.java) -> a (a.java)",
                "a < b; b < a                             | a (a.java) -> b (b.java) -> a (a.java)",
                "a < c; b < a; c < b                      | a (a.java) -> c (c.java) -> b (b.java) -> a (a.java)",
                "a; b < a + d; c < b; d < c               | b (b.java) -> d (d.java) -> c (c.java) -> b (b.java)",
                "a; b < a; c < b + e; d < a; e < d + c    | c (c.java) -> e (e.java) -> c (c.java)",
                "a; b < a; c < a; d < b + c; e < d + f; f < e | e (e.java) -> f (f.java) -> e (e.java)",
                "a ~ a                                    | a (a.java) -> a (a.java)",
                "a ~ b; b < a                             | a (a.java) -> b (b.java) -> a (a.java)",
                "a; b < a ~ y; x; y < x ~ b               | b (b.java) -> y (y.java) -> b (b.java)",
                "a < b #shop; b ~ shop                    | a (a.java) -> b (b.java) -> a (a.java)",
            })
    void rg9_a_circle_is_listed_wherever_it_is(String drawn, String circle) {
        assertThatThrownBy(() -> DrawnGraph.of(drawn))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revisions stand on each other in a circle: " + circle
                        + ". Correct revises or dependsOn in the header of one of them.");
    }

    @Test
    void rg9_an_identifier_within_another_is_no_circle() {
        assertThat(ids(DrawnGraph.of("abc; ab < abc; a < ab").revisions())).isEqualTo("abc ab a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a; b < a; x ~ b           | x | b",
                "a #shop; b < a; x ~ shop  | x | a",
                "a; b < a ~ a              | b | a",
                "a; b < a; c < b ~ a       | c | a",
            })
    void rg10_a_dependency_is_an_identifier_or_a_label(String drawn, String revision, String dependency) {
        RevisionInfo found = DrawnGraph.of(drawn).find(revision).orElseThrow();
        assertThat(found.dependsOn()).containsExactly(dependency);
    }

    @Test
    void rg10_a_dependency_orders_and_implies_but_does_not_merge() {
        RevisionGraph graph = DrawnGraph.of("a; b < a; x ~ b; y < x");
        assertThat(ids(graph.heads())).isEqualTo("b y");
        assertThat(graph.rows(graph.applied(Set.of("y")))).containsExactly("y");
        assertThat(graph.tips(graph.applied(Set.of("y")))).containsExactly("b", "y");
        assertThat(graph.isAtHeads(Set.of("y"))).isTrue();
        assertThat(graph.isAtHeads(Set.of("b"))).isFalse();
        assertThat(graph.isAtHeads(Set.of("y", "zz"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b < a       | Revision b (b.java) stands on revision a, which no migration has.",
                "b ~ a       | Revision b (b.java) depends on revision a, which no migration has.",
                "b ~ shop    | Revision b (b.java) depends on revision shop, which no migration has.",
                "a #l; b < a #l | Two migrations carry the label 'l': a.java and b.java.",
                "a; b < a #a | The label 'a' of b.java is also the revision id of a.java.",
                "a-1         | The revision id 'a-1' of a-1.java holds one of @ - + :",
                "head        | The revision id 'head' of head.java is a word of its own",
                "a #x:y      | The label 'x:y' of a.java holds one of @ - + :",
                "a #heads    | The label 'heads' of a.java is a word of its own",
                "a; a        | Two migrations have the revision id a: a.java and a.java.",
            })
    void rg10_what_makes_no_graph_is_told_with_its_files(String drawn, String message) {
        assertThatThrownBy(() -> DrawnGraph.of(drawn))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a; b < a; c < b #shop; d < c                          | a b c d",
                "a; b < a; c < b #shop; d < c; x < b                   | c d",
                "a; x < a; b < a; c < b; d < c #shop; e < d            | b c d e",
                "a; b < a; c < a; m < b + c; n < m #shop; o < n        | m n o",
                "a; b < a #shop; c < a; m < b + c                      | b m",
                "a; b < a #shop; x ~ b                                 | a b",
            })
    void a_label_applies_to_descendants_and_back_to_the_last_branch_or_merge(String drawn, String expected) {
        RevisionGraph graph = DrawnGraph.of(drawn);
        assertThat(graph.revisions().stream()
                        .filter(revision -> graph.labelsOf(revision).contains("shop"))
                        .map(RevisionInfo::id))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(expected.split(" ")));
    }

    @Test
    void unknown_version_rows_are_named_with_the_cure() {
        assertThatThrownBy(() -> Plan.upgrade(DrawnGraph.of(DIAMOND), Set.of("zz", "yy", "b"), "d"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("The database is at revision yy, zz, which no migration has.")
                .hasMessageContaining("stamp --purge");
    }
}
