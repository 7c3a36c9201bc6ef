package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a new constraint or index asks of the rows that are there. */
final class ConstraintProbes {
    private static final String IS_NOT_NULL = " IS NOT NULL";

    private final ForeseenSchema schema;
    private final ProbeTasks tasks;
    /** Columns that a validated check has found to hold no null, so that nothing looks for nulls again. */
    private final Set<String> withoutNulls = new HashSet<>();

    ConstraintProbes(ForeseenSchema schema, ProbeTasks tasks) {
        this.schema = schema;
        this.tasks = tasks;
    }

    /** A constraint that looks at all rows when it is added. */
    void added(ForeseenTable table, Constraint constraint) {
        String name = constraint.name();
        constraint.accept(new Added(table, name == null ? "" : " " + name, "adds "));
    }

    /** A constraint over an index, which has found the duplicates when it was built. */
    void addedUsingIndex(ForeseenTable table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            String words = "adds the primary key " + key.name();
            key.columns().forEach(column -> setNotNull(table, column, words, Reach.ITSELF));
        }
    }

    /** A backfill that is still to be written: it fails where there is something to fill. */
    void unfilled(ForeseenTable table, String column) {
        tasks.ask(
                "is to fill it with what is still to be written", new NullProbe(table, column, Reach.TREE), List.of());
        withoutNulls.add(table.name() + "." + column);
    }

    /** A constraint that was added without looking at rows, and looks at them now. */
    void validated(ForeseenTable table, Constraint constraint) {
        constraint.accept(new Added(table, " " + constraint.name(), "validates "));
    }

    /** {@code SET NOT NULL}. */
    void setNotNull(ForeseenTable table, String column, String words, Reach reach) {
        boolean never = table.column(column).filter(ForeseenColumn::notNull).isPresent();
        if (!never && !withoutNulls.contains(table.name() + "." + column)) {
            tasks.ask(words, new NullProbe(table, column, reach), List.of());
        }
    }

    void created(ForeseenTable table, Index index) {
        String words = "creates the " + (index.unique() ? "unique index " : "index ") + index.name();
        Optional<String> predicate = Optional.ofNullable(index.predicate()).map(SqlExpression::text);
        List<String> texts = new ArrayList<>(predicate.stream().toList());
        index.keys().stream()
                .filter(key -> key.expression() != null)
                .forEach(key -> texts.add(key.expression().text()));
        if (index.unique()) {
            List<String> values =
                    index.keys().stream().map(ConstraintProbes::value).toList();
            tasks.ask(
                    words,
                    new DuplicateProbe(table, columns(index.keys()), values, predicate, index.nullsNotDistinct()),
                    texts);
            return;
        }
        index.keys().stream()
                .filter(key -> key.expression() != null)
                .map(key -> key.expression().text())
                .forEach(expression -> tasks.ask(
                        words,
                        new EvaluationProbe(
                                table,
                                List.of(),
                                predicate
                                        .map(rows -> "CASE WHEN " + rows + " THEN " + expression + " END")
                                        .orElse(expression)),
                        texts));
    }

    private static List<String> columns(List<IndexKey> keys) {
        return keys.stream()
                .filter(key -> key.column() != null)
                .map(IndexKey::column)
                .toList();
    }

    private static String value(IndexKey key) {
        String value = key.column() != null
                ? quote(key.column())
                : "(" + key.expression().text() + ")";
        return key.collation() == null ? value : value + " COLLATE " + key.collation();
    }

    /** What each kind of constraint asks. */
    private final class Added implements Constraint.Visitor<Void> {
        private final ForeseenTable table;
        private final String name;
        private final String verb;

        Added(ForeseenTable table, String name, String verb) {
            this.table = table;
            this.name = name;
            this.verb = verb;
        }

        @Override
        public Void visit(PrimaryKey key) {
            String words = verb + "the primary key" + name;
            key.columns().forEach(column -> setNotNull(table, column, words, Reach.ITSELF));
            unique(words, key.columns(), false, key.withoutOverlaps());
            return null;
        }

        @Override
        public Void visit(UniqueConstraint unique) {
            unique(
                    verb + "the unique constraint" + name,
                    unique.columns(),
                    unique.nullsNotDistinct(),
                    unique.withoutOverlaps());
            return null;
        }

        private void unique(String words, List<String> columns, boolean nullsNotDistinct, boolean withoutOverlaps) {
            List<String> values = columns.stream().map(Identifiers::quote).toList();
            if (!withoutOverlaps) {
                tasks.ask(
                        words,
                        new DuplicateProbe(table, columns, values, Optional.empty(), nullsNotDistinct),
                        List.of());
                return;
            }
            int last = values.size() - 1;
            List<ExclusionProbe.Element> elements = new ArrayList<>();
            values.subList(0, last).forEach(value -> elements.add(new ExclusionProbe.Element(value, "=")));
            elements.add(new ExclusionProbe.Element(values.get(last), "&&"));
            tasks.ask(words, new ExclusionProbe(table, columns, elements, Optional.empty()), List.of());
        }

        @Override
        public Void visit(ForeignKey key) {
            QualifiedName target = schema.told(key.target());
            Optional<ForeseenTable> referenced =
                    target.equals(table.name()) ? Optional.of(table) : schema.table(target);
            String words = verb + "the foreign key" + name;
            ForeignKey told = key.withTarget(target, key.targetColumns());
            if (referenced.isEmpty()) {
                tasks.skip(words, new OrphanProbe(table, told, table), "there is no table " + target + " yet");
            } else if (key.period()) {
                tasks.skip(words, new OrphanProbe(table, told, referenced.get()), "it compares periods");
            } else {
                tasks.ask(words, new OrphanProbe(table, told, referenced.get()));
            }
            return null;
        }

        @Override
        public Void visit(CheckConstraint check) {
            String words = verb + "the check" + name;
            Optional<String> column = notNullColumn(check);
            if (column.isPresent() && withoutNulls.contains(table.name() + "." + column.get())) {
                return null;
            }
            if (column.isPresent()) {
                tasks.ask(words, new NullProbe(table, column.get(), Reach.TREE), List.of());
                withoutNulls.add(table.name() + "." + column.get());
            } else {
                tasks.ask(
                        words,
                        CheckProbe.of(table, check),
                        List.of(check.expression().text()));
            }
            return null;
        }

        /** The column of a check that does no more than refuse nulls. */
        private Optional<String> notNullColumn(CheckConstraint check) {
            String text = check.expression().text().strip();
            String bare = text.startsWith("(") && text.endsWith(")") && text.indexOf(')') == text.length() - 1
                    ? text.substring(1, text.length() - 1)
                    : text;
            return table.columns().stream()
                    .map(ForeseenColumn::name)
                    .filter(column -> bare.equalsIgnoreCase(quote(column) + IS_NOT_NULL))
                    .findFirst();
        }

        @Override
        public Void visit(ExclusionConstraint exclusion) {
            List<ExclusionProbe.Element> elements = exclusion.elements().stream()
                    .map(element -> new ExclusionProbe.Element(value(element.key()), element.operator()))
                    .toList();
            List<IndexKey> keys = exclusion.elements().stream()
                    .map(ExclusionConstraint.Element::key)
                    .toList();
            Optional<String> predicate =
                    Optional.ofNullable(exclusion.predicate()).map(SqlExpression::text);
            List<String> texts = new ArrayList<>(predicate.stream().toList());
            elements.forEach(element -> texts.add(element.expression()));
            tasks.ask(
                    verb + "the exclusion constraint" + name,
                    new ExclusionProbe(table, columns(keys), elements, predicate),
                    texts);
            return null;
        }
    }
}
