package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import java.util.List;

/** Without a limit a migration waits for its lock as long as it takes, and everyone else waits behind it. */
final class LockQueue extends HazardRule {

    LockQueue() {
        super("lock-queue", Severity.WARNING, "It waits for locks without a limit, and all others wait behind it");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return List.of();
    }

    @Override
    List<Hazard> of(JudgedStep.LockTimeout limit, Plan plan) {
        return limit.limit().isZero() && plan.operations().stream().anyMatch(LockQueue::locks)
                ? List.of(about(null, "waits for its locks for ever, and whoever comes after it waits as well"))
                : List.of();
    }

    /** Whether others may hold the lock that it needs: what is only made now is nobody else's. */
    private static boolean locks(Operation operation) {
        return !(operation instanceof CreateTable
                || operation instanceof CreateSequence
                || operation instanceof CreateEnum
                || operation instanceof CreateDomain
                || operation instanceof CreateSchema
                || operation instanceof CreateExtension);
    }
}
