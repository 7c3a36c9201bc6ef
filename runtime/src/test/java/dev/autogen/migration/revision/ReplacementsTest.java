package dev.autogen.migration.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
    private static final RevisionInfo SQUASHED = replacing("s", List.of("a"), "b", "c");
    private static final RevisionGraph GRAPH =
            RevisionGraph.of(List.of(RevisionInfo.of("a"), SQUASHED, RevisionInfo.of("d", "c")));

    private static RevisionInfo replacing(String id, List<String> parents, String... replaced) {
        return new RevisionInfo(id, parents, List.of(), List.of(), List.of(replaced), id, null, false, id + ".java");
    }

    @Test
    void what_stood_on_the_last_replaced_revision_stands_on_the_one_that_replaces_it() {
        assertThat(GRAPH.children("s")).extracting(RevisionInfo::id).containsExactly("d");
        assertThat(GRAPH.heads()).extracting(RevisionInfo::id).containsExactly("d");
    }

    @Test
    void a_database_at_the_last_replaced_revision_is_at_the_one_that_replaces_it() {
        assertThat(GRAPH.recognised(Set.of("c"))).containsExactly("s");
        assertThat(GRAPH.recognised(Set.of("a", "x"))).containsExactly("a", "x");
    }

    @Test
    void a_database_in_the_middle_is_told_how_to_get_out() {
        assertThatThrownBy(() -> GRAPH.recognised(Set.of("b")))
                .isInstanceOf(RevisionException.class)
                .hasMessage("The database is at revision b, in the middle of what s (s.java) replaces (b to c), so that"
                        + " one can neither be run nor counted as applied. Take the files from before the squash"
                        + " (version control has them), run `autogen upgrade c` there, and come back.");
    }

    @Test
    void a_replaced_revision_that_is_named_says_what_replaces_it() {
        assertThatThrownBy(() -> new References(GRAPH, Set.of()).resolve("b"))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revision b is gone: s (s.java) replaces it together with its neighbours. Name s instead.");
    }

    @Test
    void a_replaced_file_that_came_back_is_refused() {
        assertThatThrownBy(() -> RevisionGraph.of(
                        List.of(RevisionInfo.of("a"), SQUASHED, RevisionInfo.of("b", "a"), RevisionInfo.of("c", "b"))))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("Revision b (b) is still there, although s (s.java) replaces it");
    }

    @Test
    void two_revisions_that_replace_the_same_one_are_refused() {
        assertThatThrownBy(() ->
                        RevisionGraph.of(List.of(RevisionInfo.of("a"), SQUASHED, replacing("t", List.of("a"), "c"))))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("Revision c is replaced twice, by s (s.java) and by t (t.java).");
    }

    @Test
    void what_stands_in_the_middle_of_a_replaced_range_is_refused() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(RevisionInfo.of("a"), SQUASHED, RevisionInfo.of("e", "b"))))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revision e (e) stands on revision b, which is in the middle of what s (s.java) replaces."
                        + " Correct its header: let it revise s.");
    }
}
