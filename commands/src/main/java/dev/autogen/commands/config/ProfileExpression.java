package dev.autogen.commands.config;

import java.util.Set;

/**
 * Spring's {@code spring.config.activate.on-profile}: names joined by {@code &}, {@code |}, {@code !} and parentheses;
 * commas separate alternatives.
 */
final class ProfileExpression {

    private final String text;
    private final Set<String> active;
    private int position;

    private ProfileExpression(String text, Set<String> active) {
        this.text = text;
        this.active = active;
    }

    /**
     * @throws IllegalArgumentException when the text is no such expression
     */
    static boolean matches(String text, Set<String> active) {
        ProfileExpression expression = new ProfileExpression(text, active);
        boolean matches = expression.alternatives();
        if (expression.position < text.length()) {
            throw new IllegalArgumentException("\"" + text.substring(expression.position) + "\" is not expected");
        }
        return matches;
    }

    private boolean alternatives() {
        boolean matches = conjunction();
        while (accept('|') || accept(',')) {
            matches |= conjunction();
        }
        return matches;
    }

    private boolean conjunction() {
        boolean matches = negation();
        while (accept('&')) {
            matches &= negation();
        }
        return matches;
    }

    private boolean negation() {
        if (accept('!')) {
            return !negation();
        }
        if (accept('(')) {
            boolean matches = alternatives();
            if (!accept(')')) {
                throw new IllegalArgumentException("a closing parenthesis is missing");
            }
            return matches;
        }
        int start = position;
        while (position < text.length() && "&|!(),".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String name = text.substring(start, position).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a profile's name is missing");
        }
        return active.contains(name);
    }

    private boolean accept(char expected) {
        int next = position;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == expected) {
            position = next + 1;
            return true;
        }
        if (next == text.length()) {
            position = next;
        }
        return false;
    }
}
