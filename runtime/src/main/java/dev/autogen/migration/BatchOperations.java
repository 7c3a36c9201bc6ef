package dev.autogen.migration;

/** Work on the data of large tables; part of {@link Operations}. */
public sealed interface BatchOperations permits Operations {

    /**
     * Changes many rows, a thousand at a time, where the calls that follow say which and how:
     *
     * <pre>{@code
     * op.batch("users", "id").where("full_name IS NULL").set("full_name", "first || ' ' || last");
     * }</pre>
     *
     * runs, until a batch is not full, and commits after each of these:
     *
     * <pre>
     * UPDATE public.users SET full_name = first || ' ' || last
     * WHERE id &gt; '1000' AND id &lt;= '2000' AND (full_name IS NULL)
     * </pre>
     *
     * <p>What stands before it in the migration is committed first. A run that is interrupted goes on behind the last
     * committed batch and never does one twice. Rows are locked only as long as their batch takes.
     *
     * @param key columns that order the rows: the primary key, or others that have an index and no nulls
     */
    BatchCreation batch(String table, String... key);
}
