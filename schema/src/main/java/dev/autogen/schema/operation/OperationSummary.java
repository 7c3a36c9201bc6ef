package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.dependent.DependentName;
import java.util.stream.Collectors;

/**
 * An operation in a line for people: {@code + table products (6 columns)},
 * {@code ~ column users.email: varchar(255) -> varchar(320)}. Names are as they are, so that whoever prints the line
 * escapes what the medium needs.
 *
 * @param sign whether something comes, changes or goes
 * @param kind what it is: {@code table}, {@code column}, {@code foreign key}, ...
 * @param name its name, with that of its table where it has none of its own schema-wide: {@code users.email}
 * @param details what else there is to say; empty when the name says it all
 */
public record OperationSummary(Sign sign, String kind, String name, String details) {

    /** What happens to the thing. */
    public enum Sign {
        ADDED('+'),
        CHANGED('~'),
        REMOVED('-');

        private final char symbol;

        Sign(char symbol) {
            this.symbol = symbol;
        }

        /** How a line begins. */
        public char symbol() {
            return symbol;
        }
    }

    /** The longest piece of someone's SQL that a line shows. */
    private static final int LONGEST_SQL = 60;

    public OperationSummary {
        requireNonNull(sign, "sign is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(details, "details is null");
    }

    /** The summary of an operation, also of one that was recorded and does not know what was before. */
    public static OperationSummary of(Operation operation) {
        return operation.accept(new Summarizer());
    }

    /** The line. */
    @Override
    public String toString() {
        String line = sign.symbol() + " " + kind + " " + name;
        if (details.isEmpty()) {
            return line;
        }
        return sign == Sign.CHANGED ? line + ": " + details : line + " (" + details + ")";
    }

    private static OperationSummary added(String kind, Object name, String details) {
        return new OperationSummary(Sign.ADDED, kind, name.toString(), details);
    }

    private static OperationSummary changed(String kind, Object name, String details) {
        return new OperationSummary(Sign.CHANGED, kind, name.toString(), details);
    }

    private static OperationSummary removed(String kind, Object name) {
        return new OperationSummary(Sign.REMOVED, kind, name.toString(), "");
    }

    private static OperationSummary renamed(String kind, Object from, String to) {
        return changed(kind, from, "renamed to " + to);
    }

    private static String within(QualifiedName table, String name) {
        return table + "." + name;
    }

    private static String constraintKind(Constraint constraint) {
        return constraint == null ? "constraint" : constraint.accept(new ConstraintKind());
    }

    private static String oneLine(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SQL
                ? line
                : line.substring(0, LONGEST_SQL).stripTrailing() + "...";
    }

    private static final class ConstraintKind implements Constraint.Visitor<String> {
        @Override
        public String visit(PrimaryKey primaryKey) {
            return "primary key";
        }

        @Override
        public String visit(UniqueConstraint unique) {
            return "unique";
        }

        @Override
        public String visit(ForeignKey foreignKey) {
            return "foreign key";
        }

        @Override
        public String visit(CheckConstraint check) {
            return "check";
        }

        @Override
        public String visit(ExclusionConstraint exclusion) {
            return "exclusion";
        }
    }

    private static final class ChangeText implements ColumnChange.Visitor<String> {
        @Override
        public String visit(ColumnChange.Type change) {
            String to = collated(change.to().toString(), change.collation());
            return change.from() == null
                    ? "type " + to
                    : collated(change.from().toString(), change.fromCollation()) + " -> " + to;
        }

        private static String collated(String type, String collation) {
            return collation == null ? type : type + " collate " + collation;
        }

        @Override
        public String visit(ColumnChange.Default change) {
            if (change.to() == null) {
                return "no default" + was(change.from());
            }
            return "default " + oneLine(change.to().text()) + was(change.from());
        }

        private static String was(SqlExpression before) {
            return before == null ? "" : ", was " + oneLine(before.text());
        }

        @Override
        public String visit(ColumnChange.Expression change) {
            return "generated as " + oneLine(change.to().text()) + was(change.from());
        }

        @Override
        public String visit(ColumnChange.Numbering change) {
            if (change.to() == null) {
                return "no identity";
            }
            return switch (change.to().kind()) {
                case ALWAYS -> "identity, always";
                case BY_DEFAULT -> "identity, by default";
                case SERIAL -> "serial";
            };
        }

        @Override
        public String visit(ColumnChange.Nullability change) {
            return change.nullable() ? "nullable" : "not null";
        }

        @Override
        public String visit(ColumnChange.Comment change) {
            return change.to() == null ? "no comment" : "comment";
        }
    }

    private static final class SequenceChangeText implements SequenceChange.Visitor<String> {
        @Override
        public String visit(SequenceChange.Type change) {
            return change.from() == null ? "type " + change.to() : change.from() + " -> " + change.to();
        }

        @Override
        public String visit(SequenceChange.Options change) {
            return "options";
        }

        @Override
        public String visit(SequenceChange.Owner change) {
            return change.to() == null ? "no owner" : "owned by " + change.to();
        }

        @Override
        public String visit(SequenceChange.Comment change) {
            return change.to() == null ? "no comment" : "comment";
        }
    }

    private static final class Summarizer implements Operation.Visitor<OperationSummary> {
        @Override
        public OperationSummary visit(CreateSchema operation) {
            return added("schema", operation.name(), "");
        }

        @Override
        public OperationSummary visit(DropSchema operation) {
            return removed("schema", operation.name());
        }

        @Override
        public OperationSummary visit(CreateExtension operation) {
            return added("extension", operation.name(), "");
        }

        @Override
        public OperationSummary visit(DropExtension operation) {
            return removed("extension", operation.name());
        }

        @Override
        public OperationSummary visit(CreateEnum operation) {
            return added(
                    "enum",
                    operation.type().name(),
                    count(operation.type().labels().size(), "value"));
        }

        @Override
        public OperationSummary visit(AddEnumValue operation) {
            return changed("enum", operation.name(), "value " + operation.label() + " added");
        }

        @Override
        public OperationSummary visit(RenameEnumValue operation) {
            return changed("enum", operation.name(), "value " + operation.from() + " renamed to " + operation.to());
        }

        @Override
        public OperationSummary visit(RebuildEnum operation) {
            return changed(
                    "enum",
                    operation.to().name(),
                    "rebuilt with " + count(operation.to().labels().size(), "value"));
        }

        @Override
        public OperationSummary visit(DropEnum operation) {
            return removed("enum", operation.name());
        }

        @Override
        public OperationSummary visit(CreateDomain operation) {
            return added(
                    "domain",
                    operation.domain().name(),
                    operation.domain().baseType().toString());
        }

        @Override
        public OperationSummary visit(AlterDomain operation) {
            return changed(
                    "domain",
                    operation.name(),
                    operation.changes().stream()
                            .map(change -> change.accept(new DomainChangeText()))
                            .collect(Collectors.joining("; ")));
        }

        @Override
        public OperationSummary visit(DropDomain operation) {
            return removed("domain", operation.name());
        }

        @Override
        public OperationSummary visit(CreateSequence operation) {
            return added("sequence", operation.sequence().name(), "");
        }

        @Override
        public OperationSummary visit(AlterSequence operation) {
            return changed(
                    "sequence",
                    operation.name(),
                    operation.changes().stream()
                            .map(change -> change.accept(new SequenceChangeText()))
                            .collect(Collectors.joining("; ")));
        }

        @Override
        public OperationSummary visit(RenameSequence operation) {
            return renamed("sequence", operation.from(), operation.to());
        }

        @Override
        public OperationSummary visit(DropSequence operation) {
            return removed("sequence", operation.name());
        }

        @Override
        public OperationSummary visit(ContinueNumbering operation) {
            String column = operation.column().toString();
            return switch (operation.standing()) {
                case ROWS -> changed("column", column, "numbering goes on behind the highest value");
                case SEQUENCE -> changed("column", column, "numbering goes on from " + operation.sequence());
                case COLUMN -> changed("sequence", operation.sequence(), "goes on from " + column);
            };
        }

        @Override
        public OperationSummary visit(CreateTable operation) {
            return added(
                    "table",
                    operation.table().name(),
                    count(operation.table().columns().size(), "column"));
        }

        @Override
        public OperationSummary visit(RenameTable operation) {
            return renamed("table", operation.from(), operation.to());
        }

        @Override
        public OperationSummary visit(SetTableComment operation) {
            return changed("table", operation.table(), operation.to() == null ? "no comment" : "comment");
        }

        @Override
        public OperationSummary visit(DropTable operation) {
            return removed("table", operation.name());
        }

        @Override
        public OperationSummary visit(AddColumn operation) {
            Column column = operation.column();
            return added(
                    "column",
                    within(operation.table(), column.name()),
                    column.nullable() ? column.type().toString() : column.type() + " not null");
        }

        @Override
        public OperationSummary visit(AlterColumn operation) {
            return changed(
                    "column",
                    within(operation.table(), operation.column()),
                    operation.changes().stream()
                            .map(change -> change.accept(new ChangeText()))
                            .collect(Collectors.joining("; ")));
        }

        @Override
        public OperationSummary visit(RenameColumn operation) {
            return renamed("column", within(operation.table(), operation.from()), operation.to());
        }

        @Override
        public OperationSummary visit(DropColumn operation) {
            return removed("column", within(operation.table(), operation.name()));
        }

        @Override
        public OperationSummary visit(DropExpression operation) {
            return changed("column", within(operation.table(), operation.name()), "no longer generated");
        }

        @Override
        public OperationSummary visit(AddConstraint operation) {
            return added(
                    constraintKind(operation.constraint()),
                    within(operation.table(), operation.constraint().name()),
                    "");
        }

        @Override
        public OperationSummary visit(RenameConstraint operation) {
            return renamed("constraint", within(operation.table(), operation.from()), operation.to());
        }

        @Override
        public OperationSummary visit(ValidateConstraint operation) {
            return changed("constraint", within(operation.table(), operation.name()), "validated");
        }

        @Override
        public OperationSummary visit(DropConstraint operation) {
            return removed(constraintKind(operation.definition()), within(operation.table(), operation.name()));
        }

        @Override
        public OperationSummary visit(CreateIndex operation) {
            return added(
                    operation.index().unique() ? "unique index" : "index",
                    operation.table().withName(operation.index().name()),
                    "");
        }

        @Override
        public OperationSummary visit(RenameIndex operation) {
            return renamed("index", operation.table().withName(operation.from()), operation.to());
        }

        @Override
        public OperationSummary visit(DropIndex operation) {
            return removed("index", operation.table().withName(operation.name()));
        }

        @Override
        public OperationSummary visit(CreateDependent operation) {
            DependentName id = operation.object().id();
            return added(id.kind().word(), id.name(), "");
        }

        @Override
        public OperationSummary visit(DropDependent operation) {
            return removed(operation.id().kind().word(), operation.id().name());
        }

        @Override
        public OperationSummary visit(ExecuteSql operation) {
            return new OperationSummary(Sign.CHANGED, "sql", oneLine(operation.sql()), "");
        }

        private static String count(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }
    }
}
