package dev.autogen.differ.recipe;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.SetEnumComment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What ties an operation to others when the two run far apart: its {@link Footprint}, and for types, sequences and keys more
 * exactly than that, which only has to know what may change places within one migration.
 *
 * @param operation the operation
 * @param footprint its tables, columns and names
 * @param type the type it is about; empty where it is about none
 * @param madeKey columns that it makes unique, which a foreign key may point to
 * @param neededKey columns that have to be unique for it
 * @param converted columns that it converts from one enum type to another
 * @param computing columns of which it makes or drops an expression or a foreign key; one over enum types keeps them from
 *     being converted
 */
record Link(
        Operation operation,
        Footprint footprint,
        Optional<QualifiedName> type,
        Optional<Key> madeKey,
        Optional<Key> neededKey,
        Set<ColumnRef> converted,
        Set<ColumnRef> computing) {

    /** Columns that are unique together, in whatever order. */
    record Key(QualifiedName table, Set<String> columns) {}

    static Link of(Operation operation) {
        return new Link(
                operation,
                footprint(operation),
                type(operation),
                madeKey(operation),
                operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key
                        ? Optional.of(new Key(key.target(), new HashSet<>(key.targetColumns())))
                        : Optional.empty(),
                operation instanceof RebuildEnum rebuild
                        ? rebuild.uses().stream().map(EnumUse::column).collect(toSet())
                        : Set.of(),
                Expressions.columns(operation));
    }

    /** The same with another footprint. */
    Link with(Footprint other) {
        return new Link(operation, other, type, madeKey, neededKey, converted, computing);
    }

    /** Whether the other, which comes later, has to. */
    boolean comesBefore(Link later) {
        if (operation instanceof RenameEnumValue || makesWhatMayBeNeededAnywhere()) {
            return true;
        }
        if (type.isPresent() && type.equals(later.type)) {
            return true;
        }
        if (madeKey.isPresent() && madeKey.equals(later.neededKey)) {
            return true;
        }
        if (!disjoint(converted, later.computing) || !disjoint(computing, later.converted)) {
            return true;
        }
        if (makesLabelsOf(later) || isOfSameDefault(later)) {
            return true;
        }
        boolean ofType = type.isPresent() || later.type.isPresent();
        return ofType ? footprint.touches(later.footprint) : footprint.comesBefore(later.footprint);
    }

    private boolean makesLabelsOf(Link later) {
        if (!(operation instanceof RebuildEnum rebuild) || rebuild.from() == null) {
            return false;
        }
        Set<String> labels = new HashSet<>(rebuild.to().labels());
        labels.removeAll(new HashSet<>(rebuild.from().labels()));
        return !labels.isEmpty()
                && Expressions.of(later.operation).stream()
                        .anyMatch(text -> Mentions.anyLabel(labels, rebuild.to().name(), text));
    }

    private boolean isOfSameDefault(Link later) {
        return operation instanceof AlterColumn alter
                && later.operation instanceof AlterColumn other
                && alter.table().equals(other.table())
                && alter.column().equals(other.column())
                && alter.changes().stream().anyMatch(ColumnChange.Default.class::isInstance)
                && other.changes().stream().anyMatch(ColumnChange.Default.class::isInstance);
    }

    /** A text, a type or a default may name it. */
    private boolean makesWhatMayBeNeededAnywhere() {
        return operation instanceof CreateSchema
                || operation instanceof CreateExtension
                || operation instanceof CreateEnum
                || operation instanceof AddEnumValue
                || operation instanceof CreateDomain
                || operation instanceof CreateSequence;
    }

    private static Optional<QualifiedName> type(Operation operation) {
        if (operation instanceof CreateEnum create) {
            return Optional.of(create.type().name());
        } else if (operation instanceof AddEnumValue add) {
            return Optional.of(add.name());
        } else if (operation instanceof RenameEnumValue rename) {
            return Optional.of(rename.name());
        } else if (operation instanceof RebuildEnum rebuild) {
            return Optional.of(rebuild.to().name());
        } else if (operation instanceof SetEnumComment comment) {
            return Optional.of(comment.type());
        } else if (operation instanceof DropEnum drop) {
            return Optional.of(drop.name());
        } else if (operation instanceof CreateDomain create) {
            return Optional.of(create.domain().name());
        } else if (operation instanceof AlterDomain alter) {
            return Optional.of(alter.name());
        } else if (operation instanceof DropDomain drop) {
            return Optional.of(drop.name());
        }
        return Optional.empty();
    }

    private static Footprint footprint(Operation operation) {
        Footprint footprint = Footprint.of(operation);
        List<ColumnRef> columns = columns(operation);
        if (columns.isEmpty()) {
            return footprint;
        }
        Set<Footprint.Part> used = new HashSet<>(footprint.used());
        for (ColumnRef column : columns) {
            used.add(new Footprint.Part(column.table(), null));
            used.add(new Footprint.Part(column.table(), column.column()));
        }
        return new Footprint(footprint.reach(), footprint.tables(), footprint.names(), footprint.shaped(), used);
    }

    /** Columns that it has to do with besides those of its footprint. */
    private static List<ColumnRef> columns(Operation operation) {
        List<ColumnRef> columns = new ArrayList<>();
        if (operation instanceof RebuildEnum rebuild) {
            rebuild.uses().stream().map(EnumUse::column).forEach(columns::add);
        } else if (operation instanceof AddEnumValue add) {
            add.uses().stream().map(EnumUse::column).forEach(columns::add);
        } else if (operation instanceof CreateSequence create) {
            columns.add(create.sequence().ownedBy());
        } else if (operation instanceof AlterSequence alter) {
            alter.changes().stream()
                    .filter(SequenceChange.Owner.class::isInstance)
                    .map(change -> ((SequenceChange.Owner) change).to())
                    .forEach(columns::add);
        }
        columns.removeIf(Objects::isNull);
        return columns;
    }

    private static Optional<Key> madeKey(Operation operation) {
        if (operation instanceof AddConstraint add && add.constraint().hasIndex()) {
            return Optional.of(
                    new Key(add.table(), new HashSet<>(add.constraint().columns())));
        }
        if (operation instanceof CreateIndex create && create.index().unique()) {
            Set<String> columns = new HashSet<>();
            create.index().keys().stream()
                    .map(IndexKey::column)
                    .filter(Objects::nonNull)
                    .forEach(columns::add);
            return Optional.of(new Key(create.table(), columns));
        }
        return Optional.empty();
    }
}
