package dev.autogen.migration.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What references stand for: the rows RG3, RG6, RG7 and RG8 of the conformance list. */
class ReferencesTest {
    private static final RevisionGraph LINE = DrawnGraph.of("3f2a; 3f9b < 3f2a; 77aa < 3f9b; 90cc < 77aa");
    private static final RevisionGraph BRANCHES =
            DrawnGraph.of("a; b < a; c1 < b #one; d1 < c1; c2 < b #two; d2 < c2; x #zoo; y < x");
    private static final RevisionGraph MERGED =
            DrawnGraph.of("a; b < a; c1 < b #one; d1 < c1; c2 < b #two; d2 < c2; m < d1 + d2; n < m");

    private static Set<String> rows(String rows) {
        return rows == null ? Set.of() : Set.of(rows.split(" "));
    }

    private static String resolved(RevisionGraph graph, String rows, String reference) {
        return String.join(" ", new References(graph, rows(rows)).resolve(reference));
    }

    @ParameterizedTest
    @CsvSource({
        "base, ''",
        "head, 90cc",
        "heads, 90cc",
        "current, 3f9b",
        "3f2a, 3f2a",
        "77, 77aa",
        "+0, 3f9b",
        "+1, 77aa",
        "+2, 90cc",
        "current+1, 77aa",
        "-1, 3f2a",
        "-2, ''",
        "current-1, 3f2a",
        "head-1, 77aa",
        "heads-1, 77aa",
        "base+2, 3f9b",
        "base+0, ''",
        "3f2a+1, 3f9b",
        "77-1, 3f9b",
        "3f9b@head, 90cc",
        "3f9b@base, ''",
        "9@-1, 3f2a",
    })
    void rg8_a_reference_stands_for_a_revision(String reference, String expected) {
        assertThat(resolved(LINE, "3f9b", reference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one        |       | c1",
                "one@head   |       | d1",
                "one@heads  |       | d1",
                "b@heads    |       | d1 d2",
                "one@base   |       | ''",
                "one@one    |       | c1",
                "one@c1     |       | c1",
                "one@d      |       | d1",
                "one@b      |       | b",
                "d1@c1      |       | c1",
                "one@head-1 |       | c1",
                "one@head-3 |       | a",
                "one@base+1 |       | a",
                "one@base+3 |       | c1",
                "two@base+4 |       | d2",
                "two@b+1    |       | c2",
                "zoo@head   |       | y",
                "heads      |       | d1 d2 y",
                "one@+1     | b     | c1",
                "one@+2     | b     | d1",
                "one@+1     | d2    | c1",
                "one@+1     | c1 c2 | d1",
                "zoo@+1     | c1 c2 | x",
                "one@-1     | d1 d2 | c1",
                "one@-2     | d1 d2 | b",
                "d1@-1      | d1 d2 | c1",
                "one@current| d1 c2 | d1",
                "zoo@-1     | d1 y  | x",
                "zoo@-2     | d1 y  | ''",
                "+1         | c1    | d1",
                "+1         | d1 c2 | d2",
            })
    void rg8_a_reference_may_name_a_branch(String reference, String rows, String expected) {
        assertThat(resolved(BRANCHES, rows, reference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1         | m     | d1 d2",
                "one@-1     | m     | d1",
                "one@-2     | m     | c1",
                "two@head-2 | m     | d2",
                "one@m      | m     | m",
                "+1         | d1 d2 | m",
            })
    void rg8_a_merge_is_on_all_its_branches(String reference, String rows, String expected) {
        assertThat(resolved(MERGED, rows, reference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3f        | '3f' is the beginning of 2 revisions: 3f2a (does 3f2a), 3f9b (does 3f9b). Give more",
                "nope      | There is no revision 'nope', and no label of that name. `autogen history` lists",
                "+3        | '+3' is too far: there are only 2 revisions after that point.",
                "-3        | '-3' is too far: there are only 2 revisions before that point.",
                "head+1    | 'head+1' is too far: there is no revision after that point.",
                "base-1    | 'base-1' is too far: there is no revision before that point.",
                "head-5    | 'head-5' is too far: there are only 4 revisions before that point.",
                "77aa@next | '77aa@next' stands for nothing: there is no revision 'next'.",
                "shop@head | There is no branch 'shop': no migration carries that label, and no identifier begins with",
                "head@77aa | 'head@77aa' is not a reference: before @ comes the label of a branch",
            })
    void rg8_a_reference_that_stands_for_nothing_says_why(String reference, String message) {
        assertThatThrownBy(() -> resolved(LINE, "3f9b", reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "one@", "@head", "+", "-x", "a+b", "a@b@c", "a:b", "77aa+1+1", "head-99999999999"})
    void rg8_what_is_no_reference_is_told_what_one_looks_like(String reference) {
        assertThatThrownBy(() -> resolved(LINE, "3f9b", reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("'" + reference + "' is not a reference to a revision.")
                .hasMessageContaining("LABEL@head");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "head      | b     | 'head' depends on a choice, for there are 3 heads: d1 (does d1), d2 (does d2), y",
                "head      | b     | (one@head), say `heads` for all, or bring them together with `autogen merge heads",
                "b@head    | b     | 'b@head' depends on a choice, for there are 2 heads: d1 (does d1), d2 (does d2)",
                "+1        | b     | '+1' depends on a choice between c1, c2. Name the revision you mean, or its branch",
                "+1        |       | '+1' depends on a choice between a, x.",
                "-1        | d1 d2 | '-1' depends on a choice between d1, d2. Name the revision you mean, or its branch:"
                        + " LABEL@-1.",
                "heads-1   |       | 'heads-1' depends on a choice between d1, d2, y.",
                "one@d2    |       | 'one@d2' stands for nothing: revision d2 is not on that branch.",
                "one@zoo   |       | 'one@zoo' stands for nothing: revision zoo is not on that branch.",
                "none@head |       | There is no branch 'none': no migration carries that label, and no identifier begins"
                        + " with it. The labels are one, two, zoo.",
            })
    void rg8_what_depends_on_a_choice_lists_it(String reference, String rows, String message) {
        assertThatThrownBy(() -> resolved(BRANCHES, rows, reference))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rg8_a_short_identifier_is_found_although_others_begin_with_it() {
        assertThat(resolved(DrawnGraph.of("a; ab < a; abc < ab"), null, "a")).isEqualTo("a");
    }

    @Test
    void rg8_without_migrations_head_names_the_command_that_makes_one() {
        assertThatThrownBy(() -> resolved(DrawnGraph.of(""), null, "head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("autogen -m");
        assertThat(resolved(DrawnGraph.of(""), null, "heads")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b:one@head   | b c1 d1",
                ":c1          | a b c1",
                "y:           | a b c1 d1 c2 d2 y",
                ":            | a b c1 d1 c2 d2 x y",
                "c1:          | c1 d1 c2 d2 x y",
                "b:+0         | b",
                "a:+1         | a b",
                "-1:d1        | c1 d1",
                "current:one@head | c1 d1",
                "b:current    | b c1",
                "x:zoo@head   | x y",
            })
    void rg6_a_range_holds_what_its_end_has_and_its_beginning_does_not(String range, String expected) {
        RevisionRange found = RevisionRange.upward(BRANCHES, Set.of("c1"), range);
        assertThat(DrawnGraph.ids(found.revisions(BRANCHES))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d1:b  | The range 'd1:b' holds nothing: b comes before d1. Write it the other way round.",
                "c1:d2 | The range 'c1:d2' holds nothing: d2 does not stand on c1. They are on different branches.",
                "a:b:c1 | 'a:b:c1' is not a range: there is one colon in it",
                "a:zz  | There is no revision 'zz'",
            })
    void rg6_a_range_that_leads_elsewhere_says_where(String range, String message) {
        assertThatThrownBy(() -> RevisionRange.upward(BRANCHES, Set.of(), range).revisions(BRANCHES))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "head, false",
        "3f2a, false",
        "current, true",
        "current-1, true",
        "+1, true",
        "-1, true",
        "one@-1, true",
        "one@head-1, false",
        "head-1, false",
        "a:current, true",
        "a:+2, false",
        "-2:, false",
        "current:head, true",
    })
    void only_what_counts_from_the_database_asks_it(String reference, boolean expected) {
        assertThat(References.asksDatabase(reference)).isEqualTo(expected);
    }
}
