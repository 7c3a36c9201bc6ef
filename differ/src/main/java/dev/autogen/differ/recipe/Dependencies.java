package dev.autogen.differ.recipe;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pieces in the order in which they were found, each knowing which of those before it it has to wait for. */
final class Dependencies {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> movable = new ArrayList<>();
    private Piece lastFixed;

    /** What makes keys of a table that foreign keys may point to, or takes them away. */
    private final Map<QualifiedName, List<Piece>> keys = new HashMap<>();
    /** What takes away foreign keys, by the table they point to. */
    private final Map<QualifiedName, List<Piece>> droppedForeignKeys = new HashMap<>();

    private boolean dropsKeys;

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** Adds a piece behind all before it with which it has something in common. */
    Piece add(Piece piece) {
        for (Piece earlier : piece.isMovable() ? pieces : movable) {
            if (earlier.footprint().comesBefore(piece.footprint())) {
                piece.after(earlier);
            }
        }
        pieces.add(piece);
        if (piece.isMovable()) {
            movable.add(piece);
        } else {
            if (lastFixed != null) {
                piece.after(lastFixed);
            }
            lastFixed = piece;
        }
        return piece;
    }

    /** The same for a piece that carries out an operation: a foreign key needs the key that it points to. */
    Piece add(Piece piece, Operation operation) {
        add(piece);
        if (operation instanceof AddConstraint add) {
            if (add.constraint() instanceof ForeignKey key) {
                of(keys, key.target()).forEach(piece::after);
            } else if (add.constraint().hasIndex()) {
                of(keys, add.table()).add(piece);
            }
        } else if (operation instanceof CreateIndex create && create.index().unique()) {
            of(keys, create.table()).add(piece);
        } else if (operation instanceof DropIndex drop) {
            of(droppedForeignKeys, drop.table()).forEach(piece::after);
            of(keys, drop.table()).add(piece);
        } else if (operation instanceof DropConstraint drop) {
            dropped(piece, drop);
        } else if (operation instanceof CreateDependent && dropsKeys) {
            // A view that groups by a primary key needs it.
            keys.values().forEach(all -> all.forEach(piece::after));
        }
        return piece;
    }

    private void dropped(Piece piece, DropConstraint drop) {
        Constraint definition = drop.definition();
        if (definition instanceof ForeignKey key) {
            of(droppedForeignKeys, key.target()).add(piece);
        } else if (definition == null || definition.hasIndex()) {
            dropsKeys = true;
            of(droppedForeignKeys, drop.table()).forEach(piece::after);
            of(keys, drop.table()).add(piece);
        }
    }

    private static List<Piece> of(Map<QualifiedName, List<Piece>> pieces, QualifiedName table) {
        return pieces.computeIfAbsent(table, key -> new ArrayList<>());
    }
}
