package dev.autogen.conformance.laws;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression before the names in it are known.
 *
 * @param text with {@code {c}} and {@code {d}} for columns, {@code {label}} and {@code {type}} for an enum type and
 *     {@code {sequence}} for a sequence
 * @param columns the columns
 * @param kinds what the columns were when the text was chosen; it is worth nothing when they have become something else
 * @param enumType the enum type; null without
 * @param sequence the sequence; null without
 * @param qualified whether names have their schema also where they need none
 */
record Snippet(
        String text,
        List<Sketch.ColumnSketch> columns,
        List<Kind> kinds,
        Sketch.EnumSketch enumType,
        Sketch.SequenceSketch sequence,
        boolean qualified) {

    static Snippet of(String text, HostileTexts texts, List<Sketch.ColumnSketch> columns, boolean qualified) {
        return new Snippet(
                filled(text, texts),
                List.copyOf(columns),
                columns.stream().map(column -> column.kind).toList(),
                columns.stream()
                        .map(column -> column.enumType)
                        .filter(type -> type != null)
                        .findFirst()
                        .orElse(null),
                null,
                qualified);
    }

    static Snippet ofDefault(String text, HostileTexts texts, Sketch.ColumnSketch column, boolean qualified) {
        return new Snippet(filled(text, texts), List.of(), List.of(), column.enumType, null, qualified);
    }

    static Snippet nextValueOf(Sketch.SequenceSketch sequence, String text, boolean qualified) {
        return new Snippet(text, List.of(), List.of(), null, sequence, qualified);
    }

    private static String filled(String text, HostileTexts texts) {
        String filled = text;
        while (filled.contains("{lit}")) {
            int at = filled.indexOf("{lit}");
            filled = filled.substring(0, at) + texts.literal() + filled.substring(at + "{lit}".length());
        }
        return filled;
    }

    /** Whether all that it mentions is there and what it was. */
    boolean isValid(Sketch sketch, Sketch.TableSketch table) {
        for (int i = 0; i < columns.size(); i++) {
            if (!table.columns.contains(columns.get(i)) || columns.get(i).kind != kinds.get(i)) {
                return false;
            }
        }
        return (enumType == null || sketch.enums.contains(enumType))
                && columns.stream().allMatch(column -> column.enumType == null || column.enumType == enumType)
                && (sequence == null || sketch.sequences.contains(sequence));
    }

    boolean mentions(Sketch.ColumnSketch column) {
        return columns.contains(column);
    }

    SqlExpression frozen(String defaultSchema) {
        String frozen = text;
        List<String> places = List.of("{c}", "{d}");
        List<String> parts = new ArrayList<>();
        // All at once, so that a name that looks like a place is left alone.
        while (true) {
            int next = -1;
            for (String place : List.of("{c}", "{d}", "{label}", "{type}", "{sequence}")) {
                int at = frozen.indexOf(place);
                next = at >= 0 && (next < 0 || at < next) ? at : next;
            }
            if (next < 0) {
                break;
            }
            int end = frozen.indexOf('}', next) + 1;
            String place = frozen.substring(next, end);
            parts.add(frozen.substring(0, next));
            parts.add(
                    switch (place) {
                        case "{label}" -> "'" + enumType.labels.get(0).replace("'", "''") + "'";
                        case "{type}" -> name(enumType.name, defaultSchema);
                        case "{sequence}" ->
                            "'" + name(sequence.name, defaultSchema).replace("'", "''") + "'";
                        default -> Identifiers.quote(columns.get(places.indexOf(place)).name);
                    });
            frozen = frozen.substring(end);
        }
        return SqlExpression.of(parts.stream().collect(joining()) + frozen);
    }

    private String name(QualifiedName name, String defaultSchema) {
        String schema = name.schema() == null && qualified ? defaultSchema : name.schema();
        return (schema == null ? "" : Identifiers.quote(schema) + ".") + Identifiers.quote(name.name());
    }
}
