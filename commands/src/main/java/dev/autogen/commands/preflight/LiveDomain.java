package dev.autogen.commands.preflight;

import dev.autogen.schema.ColumnRef;
import java.util.List;

/**
 * A domain as the database has it.
 *
 * @param notNull whether it takes no null
 * @param hasDefault whether columns without a default of their own have one through it
 * @param uses the columns of that domain, or of one that is based on it, with the schemas of their tables
 */
record LiveDomain(boolean notNull, boolean hasDefault, List<ColumnRef> uses) {

    LiveDomain {
        uses = List.copyOf(uses);
    }
}
