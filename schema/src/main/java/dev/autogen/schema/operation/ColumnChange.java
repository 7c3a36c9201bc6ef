package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.SqlExpression;

/** One thing that changes of a column. */
public sealed interface ColumnChange {

    /** What undoes it. */
    ColumnChange reverse();

    /** The change as it is recorded from a migration's source: without what was before. */
    default ColumnChange asRecorded() {
        return this;
    }

    /** Calls the method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Another type, collation or both.
     *
     * @param to the type
     * @param collation the collation in SQL's spelling; null for the type's own
     * @param using how old values become new ones; null where PostgreSQL's assignment cast does it
     * @param from the type before; null where a migration's source does not say
     * @param fromCollation the collation before; null for the type's own
     * @param usingBack how values are converted on the way back; null where PostgreSQL's assignment cast does it
     */
    record Type(DataType to, String collation, String using, DataType from, String fromCollation, String usingBack)
            implements ColumnChange {
        public Type {
            requireNonNull(to, "to is null");
        }

        @Override
        public ColumnChange reverse() {
            if (from == null) {
                throw new IrreversibleOperationException("the type before is not known: " + this);
            }
            return new Type(from, fromCollation, usingBack, to, collation, using);
        }

        @Override
        public ColumnChange asRecorded() {
            return new Type(to, collation, using, null, null, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code SET DEFAULT}, {@code DROP DEFAULT}.
     *
     * @param to the default; null takes it away
     * @param from the default before; null when there was none or a migration's source does not say
     */
    record Default(SqlExpression to, SqlExpression from) implements ColumnChange {
        @Override
        public ColumnChange reverse() {
            return new Default(from, to);
        }

        @Override
        public ColumnChange asRecorded() {
            return new Default(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code SET EXPRESSION}: a generated column is computed otherwise, from PostgreSQL 17.
     *
     * @param to the expression
     * @param from the expression before; null where a migration's source does not say
     */
    record Expression(SqlExpression to, SqlExpression from) implements ColumnChange {
        public Expression {
            requireNonNull(to, "to is null");
        }

        @Override
        public ColumnChange reverse() {
            return new Expression(Before.of(this, from), to);
        }

        @Override
        public ColumnChange asRecorded() {
            return new Expression(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * How the column numbers itself.
     *
     * @param to the identity; null takes it away
     * @param from the identity before; null when there was none or a migration's source does not say
     * @param existing whether the column is an identity column before, which tells {@code ADD} from {@code SET}
     */
    record Numbering(Identity to, Identity from, boolean existing) implements ColumnChange {
        @Override
        public ColumnChange reverse() {
            return new Numbering(from, to, to != null);
        }

        @Override
        public ColumnChange asRecorded() {
            return new Numbering(to, null, existing);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code SET NOT NULL}, {@code DROP NOT NULL}.
     *
     * @param nullable whether it takes null afterwards
     */
    record Nullability(boolean nullable) implements ColumnChange {
        @Override
        public ColumnChange reverse() {
            return new Nullability(!nullable);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code COMMENT ON COLUMN}.
     *
     * @param to the comment; null takes it away
     * @param from the comment before; null when there was none or a migration's source does not say
     */
    record Comment(String to, String from) implements ColumnChange {
        @Override
        public ColumnChange reverse() {
            return new Comment(from, to);
        }

        @Override
        public ColumnChange asRecorded() {
            return new Comment(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * One method a kind of change.
     *
     * @param <R> what the visitor answers
     */
    interface Visitor<R> {
        R visit(Type change);

        R visit(Default change);

        R visit(Expression change);

        R visit(Numbering change);

        R visit(Nullability change);

        R visit(Comment change);
    }
}
