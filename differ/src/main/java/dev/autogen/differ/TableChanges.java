package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;

/** Turns what becomes of one table into steps. */
final class TableChanges {
    private final TableDelta delta;
    private final Names names;
    private final Steps steps;
    private final OwnedSequences owned;
    private final QualifiedName table;

    TableChanges(TableDelta delta, Names names, Steps steps, OwnedSequences owned) {
        this.delta = delta;
        this.names = names;
        this.steps = steps;
        this.owned = owned;
        this.table = delta.live().name();
    }

    void emit() {
        delta.constraints().forEach(this::constraint);
        delta.indexes().forEach(this::index);
        delta.droppedColumns()
                .forEach((column, reason) -> steps.add(
                        dropPhase(column), new DropColumn(table, column.name(), owned.dropped(table, column)), reason));
        delta.addedColumns().forEach(this::add);
        delta.alterations()
                .forEach(alteration ->
                        steps.add(phase(alteration.operation()), alteration.operation(), alteration.reasons()));
    }

    private static Phase phase(Operation alteration) {
        if (alteration instanceof DropExpression) {
            return Phase.DROP_GENERATED_COLUMN;
        }
        return alteration instanceof SetTableComment ? Phase.COMMENT : Phase.ALTER_COLUMN;
    }

    private void add(Column column, String reason) {
        steps.add(
                column.generated() == null ? Phase.ADD_COLUMN : Phase.ADD_GENERATED_COLUMN,
                new AddColumn(table, owned.created(table, column)),
                reason);
    }

    private Phase dropPhase(Column column) {
        if (column.generated() != null) {
            return Phase.DROP_GENERATED_COLUMN;
        }
        if (delta.retyped().contains(column.name())) {
            return Phase.DROP_COLUMN_FOR_ITS_TYPE;
        }
        return delta.returningColumns().contains(column.name()) ? Phase.DROP_COLUMN_FOR_ITS_NAME : Phase.DROP_COLUMN;
    }

    private void constraint(Fate<Constraint> fate) {
        Constraint live = fate.live();
        if (fate.goes()) {
            steps.add(dropPhase(live), new DropConstraint(table, live.name(), live), fate.reason());
        }
        if (fate.comes()) {
            Constraint named = names.named(delta.desired(), fate.desired());
            steps.add(
                    named instanceof ForeignKey ? Phase.ADD_FOREIGN_KEY : Phase.ADD_CONSTRAINT,
                    new AddConstraint(table, named),
                    fate.reason());
        }
        if (fate.kind() == Fate.Kind.RENAMED) {
            rename(PartRename.kind(live.hasIndex()), live.name(), fate.desired().name());
        } else if (fate.kind() == Fate.Kind.VALIDATED) {
            steps.add(
                    Phase.VALIDATE_CONSTRAINT,
                    new ValidateConstraint(table, live.name(), live),
                    "its rows have not been looked at");
        }
    }

    private static Phase dropPhase(Constraint constraint) {
        return constraint instanceof ForeignKey ? Phase.DROP_FOREIGN_KEY : Phase.DROP_CONSTRAINT;
    }

    private void index(Fate<Index> fate) {
        Index live = fate.live();
        if (fate.goes()) {
            steps.add(Phase.DROP_INDEX, new DropIndex(table, live.name(), live, false), fate.reason());
        }
        if (fate.comes()) {
            steps.add(
                    Phase.CREATE_INDEX,
                    new CreateIndex(table, names.named(delta.desired(), fate.desired()), false),
                    fate.reason());
        }
        if (fate.kind() == Fate.Kind.RENAMED) {
            rename(PartRename.Kind.INDEX, live.name(), fate.desired().name());
        }
    }

    private void rename(PartRename.Kind kind, String from, String to) {
        steps.rename(Phase.RENAME_PART, new PartRename(table, kind, from, to).move());
    }
}
