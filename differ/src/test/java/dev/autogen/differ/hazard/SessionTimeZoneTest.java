package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTimeZoneTest {
    @Test
    void a_zone_that_comes_or_goes_is_that_of_the_session() {
        assertThat(messages(transaction(retype("seen", "timestamp", "timestamptz"))))
                .isEqualTo("reads values in the session's time zone: users.seen from timestamp to timestamptz");
        assertThat(messages(transaction(retype("seen", "timestamptz", "timestamp"))))
                .isNotEmpty();
    }

    @Test
    void an_expression_that_names_the_zone_leaves_nothing_to_the_session() {
        assertThat(messages(transaction(retype("seen", "timestamp", "timestamptz", "seen AT TIME ZONE 'UTC'"))))
                .isEmpty();
    }

    @Test
    void an_empty_table_has_no_points_in_time() {
        assertThat(messages(
                        transaction(retype("seen", "timestamp", "timestamptz")).sized(USERS, 0, 0)))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("session-time-zone");
    }
}
