package dev.autogen.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a migration asked for a step.
 *
 * @param call the call, for messages: {@code addColumn(users, phone)}
 * @param frames the lines that led to it, innermost first: of the migration and of what it called or was called by; those
 *     of autogen and of the JDK are left out
 */
public record StepOrigin(String call, List<StackTraceElement> frames) {
    public StepOrigin {
        requireNonNull(call, "call is null");
        frames = List.copyOf(frames);
    }

    /** The method of {@link Operations} that was called: {@code addColumn}. */
    public String method() {
        int arguments = call.indexOf('(');
        return arguments < 0 ? call : call.substring(0, arguments);
    }
}
