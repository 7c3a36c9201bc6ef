package dev.autogen.introspector;

import dev.autogen.introspector.ScratchJob.Source;
import java.util.Optional;

/**
 * A text in its place.
 *
 * @param place where it stands
 * @param job what asks the server about it
 */
record TextUse(Place place, ScratchJob job) {

    String text() {
        return job.text();
    }

    /** PostgreSQL's words where they are known without asking. */
    Optional<String> proven() {
        return place.kind() == TextKind.DEFAULT ? ProvenTexts.defaultValue(place.type(), text()) : Optional.empty();
    }

    /** What is equal for texts of both sides that are written alike. */
    ScratchJob spelling() {
        return job.from(Source.MODEL);
    }
}
