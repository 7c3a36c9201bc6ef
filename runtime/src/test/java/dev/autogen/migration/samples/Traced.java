package dev.autogen.migration.samples;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.bigint;

import dev.autogen.migration.Accept;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import java.util.List;

/** Asks for things from lines that a test counts: the first statement of {@link #upgrade} is in line 18. */
@Accept(value = "data-loss", because = "it is a sample")
@Accept(value = "may-fail", because = "it is a sample, too")
public class Traced implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("a", column("id", bigint()));
        List.of("b", "c").forEach(table -> op.dropTable(table));
        op.autocommit(() -> {
            op.execute("VACUUM a");
        });
        index(op);
    }

    private static void index(Operations op) {
        op.createIndex("ix", "a", "id").unique();
    }

    @Override
    public void downgrade(Operations op) {
        op.createIndex("ix", "a");
    }
}
