package dev.autogen.commands.preflight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What came of a probe. */
sealed interface Answer {

    /**
     * Nothing stands in the way.
     *
     * @param sampled what was read; empty where it was all of it
     */
    record Clear(Optional<Sampled> sampled) implements Answer {
        public Clear {
            requireNonNull(sampled, "sampled is null");
        }
    }

    /**
     * Something stands in the way.
     *
     * @param problem what is wrong
     * @param rows how many rows it concerns
     * @param examples where some of them are
     * @param sampled what was read; empty where it was all of it
     */
    record Violated(String problem, Count rows, Examples examples, Optional<Sampled> sampled) implements Answer {
        public Violated {
            requireNonNull(examples, "examples is null");
        }
    }

    /**
     * It could not be found out.
     *
     * @param reason why
     */
    record Unknown(String reason) implements Answer {}

    /**
     * Rows by what identifies them.
     *
     * @param columns the columns of the primary key, or {@code ctid} where there is none
     * @param keys the values of some rows
     */
    record Examples(List<String> columns, List<List<String>> keys) {
        static final Examples NONE = new Examples(List.of(), List.of());

        public Examples {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
        }
    }
}
