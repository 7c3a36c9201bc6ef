package dev.autogen.introspector;

import java.util.Optional;

/**
 * A text in its place.
 *
 * @param place where it stands
 * @param job what asks the server about it
 * @param spelling what is equal for texts of both sides that are written alike in the words that are compared
 */
record TextUse(Place place, ScratchJob job, ScratchJob spelling) {

    String text() {
        return job.text();
    }

    /** PostgreSQL's words where they are known without asking. */
    Optional<String> proven() {
        return place.kind() == TextKind.DEFAULT ? ProvenTexts.defaultValue(place.type(), text()) : Optional.empty();
    }
}
