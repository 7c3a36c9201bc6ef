package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name see {@link Constraint#name()}
 * @param columns the referencing columns
 * @param target the referenced table
 * @param targetColumns the referenced columns, as many as {@code columns} and in their order
 * @param onDelete what happens to referencing rows when the referenced one is deleted
 * @param onDeleteColumns with SET NULL or SET DEFAULT, the columns it is confined to (PostgreSQL 15); empty for all
 * @param onUpdate what happens to referencing rows when the referenced key changes
 * @param matchFull whether it is {@code MATCH FULL} rather than {@code MATCH SIMPLE}
 * @param deferrability when it is checked
 * @param validated false for one that is {@code NOT VALID}: existing rows have not been looked at
 */
public record ForeignKey(
        String name,
        List<String> columns,
        QualifiedName target,
        List<String> targetColumns,
        ReferentialAction onDelete,
        List<String> onDeleteColumns,
        ReferentialAction onUpdate,
        boolean matchFull,
        Deferrability deferrability,
        boolean validated)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        requireNonNull(target, "target is null");
        targetColumns = List.copyOf(targetColumns);
        requireNonNull(onDelete, "onDelete is null");
        onDeleteColumns = List.copyOf(onDeleteColumns);
        requireNonNull(onUpdate, "onUpdate is null");
        requireNonNull(deferrability, "deferrability is null");
    }

    /** A foreign key without options; the name may be null. */
    public static ForeignKey of(String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                ReferentialAction.NO_ACTION,
                List.of(),
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE,
                true);
    }

    public ForeignKey withOnDelete(ReferentialAction action) {
        return new ForeignKey(
                name, columns, target, targetColumns, action, List.of(), onUpdate, matchFull, deferrability, validated);
    }

    public ForeignKey withOnUpdate(ReferentialAction action) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onDeleteColumns,
                action,
                matchFull,
                deferrability,
                validated);
    }

    @Override
    public ForeignKey withName(String newName) {
        return new ForeignKey(
                newName,
                columns,
                target,
                targetColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                matchFull,
                deferrability,
                validated);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
