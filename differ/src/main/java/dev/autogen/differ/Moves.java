package dev.autogen.differ;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts renames in an order in which each finds its new name free: in a chain the last goes first, in a circle one steps
 * aside for a while. Else they stand as they were given.
 */
final class Moves {
    private record Name(List<String> space, String name) {}

    private final Map<Name, Move> bySource = new LinkedHashMap<>();
    private final Map<Name, Move> byTarget = new LinkedHashMap<>();
    private final List<Operation> ordered = new ArrayList<>();

    private Moves(Collection<Move> moves) {
        for (Move move : moves) {
            bySource.put(new Name(move.space(), move.from()), move);
            byTarget.put(new Name(move.space(), move.to()), move);
        }
    }

    static List<Operation> inOrder(Collection<Move> moves) {
        Moves order = new Moves(moves);
        moves.stream()
                .filter(move -> !order.bySource.containsKey(new Name(move.space(), move.to())))
                .forEach(order::withAllThatWait);
        while (!order.bySource.isEmpty()) {
            order.circle(order.bySource.values().iterator().next());
        }
        return order.ordered;
    }

    private void withAllThatWait(Move first) {
        Move move = first;
        while (move != null) {
            ordered.add(move.operation().apply(move.from(), move.to()));
            Name freed = new Name(move.space(), move.from());
            bySource.remove(freed);
            move = byTarget.get(freed);
        }
    }

    private void circle(Move first) {
        String aside = Identifiers.cut("tmp_" + first.from());
        Name freed = new Name(first.space(), first.from());
        ordered.add(first.operation().apply(first.from(), aside));
        bySource.remove(freed);
        for (Move move = byTarget.get(freed); !move.equals(first); move = byTarget.get(freed)) {
            ordered.add(move.operation().apply(move.from(), move.to()));
            freed = new Name(move.space(), move.from());
            bySource.remove(freed);
        }
        ordered.add(first.operation().apply(aside, first.to()));
    }
}
