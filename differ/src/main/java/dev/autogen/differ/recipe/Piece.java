package dev.autogen.differ.recipe;

import java.util.ArrayList;
import java.util.List;

/** A step that waits for its turn, and what it waits for. */
final class Piece {

    /** How a step runs. */
    enum Kind {
        /** Within a transaction, looking at every row meanwhile; nothing before it may hold a lock that others wait for. */
        SCAN,
        /** Within a transaction, and done in a moment. */
        QUICK,
        /** In transactions of its own, one for each batch. */
        BATCH,
        /** Outside of a transaction: an index is built. */
        BUILD,
        /** Outside of a transaction: an index is dropped. */
        REMOVAL
    }

    private final Kind kind;
    private final RecipeStep step;
    private final Footprint footprint;
    private final boolean movable;
    private final List<Piece> predecessors = new ArrayList<>();
    private final List<Piece> committedBefore = new ArrayList<>();
    /** The transaction it was put into; 0 while it waits. */
    private int turn;

    /**
     * A piece.
     *
     * @param movable whether it may change places with what has nothing in common with it; what cannot keeps its place
     *     among all others that cannot
     */
    Piece(Kind kind, RecipeStep step, Footprint footprint, boolean movable) {
        this.kind = kind;
        this.step = step;
        this.footprint = footprint;
        this.movable = movable;
    }

    Kind kind() {
        return kind;
    }

    RecipeStep step() {
        return step;
    }

    Footprint footprint() {
        return footprint;
    }

    boolean isMovable() {
        return movable;
    }

    /** It comes behind that one. */
    Piece after(Piece predecessor) {
        predecessors.add(predecessor);
        return this;
    }

    /** It comes behind that one, which has been committed. */
    Piece afterCommitOf(Piece predecessor) {
        committedBefore.add(predecessor);
        return this;
    }

    boolean isWaiting() {
        return turn == 0;
    }

    /** Whether it can be put into that transaction, or behind it. */
    boolean isReady(int transaction) {
        return isWaiting()
                && predecessors.stream().noneMatch(Piece::isWaiting)
                && committedBefore.stream().noneMatch(each -> each.isWaiting() || each.turn == transaction);
    }

    void take(int transaction) {
        turn = transaction;
    }
}
