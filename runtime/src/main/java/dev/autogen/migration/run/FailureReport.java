package dev.autogen.migration.run;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why a migration failed, as users read it: which, where, what PostgreSQL said, and the state the database is in. */
final class FailureReport {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String CANCELLED = "57014";
    private static final String CONNECTION = "08";

    /** Shutdown, crash, the end of an idle session or transaction (PostgreSQL, appendix A). */
    private static final Set<String> ENDED_BY_SERVER = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    private FailureReport() {}

    /**
     * The exception that says it.
     *
     * @param cause what failed
     * @param state what has become of the database
     * @param blockers for whom its last statement waited, as far as that is known
     */
    static MigrationFailedException of(
            RevisionInfo revision,
            Direction direction,
            Place place,
            Throwable cause,
            String state,
            List<String> blockers) {
        List<String> lines = new ArrayList<>();
        String verb = direction == Direction.UPGRADE ? "Upgrade to " : "Downgrade of ";
        String where = place.what().isEmpty() ? "at its beginning" : place.what();
        if (cause instanceof SQLException sql) {
            ServerMessage message = ServerMessage.of(sql);
            String excerpt = place.statement() == null ? "" : StatementExcerpt.of(place.statement(), message);
            lines.add(verb + name(revision) + " failed " + where + (excerpt.isEmpty() ? "" : ":" + excerpt));
            lines.addAll(words(message, sql.getSQLState()));
        } else {
            lines.add(verb + name(revision) + " failed " + where);
            lines.add(words(cause));
        }
        lines.add(state + cure(cause, blockers));
        return new MigrationFailedException(revision, String.join("\n", lines), cause, place.isJavaCode());
    }

    private static List<String> words(ServerMessage message, String state) {
        List<String> lines = new ArrayList<>();
        lines.add(message.text() + (state == null ? "" : " (SQLSTATE " + state + ")"));
        addUnlessNull(lines, "Detail: ", message.detail());
        addUnlessNull(lines, "Hint: ", message.hint());
        addUnlessNull(lines, "Where: ", message.where());
        return lines;
    }

    private static void addUnlessNull(List<String> lines, String label, String text) {
        if (text != null) {
            lines.add(label + text);
        }
    }

    /** What an exception says. */
    static String words(Throwable cause) {
        return String.valueOf(cause instanceof Error || cause.getMessage() == null ? cause : cause.getMessage());
    }

    /** The migration, as messages name it. */
    static String name(RevisionInfo revision) {
        return revision.id() + " (" + revision.message() + ", " + revision.source() + ")";
    }

    private static String cure(Throwable cause, List<String> blockers) {
        if (isLockTimeout(cause)) {
            return blockers.isEmpty()
                    ? " Another session holds a lock that it needs (pg_stat_activity lists them); run the command again"
                            + " when that is gone, or raise --lock-timeout."
                    : " It waited for a lock that another session holds: " + String.join("; ", blockers)
                            + ". Run the command again when that is done, end it with select pg_terminate_backend(pid),"
                            + " or raise --lock-timeout.";
        }
        return hasState(cause, CANCELLED)
                ? " The statement was cancelled, by its time limit (--statement-timeout, op.statementTimeout, or the"
                        + " role's statement_timeout) or by request."
                : "";
    }

    /** Whether the same may succeed when it is tried again at once. */
    static boolean isWorthAnotherTry(Throwable cause) {
        return isLockTimeout(cause) || hasState(cause, DEADLOCK);
    }

    private static boolean isLockTimeout(Throwable cause) {
        return hasState(cause, LOCK_NOT_AVAILABLE);
    }

    /** Whether the connection is gone, so that the server alone knows what became of the transaction. */
    static boolean isConnectionLost(Throwable cause) {
        String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        return state.startsWith(CONNECTION) || ENDED_BY_SERVER.contains(state);
    }

    private static boolean hasState(Throwable cause, String state) {
        return cause instanceof SQLException sql && state.equals(sql.getSQLState());
    }
}
