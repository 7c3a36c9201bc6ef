package dev.autogen.commands.preflight;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the rows over which a query ends with an error. An error ends the whole query, so the table's blocks, then the
 * places within a block, are halved until a single place is left; PostgreSQL reads a range of places without the rest of
 * the table.
 */
final class FailingRows {
    /** No page has room for more rows than this, whatever the size of blocks (PostgreSQL's {@code MaxHeapTuplesPerPage}). */
    private static final long PLACES_OF_BLOCK = 2048;

    private static final int ENOUGH = 5;
    private static final int MOST_QUESTIONS = 400;

    private final Question question;
    private final Deque<Range> open = new ArrayDeque<>();
    private final List<List<String>> found = new ArrayList<>();
    private int questions;
    private boolean complete;

    FailingRows(long blocks, Question question) {
        this.question = question;
        open.push(new Range(0, Math.max(1, blocks) * PLACES_OF_BLOCK, true));
    }

    /** What is asked about the rows in a range of places, which is a condition in SQL. */
    interface Question {
        /** Whether the query ends with an error there. */
        boolean fails(String condition) throws SQLException;

        /** The keys of the rows there. */
        List<List<String>> keys(String condition) throws SQLException;
    }

    /** Places from one up to another; it may be known that the query fails there. */
    private record Range(long from, long to, boolean fails) {
        String condition() {
            return ForeseenTable.PLACE + " >= '" + tid(from) + "'::tid AND " + ForeseenTable.PLACE + " < '" + tid(to)
                    + "'::tid";
        }

        private static String tid(long place) {
            return "(" + place / PLACES_OF_BLOCK + "," + place % PLACES_OF_BLOCK + ")";
        }

        boolean isPlace() {
            return to - from == 1;
        }

        /** Whole blocks for as long as there are several. */
        long middle() {
            long middle = (from + to) / 2;
            return to - from > PLACES_OF_BLOCK ? middle / PLACES_OF_BLOCK * PLACES_OF_BLOCK : middle;
        }
    }

    /** Looks for the first few of them. */
    void find() throws SQLException {
        while (!open.isEmpty() && found.size() < ENOUGH && questions < MOST_QUESTIONS) {
            Range range = open.pop();
            if (!range.fails() && !fails(range)) {
                continue;
            }
            if (range.isPlace()) {
                found.addAll(question.keys(range.condition()));
                continue;
            }
            long middle = range.middle();
            Range first = new Range(range.from(), middle, false);
            boolean inFirst = fails(first);
            // Where the first half does not fail, the second one does.
            open.push(new Range(middle, range.to(), !inFirst));
            if (inFirst) {
                open.push(new Range(first.from(), first.to(), true));
            }
        }
        complete = open.isEmpty();
    }

    /** The keys of those that were found until now. */
    List<List<String>> found() {
        return List.copyOf(found);
    }

    /** Whether these are all. */
    boolean isComplete() {
        return complete;
    }

    private boolean fails(Range range) throws SQLException {
        questions++;
        return question.fails(range.condition());
    }
}
