package dev.autogen.codegen;

import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Javadoc of a migration: its message, what it does in a few lines, and notes. */
final class JavadocText {
    private static final int WIDTH = 100;
    /** Nobody reads more, and the class below says it all. */
    private static final int MOST_LINES = 200;

    private JavadocText() {}

    static String of(MigrationDraft draft) {
        List<String> lines = new ArrayList<>(paragraphs(sentence(draft.revision())));
        if (!draft.summary().isEmpty()) {
            lines.add("");
            lines.add("<pre>");
            draft.summary().stream().limit(MOST_LINES).map(JavadocText::summary).forEach(lines::add);
            if (draft.summary().size() > MOST_LINES) {
                lines.add("... and " + (draft.summary().size() - MOST_LINES) + " more");
            }
            lines.add("</pre>");
        }
        for (String note : draft.notes()) {
            if (!note.isBlank()) {
                lines.add("");
                lines.addAll(paragraphs("<p>", note));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String summary(Operation operation) {
        String line = OperationSummary.of(operation).toString();
        return JavaText.javadoc(line.strip().replaceAll("\\s+", " "));
    }

    /** The message as a sentence, which Javadoc shows by itself. */
    private static String sentence(RevisionInfo revision) {
        String message = revision.message().isBlank()
                ? "Revision " + revision.id()
                : revision.message().strip();
        String capital = message.substring(0, message.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        String sentence = capital + message.substring(message.offsetByCodePoints(0, 1));
        return sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".";
    }

    private static List<String> paragraphs(String text) {
        return paragraphs("", text);
    }

    private static List<String> paragraphs(String opening, String text) {
        List<String> lines = new ArrayList<>();
        String tag = opening;
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            // Wrapped before it is escaped, so that no line ends within an escape.
            List<String> wrapped = JavaText.wrapped(paragraph, WIDTH);
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add((i == 0 ? tag : "") + JavaText.javadoc(wrapped.get(i)));
            }
            tag = "<p>";
        }
        return lines;
    }
}
