package dev.autogen.introspector;

import java.util.function.UnaryOperator;

/**
 * A text on its way to the server, with the statements that make PostgreSQL read it. Equal jobs get equal answers, so
 * each is asked once.
 *
 * @param kind what the text is
 * @param source who wrote the text
 * @param relation SQL name of the scratch table; empty where nothing is to be read from it
 * @param setup statements to run first; empty for none
 * @param before what stands before the text in the first statement that takes it
 * @param text the text
 * @param after what stands after it there
 * @param hide statements that give unmistakable names to objects which stand in for some that do not exist yet
 * @param drop takes the text away again, to replay what PostgreSQL made of it; null where there is no replaying
 * @param againBefore what stands before a replayed text
 * @param againAfter what stands after it
 */
record ScratchJob(
        TextKind kind,
        Source source,
        String relation,
        String setup,
        String before,
        String text,
        String after,
        String hide,
        String drop,
        String againBefore,
        String againAfter) {

    /**
     * Stands for a number in names: dropped rows of the catalog stay in its indexes until the transaction ends, and a
     * name that is used ten thousand times is looked for among all of them.
     */
    static final String NUMBER = "\u0001";

    /** Where a text comes from, which decides the search path that it is read with. */
    enum Source {
        MODEL,
        DATABASE,
        /** The database, in statements for which scratch tables stand before the tables that are there. */
        TRIAL
    }

    /** The same job with a number in its names. */
    ScratchJob numbered(int number) {
        UnaryOperator<String> fill = sql -> sql == null ? null : sql.replace(NUMBER, String.valueOf(number));
        return new ScratchJob(
                kind,
                source,
                fill.apply(relation),
                fill.apply(setup),
                fill.apply(before),
                text,
                after,
                hide,
                fill.apply(drop),
                fill.apply(againBefore),
                againAfter);
    }

    /** The same job for a text that the other side wrote. */
    ScratchJob from(Source other) {
        return new ScratchJob(kind, other, relation, setup, before, text, after, hide, drop, againBefore, againAfter);
    }
}
