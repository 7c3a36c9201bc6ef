package dev.autogen.differ.recipe;

import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
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
import java.util.Objects;
import java.util.Set;

/** Pieces in the order in which they were found, each knowing which of those before it it has to wait for. */
final class Dependencies {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> movable = new ArrayList<>();
    private Piece lastFixed;

    /** What makes or takes away keys that foreign keys may point to, by their table and columns. */
    private final Map<Key, List<Piece>> keys = new HashMap<>();
    /** What takes away foreign keys, by the table they point to. */
    private final Map<QualifiedName, List<Piece>> droppedForeignKeys = new HashMap<>();

    private boolean dropsKeys;

    /**
     * Columns that are unique together.
     *
     * @param table their table
     * @param columns the columns, whose order does not matter to a foreign key
     */
    private record Key(QualifiedName table, Set<String> columns) {
        static Key of(QualifiedName table, List<String> columns) {
            return new Key(table, Set.copyOf(columns));
        }

        static Key of(QualifiedName table, Index index) {
            return new Key(
                    table,
                    index.keys().stream()
                            .map(IndexKey::column)
                            .filter(Objects::nonNull)
                            .collect(toSet()));
        }
    }

    /** How many there are. */
    int count() {
        return pieces.size();
    }

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
                of(keys, Key.of(key.target(), key.targetColumns())).forEach(piece::after);
            } else if (add.constraint().hasIndex()) {
                of(keys, Key.of(add.table(), add.constraint().columns())).add(piece);
            }
        } else if (operation instanceof CreateIndex create && create.index().unique()) {
            of(keys, Key.of(create.table(), create.index())).add(piece);
        } else if (operation instanceof DropIndex drop) {
            of(droppedForeignKeys, drop.table()).forEach(piece::after);
            if (drop.definition() != null) {
                of(keys, Key.of(drop.table(), drop.definition())).add(piece);
            }
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
            if (definition != null) {
                of(keys, Key.of(drop.table(), definition.columns())).add(piece);
            }
        }
    }

    private static <K> List<Piece> of(Map<K, List<Piece>> pieces, K key) {
        return pieces.computeIfAbsent(key, absent -> new ArrayList<>());
    }
}
