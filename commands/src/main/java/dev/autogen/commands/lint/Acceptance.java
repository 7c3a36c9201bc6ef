package dev.autogen.commands.lint;

import dev.autogen.migration.StepOrigin;

/**
 * An {@link dev.autogen.migration.Accept} of a migration.
 *
 * @param hazard the id that it names
 * @param because the reason
 * @param type the class on which, or on whose method, it stands
 * @param method the method on which it stands; null where it stands on the class
 * @param place where it stands
 */
record Acceptance(String hazard, String because, Class<?> type, String method, SourceLine place) {

    /** Whether it speaks of what was asked for there. */
    boolean covers(String id, StepOrigin origin) {
        return hazard.equals(id)
                && (method == null
                        || origin.frames().stream()
                                .anyMatch(frame -> frame.getClassName().equals(type.getName())
                                        && frame.getMethodName().equals(method)));
    }
}
