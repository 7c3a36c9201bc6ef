package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/**
 * The name that PostgreSQL gives to what has none of its own ({@code ChooseRelationName} and {@code ChooseConstraintName}
 * in its sources).
 *
 * @param table the table it belongs to
 * @param columns names of the columns joined by {@code _}; empty for a primary key or a check on several columns
 * @param suffix such as {@code pkey}
 */
record DefaultName(QualifiedName table, String columns, String suffix) {

    static DefaultName of(Table table, Constraint constraint) {
        return constraint.accept(new Naming(table));
    }

    static DefaultName of(Table table, Index index) {
        return new DefaultName(
                table.name(), index.keys().stream().map(DefaultName::word).collect(joining("_")), "idx");
    }

    /** Of the sequence behind a serial or identity column. */
    static DefaultName ofSequence(QualifiedName table, String column) {
        return new DefaultName(table, column, "seq");
    }

    /** The name as it is where nothing else has it. */
    QualifiedName first() {
        return numbered(0);
    }

    /** The name with the number that follows where others have it; 0 for none. */
    QualifiedName numbered(int number) {
        return table.withName(Identifiers.objectName(table.name(), columns, number == 0 ? suffix : suffix + number));
    }

    /** Whether that is the name, with a number or without. */
    boolean isWornBy(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        String digits = name.substring(end);
        boolean number = !digits.isEmpty() && digits.length() < 9 && digits.charAt(0) != '0';
        return name.equals(first().name())
                || (number && name.equals(numbered(Integer.parseInt(digits)).name()));
    }

    private static String word(IndexKey key) {
        if (key.column() != null) {
            return key.column();
        }
        String text = key.expression().canonical();
        int parenthesis = text.indexOf('(');
        boolean call = parenthesis > 0
                && text.endsWith(")")
                && text.substring(0, parenthesis).matches("[a-z_][a-z0-9_]*");
        return call ? text.substring(0, parenthesis) : "expr";
    }

    private record Naming(Table table) implements Constraint.Visitor<DefaultName> {
        private DefaultName name(List<String> columns, String suffix) {
            return new DefaultName(table.name(), String.join("_", columns), suffix);
        }

        @Override
        public DefaultName visit(PrimaryKey primaryKey) {
            return name(List.of(), "pkey");
        }

        @Override
        public DefaultName visit(UniqueConstraint unique) {
            return name(unique.columns(), "key");
        }

        @Override
        public DefaultName visit(ForeignKey key) {
            return name(key.columns(), "fkey");
        }

        @Override
        public DefaultName visit(CheckConstraint check) {
            List<String> columns = Mentions.columns(table, check.expression());
            return name(columns.size() == 1 ? columns : List.of(), "check");
        }

        @Override
        public DefaultName visit(ExclusionConstraint exclusion) {
            return name(
                    exclusion.elements().stream()
                            .map(element -> word(element.key()))
                            .toList(),
                    "excl");
        }
    }
}
