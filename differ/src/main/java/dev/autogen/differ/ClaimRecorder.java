package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetTableComment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Replays the operations of a project's migrations, in the order in which they run, to know what they created: renames
 * are followed, what is dropped is forgotten, raw SQL claims nothing. Leave out the migrations that are a baseline.
 * Not thread-safe.
 */
public final class ClaimRecorder {
    private final Map<QualifiedName, Set<ObjectRef>> claimed = new LinkedHashMap<>();

    /** Replays the upgrade of the next migration. */
    public ClaimRecorder replay(List<Operation> upgrade) {
        for (Operation operation : upgrade) {
            replay(operation);
        }
        return this;
    }

    /** What has been created by all that was replayed so far, and is still there. */
    public Claims claims() {
        Set<ObjectRef> all = new LinkedHashSet<>();
        claimed.values().forEach(all::addAll);
        return new Claims(all);
    }

    private void replay(Operation operation) {
        if (operation instanceof CreateTable create) {
            claimTable(create.table());
        } else if (operation instanceof DropTable drop) {
            forget(drop.name(), ref -> ref.belongsToTable(drop.name()));
        } else if (operation instanceof RenameTable rename) {
            QualifiedName to = rename.from().withName(rename.to());
            rename(rename.from(), ref -> ref.belongsToTable(rename.from()), ref -> ref.withOwner(to));
        } else if (operation instanceof SetTableComment comment) {
            set(ObjectRef.Kind.COMMENT, comment.table(), null, comment.to());
        } else if (operation instanceof AddColumn add) {
            claimColumn(add.table(), add.column());
        } else if (operation instanceof DropColumn drop) {
            forget(drop.table(), ref -> ref.belongsToColumn(drop.table(), drop.name()));
        } else if (operation instanceof RenameColumn rename) {
            rename(
                    rename.table(),
                    ref -> ref.belongsToColumn(rename.table(), rename.from()),
                    ref -> ref.withPart(rename.to()));
        } else if (operation instanceof AlterColumn alter) {
            alter.changes().forEach(change -> alterColumn(alter.table(), alter.column(), change));
        } else {
            replayPart(operation);
        }
    }

    private void replayPart(Operation operation) {
        if (operation instanceof AddConstraint add) {
            claim(ObjectRef.constraint(add.table(), add.constraint().name()));
        } else if (operation instanceof DropConstraint drop) {
            forget(ObjectRef.constraint(drop.table(), drop.name()));
        } else if (operation instanceof RenameConstraint rename) {
            rename(
                    rename.table(),
                    ObjectRef.constraint(rename.table(), rename.from())::equals,
                    ref -> ref.withPart(rename.to()));
        } else if (operation instanceof CreateIndex create) {
            claim(ObjectRef.index(create.table(), create.index().name()));
        } else if (operation instanceof DropIndex drop) {
            forget(ObjectRef.index(drop.table(), drop.name()));
        } else if (operation instanceof RenameIndex rename) {
            rename(
                    rename.table(),
                    ObjectRef.index(rename.table(), rename.from())::equals,
                    ref -> ref.withPart(rename.to()));
        } else if (operation instanceof CreateSequence create) {
            claim(new ObjectRef(ObjectRef.Kind.SEQUENCE, create.sequence().name(), null));
        } else if (operation instanceof DropSequence drop) {
            forget(new ObjectRef(ObjectRef.Kind.SEQUENCE, drop.name(), null));
        } else if (operation instanceof RenameSequence rename) {
            QualifiedName to = rename.from().withName(rename.to());
            rename(
                    rename.from(),
                    new ObjectRef(ObjectRef.Kind.SEQUENCE, rename.from(), null)::equals,
                    ref -> ref.withOwner(to));
        } else if (operation instanceof CreateEnum create) {
            claim(new ObjectRef(ObjectRef.Kind.ENUM_TYPE, create.type().name(), null));
        } else if (operation instanceof DropEnum drop) {
            forget(new ObjectRef(ObjectRef.Kind.ENUM_TYPE, drop.name(), null));
        }
    }

    private void claimTable(Table table) {
        claim(ObjectRef.table(table.name()));
        set(ObjectRef.Kind.COMMENT, table.name(), null, table.comment());
        table.columns().forEach(column -> claimColumn(table.name(), column));
        Names names = new Names();
        table.constraints().stream()
                .filter(constraint -> constraint.name() != null)
                .forEach(constraint -> names.reserveConstraint(table.name(), constraint));
        for (Constraint constraint : table.constraints()) {
            claim(ObjectRef.constraint(
                    table.name(), names.named(table, constraint).name()));
        }
    }

    private void claimColumn(QualifiedName table, Column column) {
        claim(ObjectRef.column(table, column.name()));
        set(ObjectRef.Kind.DEFAULT, table, column.name(), column.defaultValue());
        set(ObjectRef.Kind.IDENTITY, table, column.name(), column.identity());
        set(ObjectRef.Kind.GENERATED, table, column.name(), column.generated());
        set(ObjectRef.Kind.COLLATION, table, column.name(), column.collation());
        set(ObjectRef.Kind.COMMENT, table, column.name(), column.comment());
    }

    private void alterColumn(QualifiedName table, String column, ColumnChange change) {
        if (change instanceof ColumnChange.Default changed) {
            set(ObjectRef.Kind.DEFAULT, table, column, changed.to());
        } else if (change instanceof ColumnChange.Numbering changed) {
            set(ObjectRef.Kind.IDENTITY, table, column, changed.to());
        } else if (change instanceof ColumnChange.Type changed) {
            set(ObjectRef.Kind.COLLATION, table, column, changed.collation());
        } else if (change instanceof ColumnChange.Comment changed) {
            set(ObjectRef.Kind.COMMENT, table, column, changed.to());
        }
    }

    private void set(ObjectRef.Kind kind, QualifiedName table, String column, Object value) {
        ObjectRef ref = new ObjectRef(kind, table, column);
        if (value == null) {
            forget(ref);
        } else {
            claim(ref);
        }
    }

    private void claim(ObjectRef ref) {
        claimed.computeIfAbsent(ref.owner(), owner -> new LinkedHashSet<>()).add(ref);
    }

    private void forget(ObjectRef ref) {
        forget(ref.owner(), ref::equals);
    }

    private void forget(QualifiedName owner, Predicate<ObjectRef> which) {
        claimed.getOrDefault(owner, new LinkedHashSet<>()).removeIf(which);
    }

    private void rename(QualifiedName owner, Predicate<ObjectRef> which, UnaryOperator<ObjectRef> renaming) {
        Collection<ObjectRef> renamed =
                claimed.getOrDefault(owner, Set.of()).stream().filter(which).toList();
        forget(owner, which);
        renamed.forEach(ref -> claim(renaming.apply(ref)));
    }
}
