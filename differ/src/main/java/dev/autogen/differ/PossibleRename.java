package dev.autogen.differ;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that the model has and the database lacks, and what of the database might be just that under another name.
 * autogen never guesses: someone has to say which it is, if any.
 *
 * @param kind what sort of thing it is
 * @param object the new thing as it is in the model; of a value, its enum type
 * @param name the new name, the last part of it
 * @param candidates what it may have been, the likeliest first; never empty
 */
public record PossibleRename(Kind kind, ObjectRef object, String name, List<Candidate> candidates) {

    /** What may be called otherwise now. */
    public enum Kind {
        TABLE,
        SEQUENCE,
        COLUMN,
        /** A value of an enum type. */
        VALUE
    }

    /**
     * Something of the database that the model does not know any more.
     *
     * @param name its name, the last part of it
     * @param rename what to say if it is a rename
     * @param reasons what speaks for it, phrases
     */
    public record Candidate(String name, Rename rename, List<String> reasons) {
        public Candidate {
            requireNonNull(name, "name is null");
            requireNonNull(rename, "rename is null");
            reasons = List.copyOf(reasons);
        }

        private Candidate because(List<String> more) {
            List<String> all = new ArrayList<>(reasons);
            all.addAll(more);
            return new Candidate(name, rename, all);
        }
    }

    public PossibleRename {
        requireNonNull(kind, "kind is null");
        requireNonNull(object, "object is null");
        requireNonNull(name, "name is null");
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a rename needs something that is renamed");
        }
    }

    /** The same with more reasons, found elsewhere; candidates that have more of them come first. */
    public PossibleRename explained(Function<Candidate, List<String>> more) {
        Map<Candidate, List<String>> found = new HashMap<>();
        candidates.forEach(candidate -> found.put(candidate, more.apply(candidate)));
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing(candidate -> -found.get(candidate).size()));
        return new PossibleRename(
                kind,
                object,
                name,
                sorted.stream()
                        .map(candidate -> candidate.because(found.get(candidate)))
                        .toList());
    }

    /** What is said where nobody can be asked; it names the option that tells. */
    public Notice notice() {
        Candidate best = candidates.get(0);
        String old = candidates.stream().map(Candidate::name).collect(joining(", "));
        String reasons = best.reasons().isEmpty() ? "" : " (" + String.join(", ", best.reasons()) + ")";
        String message = switch (kind) {
            case TABLE -> "the database has table " + old;
            case SEQUENCE -> "the database has sequence " + old;
            case COLUMN -> object.owner() + " has " + old;
            case VALUE -> "enum " + object.owner() + " has " + old;
        };
        return new Notice(
                Notice.Kind.POSSIBLE_RENAME,
                object,
                message + " and the model " + name + reasons + "; if that is a rename, say --rename " + best.rename());
    }
}
