package dev.autogen.migration;

import dev.autogen.schema.Deferrability;
import dev.autogen.schema.PrimaryKey;
import java.util.List;
import java.util.Optional;

/** A primary key, see {@link Elements#primaryKey}. */
public final class PrimaryKeyElement extends ConstraintElement {
    private final List<String> columns;
    private List<String> include = List.of();
    private boolean withoutOverlaps;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    private String usingIndex;

    PrimaryKeyElement(Recording recording, String call, String name, String... columns) {
        super(recording, call, name);
        this.columns = Names.names(call, "column", columns);
    }

    /** {@code INCLUDE (columns)}: columns that its index carries without being part of the key. */
    public PrimaryKeyElement include(String... columns) {
        include = Names.names(open("include"), "column", columns);
        return this;
    }

    /** {@code DEFERRABLE INITIALLY IMMEDIATE}: a transaction may ask that it be checked at its end. */
    public PrimaryKeyElement deferrable() {
        open("deferrable");
        deferrability = Deferrability.INITIALLY_IMMEDIATE;
        return this;
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED}: checked at the end of a transaction. */
    public PrimaryKeyElement initiallyDeferred() {
        open("initiallyDeferred");
        deferrability = Deferrability.INITIALLY_DEFERRED;
        return this;
    }

    /** {@code WITHOUT OVERLAPS} behind the last column, a range: those of equal other columns never overlap (PostgreSQL 18). */
    public PrimaryKeyElement withoutOverlaps() {
        open("withoutOverlaps");
        withoutOverlaps = true;
        return this;
    }

    /**
     * {@code PRIMARY KEY USING INDEX index}: a unique index over just these columns, built before, becomes the constraint's own
     * and takes its name. With {@link IndexCreation#concurrently()} nobody is locked out while it is built. Not within a
     * new table.
     */
    public PrimaryKeyElement usingIndex(String index) {
        usingIndex = Names.name(open("usingIndex"), "index", index);
        return this;
    }

    @Override
    Optional<String> usingIndex() {
        return Optional.ofNullable(usingIndex);
    }

    @Override
    PrimaryKey constraint() {
        return new PrimaryKey(name(), columns, include, deferrability, withoutOverlaps);
    }
}
