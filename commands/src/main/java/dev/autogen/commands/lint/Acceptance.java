package dev.autogen.commands.lint;

import dev.autogen.migration.StepOrigin;
import java.util.Set;

/**
 * An {@link dev.autogen.migration.Accept} of a migration.
 *
 * @param hazard the id that it names
 * @param on the table, column, sequence or type that it speaks of; empty for any
 * @param because the reason
 * @param type the class on which, or on whose method, it stands
 * @param method the method on which it stands; null where it stands on the class
 * @param place where it stands
 */
record Acceptance(String hazard, String on, String because, Class<?> type, String method, SourceLine place) {

    /**
     * Whether it speaks of what was asked for there.
     *
     * @param names what the finding is about: the table, the column with its table
     */
    boolean covers(String id, Set<String> names, StepOrigin origin) {
        return hazard.equals(id)
                && (on.isEmpty() || names.contains(on))
                && (method == null
                        || origin.frames().stream()
                                .anyMatch(frame -> frame.getClassName().equals(type.getName())
                                        && frame.getMethodName().equals(method)));
    }
}
