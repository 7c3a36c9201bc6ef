package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import java.util.List;

/**
 * Rows that hold a label which the enum type is to have no more.
 *
 * @param table the table
 * @param column the column
 * @param array whether it holds several labels
 * @param type the enum type
 * @param labels the labels that stay, by the names they have now
 */
record LabelProbe(ForeseenTable table, String column, boolean array, QualifiedName type, List<String> labels)
        implements ColumnProbe {
    @Override
    public String kind() {
        return "label";
    }

    @Override
    public String violation(Scan scan) {
        String all = labels.stream().map(PostgresDdl::literal).collect(joining(", ", "ALL (ARRAY[", "]::text[])"));
        return array
                ? "EXISTS (SELECT 1 FROM unnest(" + quote(column) + "::text[]) AS held(label) WHERE held.label <> "
                        + all + ")"
                : quote(column) + "::text <> " + all;
    }

    @Override
    public String problem(Count count) {
        return count.rows("holds", "hold") + " a value that " + type + " is to have no more";
    }
}
