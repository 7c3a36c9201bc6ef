package dev.autogen.migration.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final List<RevisionInfo> DIAMOND = List.of(
            RevisionInfo.of("a1"),
            RevisionInfo.of("b1", "a1"),
            RevisionInfo.of("c1", "a1"),
            RevisionInfo.of("c2", "c1"),
            RevisionInfo.of("d1", "b1", "c2"));

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    private static RevisionGraph graph(RevisionInfo... revisions) {
        return RevisionGraph.of(List.of(revisions));
    }

    @Test
    void no_revisions_have_no_heads() {
        assertThat(graph().heads()).isEmpty();
    }

    @Test
    void parents_come_before_children_whatever_the_order_of_the_files() {
        for (int seed = 0; seed < 20; seed++) {
            List<RevisionInfo> shuffled = new ArrayList<>(DIAMOND);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ids(RevisionGraph.of(shuffled).revisions())).containsExactly("a1", "b1", "c1", "c2", "d1");
        }
    }

    @Test
    void two_branches_have_two_heads() {
        assertThat(ids(RevisionGraph.of(DIAMOND.subList(0, 4)).heads())).containsExactly("b1", "c2");
    }

    @Test
    void one_id_in_two_files_names_both() {
        assertThatThrownBy(() -> graph(
                        new RevisionInfo("a1", List.of(), List.of(), List.of(), List.of(), "x", null, false, "A.java"),
                        new RevisionInfo("a1", List.of(), List.of(), List.of(), List.of(), "y", null, false, "B.java")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("A.java and B.java");
    }

    @Test
    void a_missing_parent_names_the_file_that_asks_for_it() {
        assertThatThrownBy(() -> graph(RevisionInfo.of("b1", "a1")))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("Revision b1 (b1) stands on revision a1, which no migration has.");
    }

    @Test
    void a_circle_is_listed() {
        assertThatThrownBy(() ->
                        graph(RevisionInfo.of("a1", "c1"), RevisionInfo.of("b1", "a1"), RevisionInfo.of("c1", "b1")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("a1 (a1) -> c1 (c1) -> b1 (b1) -> a1 (a1)");
    }

    @Test
    void upgrading_runs_what_is_missing_and_tells_where_the_database_is_after_each_step() {
        Plan plan = Plan.upgrade(RevisionGraph.of(DIAMOND), Set.of("b1"), "d1");
        assertThat(plan.steps().stream().map(step -> step.revision().id() + " -> " + step.after()))
                .containsExactly("c1 -> [b1, c1]", "c2 -> [b1, c2]", "d1 -> [d1]");
    }

    @Test
    void downgrading_a_merge_leaves_both_its_sides() {
        Plan plan = Plan.downgrade(RevisionGraph.of(DIAMOND), Set.of("d1"), "-1");
        assertThat(plan.steps().stream().map(step -> step.revision().id() + " -> " + step.after()))
                .containsExactly("d1 -> [b1, c2]");
    }

    @Test
    void downgrading_to_one_side_of_a_merge_keeps_the_other_branch() {
        Plan plan = Plan.downgrade(RevisionGraph.of(DIAMOND), Set.of("d1"), "c1");
        assertThat(plan.steps().stream().map(step -> step.revision().id() + " -> " + step.after()))
                .containsExactly("d1 -> [b1, c2]", "c2 -> [b1, c1]");
    }

    @Test
    void downgrading_to_base_takes_everything_down() {
        Plan plan = Plan.downgrade(RevisionGraph.of(DIAMOND), Set.of("d1"), "base");
        assertThat(plan.steps().stream().map(step -> step.revision().id() + " -> " + step.after()))
                .containsExactly("d1 -> [b1, c2]", "c2 -> [b1, c1]", "c1 -> [b1]", "b1 -> [a1]", "a1 -> []");
    }

    @Test
    void upgrading_to_something_already_passed_says_which_way_it_lies() {
        assertThatThrownBy(() -> Plan.upgrade(RevisionGraph.of(DIAMOND), Set.of("d1"), "a1"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("`autogen downgrade a1`");
    }

    @Test
    void a_database_at_an_unknown_revision_names_it_with_the_cure() {
        assertThatThrownBy(() -> Plan.upgrade(RevisionGraph.of(DIAMOND), Set.of("zz"), "d1"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("The database is at revision zz, which no migration has.")
                .hasMessageContaining("stamp --purge");
    }
}
