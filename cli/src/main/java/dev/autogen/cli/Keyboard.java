package dev.autogen.cli;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Question;
import dev.autogen.commands.Question.Choice;
import dev.autogen.commands.Questions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks on standard error and reads what is typed, a line an answer. The end of the input ends the command. */
final class Keyboard implements Questions {
    private static final String QUIT = "q";

    private final BufferedReader typed;
    private final Console console;

    Keyboard(BufferedReader typed, Console console) {
        this.typed = typed;
        this.console = console;
    }

    @Override
    public Optional<String> ask(Question question) {
        StringBuilder text = new StringBuilder(question.text());
        List<Choice> explained = question.choices().stream()
                .filter(choice -> !choice.text().isEmpty())
                .toList();
        explained.forEach(
                choice -> text.append("\n  ").append(choice.key()).append(" = ").append(choice.text()));
        String keys = question.choices().stream()
                .map(Choice::key)
                .map(key -> key.equals(question.preset()) ? key.toUpperCase(Locale.ROOT) : key)
                .collect(joining("/", " [", "/" + QUIT + "] "));
        console.prompt(text + (explained.isEmpty() ? keys : "\n " + keys));
        return answer(question);
    }

    private Optional<String> answer(Question question) {
        for (String line = next(); line != null; line = next()) {
            String word = line.strip().toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                return Optional.of(question.preset());
            }
            if (word.equals(QUIT) || word.equals("quit")) {
                return Optional.empty();
            }
            Optional<String> chosen = question.choices().stream()
                    .map(Choice::key)
                    .filter(key -> key.equals(word) || isSpelledOut(key, word))
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen;
            }
            console.prompt("Please type one of these, or nothing for "
                    + question.preset().toUpperCase(Locale.ROOT) + ": "
                    + question.choices().stream().map(Choice::key).collect(joining(", ", "", ", " + QUIT + ": ")));
        }
        console.say("");
        return Optional.empty();
    }

    private static boolean isSpelledOut(String key, String word) {
        return (key.equals(Question.YES) && word.equals("yes")) || (key.equals(Question.NO) && word.equals("no"));
    }

    private String next() {
        try {
            return typed.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
