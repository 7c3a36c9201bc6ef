package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import java.util.List;

/** An index that is not built or dropped concurrently: writers wait. */
final class BlocksWrites extends HazardRule {

    BlocksWrites() {
        super("blocks-writes", Severity.WARNING, "Writers wait while an index is built or dropped");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (moment.operation() instanceof CreateIndex create && !create.concurrently()) {
            return moment.isSmall(create.table())
                    ? List.of()
                    : List.of(about(
                            create.table(),
                            "nobody can write to " + moment.named(create.table()) + " while index "
                                    + create.index().name() + " is built"));
        }
        return moment.operation() instanceof DropIndex drop
                        && !drop.concurrently()
                        && !moment.isSmall(drop.table())
                        && !moment.plan().dropped().contains(drop.table())
                ? List.of(about(
                        drop.table(),
                        "nobody can read or write " + moment.named(drop.table()) + " while index " + drop.name()
                                + " is dropped"))
                : List.of();
    }
}
