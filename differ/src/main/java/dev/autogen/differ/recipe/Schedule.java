package dev.autogen.differ.recipe;

import dev.autogen.differ.recipe.Piece.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts pieces in order with as few transactions as there can be. A round is a transaction, in which what looks at every
 * row comes first, while no lock is held that others would wait for, and behind it what runs in no transaction or in its
 * own: rows are filled before indexes are built over them, and an index is dropped behind the one that replaces it.
 */
final class Schedule {
    private static final Set<Kind> IN_TRANSACTION = EnumSet.of(Kind.SCAN, Kind.QUICK);
    private static final String WITHOUT_LOCKS = "Existing rows are checked apart: reads and writes go on meanwhile.";

    private final List<Piece> pieces;
    private final List<RecipeStep> steps = new ArrayList<>();
    private int transaction;
    /** Whether the last step is within a transaction. */
    private boolean open;

    private Schedule(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static List<RecipeStep> of(List<Piece> pieces) {
        return new Schedule(pieces).inOrder();
    }

    private List<RecipeStep> inOrder() {
        while (pieces.stream().anyMatch(Piece::isWaiting)) {
            int before = steps.size();
            transaction++;
            boolean followed = open;
            open = false;
            take(Kind.SCAN, followed);
            take(Kind.QUICK, followed);
            take(Kind.BATCH, false);
            while (take(Kind.BUILD, false) || take(Kind.REMOVAL, false)) {
                // One may have waited for the other.
            }
            if (steps.size() == before) {
                throw new IllegalStateException("pieces wait for each other: "
                        + pieces.stream()
                                .filter(Piece::isWaiting)
                                .map(Piece::step)
                                .toList());
            }
        }
        return List.copyOf(steps);
    }

    /** Takes what is ready, and what gets ready by it. */
    private boolean take(Kind kind, boolean followsTransaction) {
        boolean any = false;
        boolean more = true;
        while (more) {
            more = false;
            for (Piece piece : pieces) {
                if (piece.kind() == kind && piece.isReady(transaction)) {
                    if (followsTransaction && !open) {
                        steps.add(
                                new RecipeStep.NewTransaction(kind == Kind.SCAN ? List.of(WITHOUT_LOCKS) : List.of()));
                    }
                    open = IN_TRANSACTION.contains(kind);
                    piece.take(transaction);
                    steps.add(piece.step());
                    more = true;
                    any = true;
                }
            }
        }
        return any;
    }
}
