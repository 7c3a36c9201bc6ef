package dev.autogen.migration;

import dev.autogen.schema.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a migration's source passes, so that a mistake is named where it is made. */
final class Names {
    private Names() {}

    /** A name that PostgreSQL can store as it is. */
    static String name(String call, String what, String name) {
        given(call, what, name);
        if (name.isEmpty()) {
            throw new InvalidMigrationException(call + ": the " + what + " is empty");
        }
        if (name.indexOf('\0') >= 0) {
            throw new InvalidMigrationException(call + ": the " + what + " holds the character NUL");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Identifiers.MAX_BYTES) {
            throw new InvalidMigrationException(call + ": the " + what + " '" + name + "' has " + bytes
                    + " bytes, of which PostgreSQL keeps " + Identifiers.MAX_BYTES);
        }
        return name;
    }

    /** At least one name, none of them twice. */
    static List<String> names(String call, String what, String... names) {
        List<String> checked = noneOrNames(call, what, names);
        if (checked.isEmpty()) {
            throw new InvalidMigrationException(call + ": needs at least one " + what);
        }
        return checked;
    }

    /** Names, none of them twice. */
    static List<String> noneOrNames(String call, String what, String... names) {
        given(call, "list of " + what + "s", names);
        List<String> checked = new ArrayList<>(names.length);
        Set<String> seen = new HashSet<>();
        for (String each : names) {
            if (!seen.add(name(call, what, each))) {
                throw new InvalidMigrationException(call + ": the " + what + " '" + each + "' is named twice");
            }
            checked.add(each);
        }
        return Collections.unmodifiableList(checked);
    }

    /** SQL or other text. */
    static String text(String call, String what, String text) {
        given(call, what, text);
        if (text.isBlank()) {
            throw new InvalidMigrationException(call + ": the " + what + " is blank");
        }
        return text;
    }

    static <T> T given(String call, String what, T value) {
        if (value == null) {
            throw new InvalidMigrationException(call + ": the " + what + " is null");
        }
        return value;
    }

    /** A call as it stands in the source: {@code createTable("products")}. */
    static String call(String method, Object... arguments) {
        StringBuilder call = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            call.append(i == 0 ? "" : ", ");
            call.append(arguments[i] == null ? "null" : "\"" + arguments[i] + "\"");
        }
        return call.append(')').toString();
    }
}
