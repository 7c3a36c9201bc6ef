package dev.autogen.commands.proof;

import dev.autogen.commands.report.Subject;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables that a migration touches, or that are named by what hangs on these, and all that they reach over foreign
 * keys, in either direction; but not beyond what is compared, where nobody knows what the tables look like.
 */
final class Extract {
    private final Set<QualifiedName> tables = new HashSet<>();
    private final Set<QualifiedName> known = new HashSet<>();
    private final Set<QualifiedName> touched = new HashSet<>();
    private final List<Operation> operations;

    private Extract(List<Operation> operations, Catalog live, Catalog desired) {
        this.operations = operations;
        live.tables().forEach(table -> known.add(table.name()));
        desired.tables().forEach(table -> known.add(table.name()));
    }

    static Extract of(SchemaDiff diff, Catalog live, Catalog desired) {
        Extract extract = new Extract(diff.upgrade(), live, desired);
        Map<QualifiedName, Set<QualifiedName>> neighbours = new HashMap<>();
        for (Table table : live.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                neighbours
                        .computeIfAbsent(table.name(), name -> new HashSet<>())
                        .add(key.target());
                neighbours
                        .computeIfAbsent(key.target(), name -> new HashSet<>())
                        .add(table.name());
            }
        }
        Deque<QualifiedName> open = new ArrayDeque<>();
        diff.upgrade().forEach(operation -> touched(operation, open));
        extract.touched.addAll(open);
        diff.dependents().forEach(dependent -> dependent.mentions().forEach(mentioned -> open.add(mentioned.object())));
        while (!open.isEmpty()) {
            QualifiedName table = open.pop();
            if (extract.tables.add(table)) {
                open.addAll(neighbours.getOrDefault(table, Set.of()));
            }
        }
        return extract;
    }

    private static void touched(Operation operation, Deque<QualifiedName> touched) {
        Subject.of(operation).ifPresent(subject -> touched.add(subject.table()));
        if (operation instanceof CreateTable create) {
            create.table().foreignKeys().forEach(key -> touched.add(key.target()));
        } else if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
            touched.add(key.target());
        } else if (operation instanceof RenameTable rename) {
            touched.add(rename.from());
        }
    }

    /** The tables that the operations themselves are about, by their names before or after. */
    Set<QualifiedName> touched() {
        return Set.copyOf(touched);
    }

    /** A table beyond what is compared that the operations themselves need, since they make or drop a key to it. */
    Optional<QualifiedName> beyond() {
        return operations.stream()
                .flatMap(Extract::foreignKeys)
                .map(ForeignKey::target)
                .filter(target -> !known.contains(target))
                .findFirst();
    }

    private static Stream<ForeignKey> foreignKeys(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().foreignKeys().stream();
        }
        Constraint constraint = operation instanceof AddConstraint add
                ? add.constraint()
                : operation instanceof DropConstraint drop ? drop.definition() : null;
        return constraint instanceof ForeignKey key ? Stream.of(key) : Stream.empty();
    }

    private Table withoutKeysBeyond(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || known.contains(key.target()))
                .toList());
    }

    /** The part of a catalog that is to be looked at. */
    Catalog from(Catalog catalog) {
        return catalog.withTables(catalog.tables().stream()
                        .filter(table -> tables.contains(table.name()))
                        .map(this::withoutKeysBeyond)
                        .toList())
                .withSequences(catalog.sequences().stream()
                        .filter(sequence -> sequence.ownedBy() == null
                                || tables.contains(sequence.ownedBy().table()))
                        .toList());
    }
}
