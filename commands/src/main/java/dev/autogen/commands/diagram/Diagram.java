package dev.autogen.commands.diagram;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two diagrams in Mermaid's language, of the tables that differ between two sketches: as they were and as they become.
 * Tables that only are pointed at are drawn without columns. The same sketches give the same text.
 */
public final class Diagram {
    /** A table with more columns shows its keys and what changes, and of the others only as many as fit. */
    private static final int MOST_COLUMNS = 12;

    private final Set<QualifiedName> touched = new TreeSet<>();

    private Diagram(SchemaSketch before, SchemaSketch after) {
        Set<QualifiedName> names = new TreeSet<>(before.tables().keySet());
        names.addAll(after.tables().keySet());
        for (QualifiedName name : names) {
            Table was = before.tables().get(name);
            if (was == null || !was.equals(after.tables().get(name))) {
                touched.add(name);
            }
        }
    }

    /** The diagrams as Markdown, each below its title; empty where no table differs. */
    public static String markdown(SchemaSketch before, SchemaSketch after) {
        Diagram diagram = new Diagram(before, after);
        List<String> parts = new ArrayList<>();
        diagram.add(parts, "Before", before, after, false);
        diagram.add(parts, "After", after, before, true);
        return String.join("\n\n", parts);
    }

    private void add(List<String> parts, String title, SchemaSketch shown, SchemaSketch other, boolean later) {
        List<String> lines = new ArrayList<>();
        for (QualifiedName name : touched) {
            Table table = shown.tables().get(name);
            if (table != null) {
                entity(lines, table, other.tables().get(name), later);
            }
        }
        for (QualifiedName name : touched) {
            Table table = shown.tables().get(name);
            if (table != null) {
                table.foreignKeys().forEach(key -> lines.add("    " + relation(table, key)));
            }
        }
        if (!lines.isEmpty()) {
            parts.add(title + ":\n\n```mermaid\nerDiagram\n" + String.join("\n", lines) + "\n```");
        }
    }

    private static void entity(List<String> lines, Table table, Table other, boolean later) {
        lines.add("    " + MermaidText.entity(table.name()) + " {");
        Set<String> shown = shown(table, other);
        for (Column column : table.columns()) {
            if (shown.contains(column.name())) {
                lines.add("        " + attribute(table, column, other, later));
            }
        }
        int hidden = table.columns().size() - shown.size();
        if (hidden > 0) {
            lines.add("        etc more \"" + hidden + " columns that stay as they are\"");
        }
        lines.add("    }");
    }

    /** Keys and what changes always, of the rest the first. */
    private static Set<String> shown(Table table, Table other) {
        Set<String> shown = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            boolean changed = other == null
                    || other.column(column.name())
                            .filter(twin -> !isChanged(column, twin))
                            .isEmpty();
            if (changed || !keys(table, column).isEmpty()) {
                shown.add(column.name());
            }
        }
        table.columns().stream()
                .map(Column::name)
                .filter(name -> shown.size() < MOST_COLUMNS)
                .forEach(shown::add);
        return shown;
    }

    private static String attribute(Table table, Column column, Table other, boolean later) {
        List<String> keys = keys(table, column);
        String remark = remark(column, other, later);
        return MermaidText.type(column.type()) + " " + MermaidText.attribute(column.name())
                + (keys.isEmpty() ? "" : " " + String.join(", ", keys))
                + (remark.isEmpty() ? "" : " " + MermaidText.quoted(remark));
    }

    /** What becomes of a column, or what it was. A table that is there on one side alone says so by that. */
    private static String remark(Column column, Table other, boolean later) {
        if (other == null) {
            return "";
        }
        return other.column(column.name())
                .map(twin -> later && isChanged(column, twin) ? "was " + before(column, twin) : "")
                .orElse(later ? "new" : "goes");
    }

    private static boolean isChanged(Column column, Column twin) {
        return !column.type().equals(twin.type()) || column.nullable() != twin.nullable();
    }

    private static String before(Column column, Column twin) {
        String type = column.type().equals(twin.type()) ? "" : twin.type().toSql();
        String nullability = column.nullable() == twin.nullable() ? "" : twin.nullable() ? "nullable" : "not null";
        return (type + " " + nullability).strip();
    }

    private static List<String> keys(Table table, Column column) {
        List<String> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            String mark = constraint instanceof PrimaryKey ? "PK" : constraint instanceof ForeignKey ? "FK" : "UK";
            if (constraint.columns().contains(column.name()) && !keys.contains(mark)) {
                keys.add(mark);
            }
        }
        return keys;
    }

    /** The table that is pointed at stands first, with how many of its rows belong to one, and then how many point at it. */
    private static String relation(Table table, ForeignKey key) {
        boolean optional = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(Column::nullable);
        String ends = (optional ? "|o" : "||") + "--" + (isUnique(table, key.columns()) ? "o|" : "o{");
        String label = key.name() == null ? String.join(", ", key.columns()) : key.name();
        return MermaidText.entity(key.target()) + " " + ends + " " + MermaidText.entity(table.name()) + " : "
                + MermaidText.quoted(label);
    }

    private static boolean isUnique(Table table, List<String> columns) {
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint)
                .anyMatch(constraint -> columns.containsAll(constraint.columns()));
    }
}
