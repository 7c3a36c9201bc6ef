package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A Java expression of a migration, before it is laid out in lines. */
sealed interface Expression {

    /** How many bytes of bytecode it may take, counted generously. */
    int weight();

    /** The literals in it, as a class file counts them: equal ones once. */
    Stream<String> constants();

    /**
     * Something that stays on one line.
     *
     * @param code the Java text
     */
    record Atom(String code) implements Expression {
        @Override
        public Stream<String> constants() {
            return Stream.of(code);
        }

        @Override
        public int weight() {
            return 8;
        }
    }

    /**
     * A string that becomes a text block where it has several lines or is long.
     *
     * @param value the string
     */
    record Text(String value) implements Expression {
        @Override
        public Stream<String> constants() {
            return Stream.of(value);
        }

        @Override
        public int weight() {
            return 8;
        }
    }

    /**
     * Calls on the results of calls: {@code column("id", bigint()).notNull()}.
     *
     * @param calls the calls; the first names what it is called on
     */
    record Chain(List<Call> calls) implements Expression {
        public Chain {
            calls = List.copyOf(calls);
        }

        static Chain of(String name, Expression... arguments) {
            return new Chain(List.of(Call.of(name, arguments)));
        }

        Chain then(String name, Expression... arguments) {
            return then(Call.of(name, arguments));
        }

        Chain then(Call call) {
            List<Call> more = new ArrayList<>(calls);
            more.add(call);
            return new Chain(more);
        }

        @Override
        public Stream<String> constants() {
            return calls.stream().flatMap(call -> call.arguments().stream()).flatMap(Expression::constants);
        }

        @Override
        public int weight() {
            return calls.stream().mapToInt(Call::weight).sum();
        }
    }

    /**
     * A call within a chain.
     *
     * @param name the method, for the first call of a chain with what it is called on
     * @param arguments its arguments
     * @param breaks where lines are broken
     * @param note a comment beside it; null without
     */
    record Call(String name, List<Expression> arguments, Breaks breaks, String note) {
        public Call {
            arguments = List.copyOf(arguments);
        }

        static Call of(String name, Expression... arguments) {
            return new Call(name, Arrays.asList(arguments), Breaks.WHERE_NEEDED, null);
        }

        Call noted(String newNote) {
            return new Call(name, arguments, breaks, newNote);
        }

        int weight() {
            return 8 + arguments.stream().mapToInt(Expression::weight).sum();
        }
    }

    /** How the arguments of a call are spread over lines. */
    enum Breaks {
        /** All on one line if they fit, else the line is filled and the next begun. */
        WHERE_NEEDED,
        /** The first beside the name, each other one on a line of its own. */
        AFTER_EACH
    }
}
