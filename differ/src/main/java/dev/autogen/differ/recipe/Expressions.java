package dev.autogen.differ.recipe;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The expressions in an operation. */
final class Expressions {
    private Expressions() {}

    /** Those that hold from then on. */
    static List<SqlExpression> of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Mentions.texts(create.table());
        } else if (operation instanceof AddColumn add) {
            return Mentions.texts(add.column());
        } else if (operation instanceof AlterColumn alter) {
            return present(alter.changes().stream()
                    .map(change -> change instanceof ColumnChange.Default to ? to.to() : null)
                    .toList());
        } else if (operation instanceof AddConstraint add) {
            return Mentions.texts(add.constraint());
        } else if (operation instanceof CreateIndex create) {
            return Mentions.texts(create.index());
        } else if (operation instanceof RebuildEnum rebuild) {
            return present(rebuild.uses().stream().map(EnumUse::defaultValue).toList());
        }
        return List.of();
    }

    private static List<SqlExpression> present(List<SqlExpression> texts) {
        return texts.stream().filter(Objects::nonNull).toList();
    }

    /**
     * What may be the columns of which it makes or drops a condition, an index over an expression or a computed column, and
     * those of a foreign key, which wants both its ends to be of one type.
     */
    static Set<ColumnRef> columns(Operation operation) {
        if (operation instanceof CreateTable create) {
            return columns(create.table());
        } else if (operation instanceof AddColumn add) {
            return computing(add.table(), add.column());
        } else if (operation instanceof DropColumn drop && drop.definition() != null) {
            return computing(drop.table(), drop.definition());
        } else if (operation instanceof AddConstraint add) {
            return columns(add.table(), add.constraint());
        } else if (operation instanceof DropConstraint drop && drop.definition() != null) {
            return columns(drop.table(), drop.definition());
        } else if (operation instanceof CreateIndex create) {
            return columns(create.table(), Mentions.texts(create.index()));
        } else if (operation instanceof DropIndex drop && drop.definition() != null) {
            return columns(drop.table(), Mentions.texts(drop.definition()));
        }
        return Set.of();
    }

    private static Set<ColumnRef> columns(Table table) {
        Set<ColumnRef> columns = new HashSet<>();
        table.columns().forEach(column -> columns.addAll(computing(table.name(), column)));
        table.constraints().forEach(constraint -> columns.addAll(columns(table.name(), constraint)));
        table.indexes().forEach(index -> columns.addAll(columns(table.name(), Mentions.texts(index))));
        return columns;
    }

    /** The column itself, too: PostgreSQL is not told how to convert a computed one. */
    private static Set<ColumnRef> computing(QualifiedName table, Column column) {
        if (column.generated() == null) {
            return Set.of();
        }
        Set<ColumnRef> columns = columns(table, List.of(column.generated().expression()));
        columns.add(new ColumnRef(table, column.name()));
        return columns;
    }

    /** The columns in the constraint's expressions, or both ends of a foreign key. */
    static Set<ColumnRef> columns(QualifiedName table, Constraint constraint) {
        Set<ColumnRef> columns = columns(table, Mentions.texts(constraint));
        if (constraint instanceof ForeignKey key) {
            key.columns().forEach(column -> columns.add(new ColumnRef(table, column)));
            key.targetColumns().forEach(column -> columns.add(new ColumnRef(key.target(), column)));
        }
        return columns;
    }

    private static Set<ColumnRef> columns(QualifiedName table, List<SqlExpression> texts) {
        Set<ColumnRef> columns = new HashSet<>();
        texts.forEach(text -> Mentions.names(text).forEach(name -> columns.add(new ColumnRef(table, name))));
        return columns;
    }
}
