package dev.autogen.commands.proof;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * Something that a database holds, by its kind and name.
 *
 * @param kind what it is
 * @param name its name, as a catalog has it
 */
record Thing(Kind kind, Object name) implements Comparable<Thing> {
    private static final Comparator<Thing> ORDER =
            comparing(Thing::kind).thenComparing(thing -> thing.name().toString());

    /** What is told apart. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        ENUM,
        DOMAIN,
        SEQUENCE,
        TABLE,
        /** What the catalog has no words for, see {@link Picture#others}. */
        OTHER
    }

    @Override
    public int compareTo(Thing other) {
        return ORDER.compare(this, other);
    }
}
