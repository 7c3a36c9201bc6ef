package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.SqlExpression;

/** One thing that changes of a domain. */
public sealed interface DomainChange {

    /** What undoes it. */
    DomainChange reverse();

    /** The change as it is recorded from a migration's source: without what was before. */
    default DomainChange asRecorded() {
        return this;
    }

    /** Calls the method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code SET DEFAULT}, {@code DROP DEFAULT}.
     *
     * @param to the default; null takes it away
     * @param from the default before; null when there was none or a migration's source does not say
     */
    record Default(SqlExpression to, SqlExpression from) implements DomainChange {
        @Override
        public DomainChange reverse() {
            return new Default(from, to);
        }

        @Override
        public DomainChange asRecorded() {
            return new Default(to, null);
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
    record Nullability(boolean nullable) implements DomainChange {
        @Override
        public DomainChange reverse() {
            return new Nullability(!nullable);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code ADD CONSTRAINT}.
     *
     * @param check a check with a name
     */
    record AddCheck(CheckConstraint check) implements DomainChange {
        public AddCheck {
            requireNonNull(check.name(), "the check has no name");
        }

        @Override
        public DomainChange reverse() {
            return new DropCheck(check.name(), check);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code DROP CONSTRAINT}.
     *
     * @param name name of the check
     * @param definition what is dropped; null where a migration's source does not say
     */
    record DropCheck(String name, CheckConstraint definition) implements DomainChange {
        public DropCheck {
            requireNonNull(name, "name is null");
        }

        @Override
        public DomainChange reverse() {
            if (definition == null) {
                throw new IrreversibleOperationException("the check before is not known: " + this);
            }
            return new AddCheck(definition);
        }

        @Override
        public DomainChange asRecorded() {
            return new DropCheck(name, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code COMMENT ON DOMAIN}.
     *
     * @param to the comment; null takes it away
     * @param from the comment before; null when there was none or a migration's source does not say
     */
    record Comment(String to, String from) implements DomainChange {
        @Override
        public DomainChange reverse() {
            return new Comment(from, to);
        }

        @Override
        public DomainChange asRecorded() {
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
        R visit(Default change);

        R visit(Nullability change);

        R visit(AddCheck change);

        R visit(DropCheck change);

        R visit(Comment change);
    }
}
