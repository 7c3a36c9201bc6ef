package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.SequenceOptions;

/** One thing that changes of a sequence. */
public sealed interface SequenceChange {

    /** What undoes it. */
    SequenceChange reverse();

    /** The change as it is recorded from a migration's source: without what was before. */
    SequenceChange asRecorded();

    /** Calls the method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code AS type}. PostgreSQL moves a bound that is the old type's own to the new type's.
     *
     * @param to the type
     * @param from the type before; null where a migration's source does not say
     */
    record Type(DataType to, DataType from) implements SequenceChange {
        public Type {
            requireNonNull(to, "to is null");
        }

        @Override
        public SequenceChange reverse() {
            return new Type(Before.of(this, from), to);
        }

        @Override
        public SequenceChange asRecorded() {
            return new Type(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Start, step, bounds and the like.
     *
     * @param to the options to set; what is null there stays
     * @param from what those options were; null where a migration's source does not say
     */
    record Options(SequenceOptions to, SequenceOptions from) implements SequenceChange {
        public Options {
            requireNonNull(to, "to is null");
        }

        @Override
        public SequenceChange reverse() {
            return new Options(Before.of(this, from), to);
        }

        @Override
        public SequenceChange asRecorded() {
            return new Options(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code OWNED BY}.
     *
     * @param to the column with which the sequence is dropped; null for none
     * @param from the column before; null when there was none or a migration's source does not say
     */
    record Owner(ColumnRef to, ColumnRef from) implements SequenceChange {
        @Override
        public SequenceChange reverse() {
            return new Owner(from, to);
        }

        @Override
        public SequenceChange asRecorded() {
            return new Owner(to, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code COMMENT ON SEQUENCE}.
     *
     * @param to the comment; null takes it away
     * @param from the comment before; null when there was none or a migration's source does not say
     */
    record Comment(String to, String from) implements SequenceChange {
        @Override
        public SequenceChange reverse() {
            return new Comment(from, to);
        }

        @Override
        public SequenceChange asRecorded() {
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

        R visit(Options change);

        R visit(Owner change);

        R visit(Comment change);
    }
}
