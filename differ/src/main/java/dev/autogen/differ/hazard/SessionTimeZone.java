package dev.autogen.differ.hazard;

import java.util.List;

/** A value with a time zone becomes one without, or the other way round: what it means is up to the session. */
final class SessionTimeZone extends HazardRule {

    SessionTimeZone() {
        super(
                "session-time-zone",
                Severity.WARNING,
                "Points in time are converted by the time zone of the session that runs the migration");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return TypeChange.of(moment)
                .filter(change -> change.using() == null
                        && TypeWidth.dependsOnTimeZone(change.from(), change.to())
                        && !moment.isEmpty(change.table()))
                .map(change -> about(
                        change.table(),
                        change.column(),
                        "reads values in the session's time zone: " + change.named(moment)))
                .stream()
                .toList();
    }
}
