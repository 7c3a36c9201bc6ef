package dev.autogen.commands.config;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:default}}, nested to any depth, as Spring does.
 *
 * @param lookup the raw value of a name, which may hold placeholders again
 */
record Placeholders(Function<String, Optional<String>> lookup) {

    /**
     * The property's value with its placeholders replaced.
     *
     * @throws ConfigurationException when a placeholder has neither value nor default; it names file, line and key
     */
    String resolve(LocatedProperty property) {
        return resolve(property.value(), property, new LinkedHashSet<>());
    }

    private String resolve(String text, LocatedProperty property, Set<String> pending) {
        StringBuilder resolved = new StringBuilder();
        int position = 0;
        while (true) {
            int start = text.indexOf("${", position);
            int end = start < 0 ? -1 : closingBrace(text, start + 2);
            if (end < 0) {
                return resolved.append(text, position, text.length()).toString();
            }
            if (start > position && text.charAt(start - 1) == '\\') {
                resolved.append(text, position, start - 1).append(text, start, end + 1);
            } else {
                resolved.append(text, position, start);
                resolved.append(value(text.substring(start + 2, end), property, pending));
            }
            position = end + 1;
        }
    }

    private static int closingBrace(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
                i++;
            } else if (text.charAt(i) == '}') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }

    private String value(String placeholder, LocatedProperty property, Set<String> pending) {
        int colon = defaultSeparator(placeholder);
        String name = resolve(colon < 0 ? placeholder : placeholder.substring(0, colon), property, pending);
        if (!pending.add(name)) {
            throw new ConfigurationException("In " + property.location() + ", " + property.key() + " needs ${" + name
                    + "}, which needs itself. Break the circle.");
        }
        Optional<String> found = lookup.apply(name);
        String value;
        if (found.isPresent()) {
            value = resolve(found.get(), property, pending);
        } else if (colon >= 0) {
            value = resolve(placeholder.substring(colon + 1), property, pending);
        } else {
            throw new ConfigurationException("In " + property.location() + ", " + property.key() + " needs ${" + name
                    + "}, which neither the environment, a system property nor another property gives. Set " + name
                    + " in the environment, or write a default as ${" + name + ":...}.");
        }
        pending.remove(name);
        return value;
    }

    /** Where the name ends and the default begins, outside of nested placeholders; -1 when there is no default. */
    private static int defaultSeparator(String placeholder) {
        int depth = 0;
        for (int i = 0; i < placeholder.length(); i++) {
            char c = placeholder.charAt(i);
            if (placeholder.startsWith("${", i)) {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
