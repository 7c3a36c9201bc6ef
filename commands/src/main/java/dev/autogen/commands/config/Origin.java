package dev.autogen.commands.config;

import static java.util.Objects.requireNonNull;

/**
 * Where a setting was found, in words a user recognises: {@code option --url}, {@code DATABASE_URL},
 * {@code autogen.properties:3}, {@code src/main/resources/application.yml:12}, {@code default}.
 *
 * @param kind the rank of the place; an earlier kind wins over a later one
 * @param text what messages call the place
 */
public record Origin(Kind kind, String text) {

    /** The places a setting may come from, the strongest first. */
    public enum Kind {
        OPTION,
        ENVIRONMENT,
        AUTOGEN_PROPERTIES,
        SPRING,
        PERSISTENCE_XML,
        DEFAULT
    }

    static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

    public Origin {
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
    }

    static Origin option(Option option) {
        return new Origin(Kind.OPTION, "option --" + option.key());
    }

    static Origin variable(String name) {
        return new Origin(Kind.ENVIRONMENT, name);
    }

    boolean isAtLeastAsStrongAs(Origin other) {
        return kind.compareTo(other.kind) <= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
