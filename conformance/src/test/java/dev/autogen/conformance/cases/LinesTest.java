package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final List<Line> LINES = Line.all();
    private static final List<Case> CASES =
            CaseFile.all().stream().flatMap(file -> file.cases().stream()).toList();

    @Test
    void every_line_has_a_case_or_a_reason_why_not() {
        assertThat(LINES)
                .filteredOn(line -> !line.excused())
                .extracting(Line::id)
                .isSubsetOf(told());
    }

    @Test
    void a_line_with_a_case_needs_no_excuse() {
        assertThat(LINES).filteredOn(Line::excused).extracting(Line::id).doesNotContainAnyElementsOf(told());
    }

    @Test
    void every_id_of_a_case_is_one_of_a_line() {
        assertThat(told()).isSubsetOf(LINES.stream().map(Line::id).toList());
    }

    @Test
    void ids_and_titles_are_given_once() {
        assertThat(LINES).extracting(Line::id).doesNotHaveDuplicates();
        assertThat(CASES).extracting(Case::title).doesNotHaveDuplicates();
    }

    private static Set<String> told() {
        return CASES.stream().flatMap(proof -> proof.ids().stream()).collect(toCollection(TreeSet::new));
    }
}
