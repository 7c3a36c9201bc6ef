package dev.autogen.introspector;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The model's texts that have no canonical form, and why. */
final class Findings {
    private static final Comparator<RefusedText> BY_PLACE = comparing(RefusedText::table)
            .thenComparing(RefusedText::object, nullsLast(naturalOrder()))
            .thenComparing(RefusedText::kind)
            .thenComparing(RefusedText::text);

    private final List<RefusedText> refused = new ArrayList<>();
    private final List<RefusedText> unjudged = new ArrayList<>();

    /** Notes a refusal where it is the text's fault, else that nobody knows. */
    void add(Place place, String text, Verdict verdict, Judge judge) {
        boolean fault = !verdict.isIncompetent(judge.mayLackObjects());
        (fault ? refused : unjudged).add(place.refused(text, verdict));
    }

    /** Notes that nobody knows, whatever the reason. */
    void addUnjudged(Place place, String text, Verdict verdict) {
        unjudged.add(place.refused(text, verdict));
    }

    List<RefusedText> refused() {
        return refused.stream().sorted(BY_PLACE).toList();
    }

    List<RefusedText> unjudged() {
        return unjudged.stream().sorted(BY_PLACE).toList();
    }
}
