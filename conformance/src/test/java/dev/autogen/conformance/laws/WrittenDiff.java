package dev.autogen.conformance.laws;

import dev.autogen.differ.SchemaDiff;
import dev.autogen.schema.operation.Operation;
import java.util.List;

/**
 * A difference whose source is to be tried.
 *
 * @param seed of the pair it is of
 * @param upgrade the way there
 * @param downgrade the way back
 */
record WrittenDiff(long seed, List<Operation> upgrade, List<Operation> downgrade) {

    static WrittenDiff of(long seed, SchemaDiff diff) {
        return new WrittenDiff(seed, diff.upgrade(), diff.downgrade());
    }
}
