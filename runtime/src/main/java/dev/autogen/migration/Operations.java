package dev.autogen.migration;

import java.time.Duration;

/**
 * What a {@link Migration} can ask for, usually called {@code op}. Nothing runs while the migration is read: each call
 * records one operation, and what is recorded is executed afterwards, in order.
 *
 * <p>Names are PostgreSQL's, exactly as it stores them: never folded, never split at a dot, quoted where SQL needs it.
 * They mean the default schema, which is configured and not part of a migration; {@link #inSchema} reaches others. Text
 * parameters called {@code sql} are put into the statement as they are.
 *
 * <p>Each call throws {@link InvalidMigrationException}, at once or at the end of the recording, where it makes no
 * sense: without columns, with a name that is null, empty or longer than PostgreSQL's 63 bytes, or after the
 * migration's method has returned.
 */
public sealed interface Operations
        extends TableOperations, ConstraintOperations, TypeOperations, DependentOperations, DataOperations
        permits RecordingOperations {

    /**
     * The same operations on tables, sequences and types of another schema: {@code op.inSchema("audit").dropTable("log")}.
     * Tables that are named within an element stay in the default schema unless they say otherwise with
     * {@link Elements#name(String, String)}.
     */
    Operations inSchema(String schema);

    /**
     * Runs what the block asks for outside of a transaction, each operation by itself, as PostgreSQL demands for some:
     * {@code op.autocommit(() -> op.execute("VACUUM users"))}. What stands before it is committed first. Index builds that
     * are {@code concurrently} do this by themselves.
     */
    void autocommit(Runnable block);

    /**
     * Commits what stands before it; what follows runs in a transaction of its own: to use a new enum value, or to
     * validate a constraint without holding the lock under which it was added.
     */
    void newTransaction();

    /**
     * {@code SET LOCAL lock_timeout} for this direction of the migration, instead of the runner's {@code --lock-timeout}.
     *
     * @param limit how long a statement waits for a lock; zero for ever
     */
    void lockTimeout(Duration limit);

    /**
     * {@code SET LOCAL statement_timeout} for this direction of the migration.
     *
     * @param limit how long a statement may run; zero for ever
     */
    void statementTimeout(Duration limit);
}
