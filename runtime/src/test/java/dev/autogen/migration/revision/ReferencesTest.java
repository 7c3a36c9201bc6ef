package dev.autogen.migration.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    private static final RevisionGraph LINE = RevisionGraph.of(List.of(
            RevisionInfo.of("3f2a"),
            RevisionInfo.of("3f9b", "3f2a"),
            RevisionInfo.of("77aa", "3f9b"),
            RevisionInfo.of("90cc", "77aa")));
    private static final RevisionGraph FORK =
            RevisionGraph.of(List.of(RevisionInfo.of("aa"), RevisionInfo.of("bb", "aa"), RevisionInfo.of("cc", "aa")));

    @ParameterizedTest
    @CsvSource({
        "base, ''",
        "head, 90cc",
        "heads, 90cc",
        "current, 3f9b",
        "3f2a, 3f2a",
        "77, 77aa",
        "+1, 77aa",
        "+2, 90cc",
        "-1, 3f2a",
        "-2, ''",
        "head-1, 77aa",
        "base+2, 3f9b",
        "3f2a+1, 3f9b",
        "77-1, 3f9b",
        "3f9b@head, 90cc",
    })
    void a_reference_stands_for_a_revision(String reference, String expected) {
        assertThat(String.join(",", new References(LINE, Set.of("3f9b")).resolve(reference)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3f   | '3f' is the beginning of 2 revisions: 3f2a (3f2a), 3f9b (3f9b)",
                "nope | There is no revision 'nope'",
                "+3   | '+3' is too far: there are only 2 revisions after that point",
                "-3   | '-3' is too far: there are only 2 revisions before that point",
                "77aa@next | '77aa@next' stands for nothing: there is no revision 'next'",
            })
    void a_reference_that_stands_for_nothing_says_why(String reference, String message) {
        assertThatThrownBy(() -> new References(LINE, Set.of("3f9b")).resolve(reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "head | 'head' depends on a choice, for there are 2 heads: bb (bb), cc (cc)",
                "+1   | '+1' depends on a choice between bb, cc",
            })
    void with_two_heads_the_choice_is_the_users(String reference, String message) {
        assertThatThrownBy(() -> new References(FORK, Set.of("aa")).resolve(reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void heads_stands_for_all_of_them() {
        assertThat(new References(FORK, Set.of()).resolve("heads")).containsExactlyInAnyOrder("bb", "cc");
    }

    @Test
    void without_migrations_head_names_the_command_that_makes_one() {
        assertThatThrownBy(() -> new References(RevisionGraph.of(List.of()), Set.of()).resolve("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("autogen -m");
    }
}
