package dev.autogen.differ.recipe;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation has to do with, so that two which have nothing in common may change their places.
 *
 * @param reach what it may have to do with beyond that
 * @param tables tables that come, go or get another name
 * @param names relations, constraints and indexes that come, go, get another name or are looked for by it, by schema
 * @param shaped columns that come, go or become others
 * @param used tables, and the columns of which it makes use
 */
record Footprint(Reach reach, Set<QualifiedName> tables, Set<QualifiedName> names, Set<Part> shaped, Set<Part> used) {

    /**
     * A column, or a table as a whole.
     *
     * @param table the table
     * @param column the column; null for the table itself
     */
    record Part(QualifiedName table, String column) {}

    /** What else than tables, their parts and sequences an operation may have to do with. */
    enum Reach {
        /** Nothing. */
        NOTHING,
        /** What comes after it: a type, a schema or an extension comes. */
        LATER,
        /** What comes before it: a type, a schema or an extension goes. */
        EARLIER,
        /** All there is. */
        EVERYTHING
    }

    /** Of what needs a column and the ones by which the rows are ordered. */
    static Footprint ofRows(QualifiedName table, String column, List<String> key) {
        Footprint footprint = reaching(Reach.NOTHING);
        footprint.use(table, List.of(column));
        footprint.use(table, key);
        return footprint;
    }

    /** Of an operation. */
    static Footprint of(Operation operation) {
        Footprint footprint = reaching(Reach.NOTHING);
        if (footprint.ofColumn(operation) || footprint.ofPart(operation) || footprint.ofRelation(operation)) {
            return footprint;
        }
        return reaching(reach(operation));
    }

    private static Reach reach(Operation operation) {
        if (operation instanceof CreateSchema
                || operation instanceof SetSchemaComment
                || operation instanceof CreateExtension
                || operation instanceof CreateEnum
                || operation instanceof AddEnumValue
                || operation instanceof CreateDomain) {
            return Reach.LATER;
        }
        boolean goes = operation instanceof DropSchema
                || operation instanceof DropExtension
                || operation instanceof DropEnum
                || operation instanceof DropDomain;
        return goes ? Reach.EARLIER : Reach.EVERYTHING;
    }

    private static Footprint reaching(Reach reach) {
        return new Footprint(reach, new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    private boolean ofColumn(Operation operation) {
        if (operation instanceof AddColumn add) {
            column(add.table(), add.column().name(), add.column());
        } else if (operation instanceof AlterColumn alter) {
            Part column = new Part(alter.table(), alter.column());
            (alter.changes().stream().allMatch(Footprint::isWithoutEffectOnOthers) ? used : shaped).add(column);
            use(alter.table(), List.of());
        } else if (operation instanceof DropColumn drop) {
            column(drop.table(), drop.name(), drop.definition());
        } else if (operation instanceof DropExpression drop) {
            shaped.add(new Part(drop.table(), drop.name()));
        } else if (operation instanceof RenameColumn rename) {
            shaped.add(new Part(rename.table(), rename.from()));
            shaped.add(new Part(rename.table(), rename.to()));
        } else if (operation instanceof ContinueNumbering numbering) {
            shaped.add(new Part(numbering.column().table(), numbering.column().column()));
        } else {
            return false;
        }
        shaped.forEach(part -> use(part.table(), List.of()));
        return true;
    }

    private void column(QualifiedName table, String name, Column definition) {
        shaped.add(new Part(table, name));
        if (definition != null && definition.generated() != null) {
            use(table, Mentions.names(definition.generated().expression()));
        }
    }

    /** Neither an index nor a constraint has to do with it; what makes a column required is known to whoever adds a key. */
    private static boolean isWithoutEffectOnOthers(ColumnChange change) {
        return change instanceof ColumnChange.Default
                || change instanceof ColumnChange.Comment
                || change.equals(new ColumnChange.Nullability(false));
    }

    private boolean ofPart(Operation operation) {
        if (operation instanceof CreateIndex create) {
            index(create.table(), create.index().name(), create.index());
        } else if (operation instanceof DropIndex drop) {
            index(drop.table(), drop.name(), drop.definition());
        } else if (operation instanceof RenameIndex rename) {
            index(rename.table(), rename.from(), null);
            index(rename.table(), rename.to(), null);
        } else if (operation instanceof AddConstraint add) {
            constraint(add.table(), add.constraint().name(), add.constraint());
            if (add.usingIndex() != null) {
                names.add(add.table().withName(add.usingIndex()));
            }
        } else if (operation instanceof DropConstraint drop) {
            constraint(drop.table(), drop.name(), drop.definition());
        } else if (operation instanceof ValidateConstraint validate) {
            constraint(validate.table(), validate.name(), validate.previous());
        } else if (operation instanceof RenameConstraint rename) {
            constraint(rename.table(), rename.from(), null);
            constraint(rename.table(), rename.to(), null);
        } else {
            return false;
        }
        return true;
    }

    private boolean ofRelation(Operation operation) {
        if (operation instanceof CreateTable create) {
            relation(create.table());
        } else if (operation instanceof DropTable drop) {
            tables.add(drop.name());
            names.add(drop.name());
            if (drop.definition() != null) {
                relation(drop.definition());
            }
        } else if (operation instanceof RenameTable rename) {
            QualifiedName to = rename.from().withName(rename.to());
            tables.addAll(List.of(rename.from(), to));
            names.addAll(List.of(rename.from(), to));
        } else if (operation instanceof CreateSequence create) {
            names.add(create.sequence().name());
        } else if (operation instanceof RenameSequence rename) {
            names.addAll(List.of(rename.from(), rename.from().withName(rename.to())));
        } else if (operation instanceof DropSequence drop) {
            names.add(drop.name());
        } else {
            return operation instanceof AlterSequence
                    || operation instanceof SetTableComment
                    || operation instanceof CreateDependent
                    || operation instanceof DropDependent;
        }
        return true;
    }

    private void index(QualifiedName table, String name, Index definition) {
        names.add(table.withName(name));
        use(table, definition == null ? Set.of() : Mentions.names(definition));
    }

    private void constraint(QualifiedName table, String name, Constraint definition) {
        names.add(table.withName(name));
        use(table, definition == null ? Set.of() : Mentions.names(definition));
        if (definition instanceof ForeignKey key) {
            use(key.target(), key.targetColumns());
        }
    }

    private void relation(Table table) {
        tables.add(table.name());
        names.add(table.name());
        table.constraints().forEach(constraint -> constraint(table.name(), constraint.name(), constraint));
        table.indexes().forEach(index -> index(table.name(), index.name(), index));
    }

    private void use(QualifiedName table, Collection<String> columns) {
        used.add(new Part(table, null));
        columns.forEach(column -> used.add(new Part(table, column)));
    }

    /** Whether the other, which comes later, has to. */
    boolean comesBefore(Footprint later) {
        return reach == Reach.EVERYTHING
                || reach == Reach.LATER
                || later.reach == Reach.EVERYTHING
                || later.reach == Reach.EARLIER
                || touches(later);
    }

    /** Whether the two have something in common. */
    boolean touches(Footprint other) {
        return !Collections.disjoint(names, other.names)
                || !Collections.disjoint(shaped, other.shaped)
                || !Collections.disjoint(shaped, other.used)
                || !Collections.disjoint(used, other.shaped)
                || usesAny(other.tables)
                || other.usesAny(tables);
    }

    private boolean usesAny(Set<QualifiedName> others) {
        return others.stream().anyMatch(table -> used.contains(new Part(table, null)));
    }
}
