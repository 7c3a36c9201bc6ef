package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.autogen.commands.preflight.ForeseenColumn.Origin;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.ColumnChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What new and changed columns ask of the rows that are there, and what becomes of the rows. */
final class ColumnProbes {
    /** Strings, the types they are cast to, and the words for values. */
    private static final Pattern LITERAL = Pattern.compile(
            "'(?:[^']|'')*'|::[\\w. \"]+(?:\\([\\d, ]+\\))?|\\b(?:true|false|null)\\b", CASE_INSENSITIVE);

    private final ForeseenSchema schema;
    private final ProbeTasks tasks;
    private final ConstraintProbes constraints;
    private final int serverVersion;

    ColumnProbes(ForeseenSchema schema, ProbeTasks tasks, ConstraintProbes constraints, int serverVersion) {
        this.schema = schema;
        this.tasks = tasks;
        this.constraints = constraints;
        this.serverVersion = serverVersion;
    }

    /** The column of a table that the run makes. */
    ForeseenColumn made(Column column) {
        return new ForeseenColumn(column.name(), known(column.type()), !column.nullable(), Origin.COMPUTED);
    }

    /** The table with a new column. */
    ForeseenTable added(ForeseenTable table, Column column) {
        String expression = column.generated() == null
                ? null
                : column.generated().expression().text();
        if (expression != null && column.generated().stored()) {
            tasks.ask(
                    "adds the generated column " + column.name(),
                    new EvaluationProbe(table, List.of(), expression + "::" + column.type()),
                    List.of(expression));
        }
        boolean filled = expression != null || column.identity() != null || column.defaultValue() != null;
        if (!filled && !hasDefault(column.type()) && (!column.nullable() || refusesNull(column.type()))) {
            tasks.ask(
                    "adds the column, NOT NULL and without a default",
                    new RequiredColumnProbe(table, column.name()),
                    List.of());
        }
        return table.with(foreseen(column), value(column));
    }

    private boolean hasDefault(DataType type) {
        return schema.madeDomain(type)
                        .map(domain -> domain.defaultValue() != null)
                        .orElse(false)
                || schema.liveDomain(type).map(LiveDomain::hasDefault).orElse(false);
    }

    private boolean refusesNull(DataType type) {
        return schema.madeDomain(type).map(domain -> !domain.nullable()).orElse(false)
                || schema.liveDomain(type).map(LiveDomain::notNull).orElse(false);
    }

    private ForeseenColumn foreseen(Column column) {
        boolean unknown = column.identity() != null
                || hasDefault(column.type())
                || (column.defaultValue() != null
                        && (isComputed(column.defaultValue()) || schema.isMade(column.type())));
        return new ForeseenColumn(
                column.name(), known(column.type()), !column.nullable(), unknown ? Origin.UNKNOWN : Origin.COMPUTED);
    }

    private String value(Column column) {
        String type = "::" + known(column.type()).toSql();
        if (foreseen(column).origin() == Origin.UNKNOWN) {
            return "NULL" + type;
        }
        if (column.generated() != null) {
            return "(" + column.generated().expression().text() + ")" + type;
        }
        return (column.defaultValue() == null
                        ? "NULL"
                        : "(" + column.defaultValue().text() + ")")
                + type;
    }

    /** Whether a default is more than a literal, so that it may be another in each row, or even change something. */
    private static boolean isComputed(SqlExpression value) {
        String words = LITERAL.matcher(value.text()).replaceAll("");
        return words.chars().anyMatch(Character::isLetter);
    }

    /** The type, or what its values look like where SQL of now cannot speak of it. */
    private DataType known(DataType type) {
        Optional<Domain> domain = schema.madeDomain(type);
        if (domain.isPresent() && type.dimensions() == 0) {
            return known(domain.get().baseType());
        }
        DataType text = DataType.of("text");
        return schema.isMade(type) ? type.dimensions() == 0 ? text : text.array() : type;
    }

    /** The table with a column changed. */
    ForeseenTable altered(ForeseenTable table, String column, List<ColumnChange> changes) {
        Alteration alteration = new Alteration(table, column);
        changes.forEach(change -> change.accept(alteration));
        return alteration.table;
    }

    private final class Alteration implements ColumnChange.Visitor<Void> {
        private final String column;
        private ForeseenTable table;

        Alteration(ForeseenTable table, String column) {
            this.table = table;
            this.column = column;
        }

        @Override
        public Void visit(ColumnChange.Type change) {
            Optional<ForeseenColumn> before = table.column(column);
            if (before.isPresent()) {
                retyped(before.get(), change);
            }
            return null;
        }

        private void retyped(ForeseenColumn before, ColumnChange.Type change) {
            String words = "makes it " + change.to();
            String using = change.using();
            List<String> texts = using == null ? List.of() : List.of(using);
            Optional<EnumType> madeEnum = schema.madeEnum(change.to());
            if (madeEnum.isPresent()) {
                ofEnum(before, change, madeEnum.get(), words);
                return;
            }
            DataType to = known(change.to());
            tasks.ask(
                    words,
                    new ConversionProbe(table, column, to, ConversionTest.of(before, to, using, serverVersion)),
                    texts);
            ForeseenTable converted = table.withConverted(
                    before.withType(to), (using == null ? quote(column) : "(" + using + ")") + "::" + to.toSql());
            if (before.notNull() && !ConversionTest.isCast(quote(column), change.to(), using)) {
                // A cast makes no null of a value, any other expression may.
                ForeseenTable nullable = converted.withNotNull(column, false);
                constraints.setNotNull(nullable, column, words + " by way of " + oneLine(using), Reach.TREE);
            }
            schema.madeDomain(change.to()).ifPresent(domain -> becomes(converted, domain, words));
            table = converted;
        }

        /** A cast to a type that is not there yet cannot be tried; its labels are known. */
        private void ofEnum(ForeseenColumn before, ColumnChange.Type change, EnumType type, String words) {
            DataType to = change.to();
            LabelProbe probe = new LabelProbe(table, column, to.dimensions() > 0, type.name(), type.labels());
            ForeseenColumn after = before.withType(known(to));
            if (ConversionTest.isCast(quote(column), to, change.using())) {
                tasks.ask(words, probe, List.of());
                table = table.withConverted(after, quote(column));
            } else {
                tasks.skip(words, probe, "the run makes the type " + type.name());
                table = table.withConverted(
                        after.withUnknownValues(), "NULL::" + known(to).toSql());
            }
        }

        private void becomes(ForeseenTable converted, Domain domain, String words) {
            if (!domain.nullable()) {
                constraints.setNotNull(converted, column, words, Reach.TREE);
            }
            domain.checks().forEach(check -> ofDomain(converted, column, check, words));
        }

        @Override
        public Void visit(ColumnChange.Nullability change) {
            if (!change.nullable()) {
                constraints.setNotNull(table, column, "sets NOT NULL", Reach.TREE);
            }
            table = table.withNotNull(column, !change.nullable());
            return null;
        }

        @Override
        public Void visit(ColumnChange.Expression change) {
            String expression = change.to().text();
            tasks.ask(
                    "computes it as " + oneLine(expression),
                    new EvaluationProbe(table, List.of(column), expression),
                    List.of(expression));
            table.column(column)
                    .ifPresent(before -> table = table.withConverted(
                            before, "(" + expression + ")::" + before.type().toSql()));
            return null;
        }

        @Override
        public Void visit(ColumnChange.Default change) {
            return null;
        }

        @Override
        public Void visit(ColumnChange.Numbering change) {
            return null;
        }

        @Override
        public Void visit(ColumnChange.Comment change) {
            return null;
        }
    }

    /** A check of a domain over a column of it. */
    void ofDomain(ForeseenTable table, String column, CheckConstraint check, String words) {
        tasks.ask(words, new CheckProbe(table, check, Optional.of(quote(column)), column), List.of());
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
