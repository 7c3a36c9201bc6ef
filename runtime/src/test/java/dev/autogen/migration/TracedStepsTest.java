package dev.autogen.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.samples.Traced;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From which lines of its source a migration asked for its steps. */
class TracedStepsTest {
    private final TracedSteps traced = Recorder.trace(new Traced(), Direction.UPGRADE);

    private String origin(Step step) {
        StepOrigin origin = traced.origin(step);
        List<Integer> lines =
                origin.frames().stream().map(StackTraceElement::getLineNumber).toList();
        return origin.method() + " " + lines;
    }

    @Test
    void each_step_has_the_lines_that_led_to_it_innermost_first() {
        assertThat(traced.steps().stream().map(this::origin))
                .containsExactly(
                        "createTable [18]",
                        "dropTable [19, 19]",
                        "dropTable [19, 19]",
                        "autocommit [20]",
                        "createIndex [27, 23]");
    }

    @Test
    void what_runs_outside_of_a_transaction_has_lines_of_its_own() {
        Step.Autocommit block = (Step.Autocommit) traced.steps().get(3);

        assertThat(origin(block.steps().get(0))).isEqualTo("execute [21, 20]");
    }

    @Test
    void what_is_recorded_is_the_same_as_without() {
        assertThat(Step.operations(traced.steps())).isEqualTo(Step.operations(Recorder.record(new Traced()::upgrade)));
    }

    @Test
    void what_is_refused_only_at_the_end_points_at_the_line_that_asked_for_it() {
        assertThatThrownBy(() -> Recorder.trace(new Traced(), Direction.DOWNGRADE))
                .isInstanceOf(InvalidMigrationException.class)
                .satisfies(refusal ->
                        assertThat(refusal.getStackTrace()[0].getLineNumber()).isEqualTo(32));
    }

    @Test
    void a_step_of_another_recording_has_no_origin_here() {
        Step other = new Step.NewTransaction();

        assertThatThrownBy(() -> traced.origin(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_accepted_can_be_read_from_the_class() {
        assertThat(Traced.class.getAnnotationsByType(Accept.class))
                .extracting(Accept::value)
                .containsExactly("data-loss", "may-fail");
    }
}
