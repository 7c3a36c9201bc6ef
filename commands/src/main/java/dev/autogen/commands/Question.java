package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that only a person can know.
 *
 * @param text the question
 * @param choices what may be answered
 * @param preset the key of the choice that is meant where nothing is answered
 */
public record Question(String text, List<Choice> choices, String preset) {

    /** The answer that leaves things as they are said to be. */
    public static final String YES = "y";

    /** The answer that denies. */
    public static final String NO = "n";

    /**
     * One answer.
     *
     * @param key what is typed for it, a letter or a number
     * @param text what it means; empty where the key says it
     */
    public record Choice(String key, String text) {
        public Choice {
            requireNonNull(key, "key is null");
            requireNonNull(text, "text is null");
        }
    }

    public Question {
        requireNonNull(text, "text is null");
        requireNonNull(preset, "preset is null");
        choices = List.copyOf(choices);
        if (choices.stream().noneMatch(choice -> choice.key().equals(preset))) {
            throw new IllegalArgumentException("the preset " + preset + " is none of the choices");
        }
    }
}
