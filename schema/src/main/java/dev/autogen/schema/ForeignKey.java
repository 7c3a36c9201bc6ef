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
 * @param enforced false for one that is {@code NOT ENFORCED}, which no row is held to (PostgreSQL 18)
 * @param period whether the last column of either side is a {@code PERIOD}: a range that those of the referenced rows
 *     must cover (PostgreSQL 18)
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
        boolean validated,
        boolean enforced,
        boolean period)
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

    /** A foreign key that is enforced and no temporal one; the name may be null. */
    public ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            List<String> onDeleteColumns,
            ReferentialAction onUpdate,
            boolean matchFull,
            Deferrability deferrability,
            boolean validated) {
        this(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                matchFull,
                deferrability,
                validated,
                true,
                false);
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
        return with(name, columns, target, targetColumns, action, List.of(), onUpdate, validated);
    }

    public ForeignKey withOnUpdate(ReferentialAction action) {
        return with(name, columns, target, targetColumns, onDelete, onDeleteColumns, action, validated);
    }

    public ForeignKey withValidated(boolean newValidated) {
        return with(name, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, newValidated);
    }

    /** The same key with another target. */
    public ForeignKey withTarget(QualifiedName newTarget, List<String> newTargetColumns) {
        return with(name, columns, newTarget, newTargetColumns, onDelete, onDeleteColumns, onUpdate, validated);
    }

    /** The same key over other columns of its own table. */
    public ForeignKey withColumns(List<String> newColumns, List<String> newOnDeleteColumns) {
        return with(name, newColumns, target, targetColumns, onDelete, newOnDeleteColumns, onUpdate, validated);
    }

    @Override
    public ForeignKey withName(String newName) {
        return with(newName, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, validated);
    }

    private ForeignKey with(
            String newName,
            List<String> newColumns,
            QualifiedName newTarget,
            List<String> newTargetColumns,
            ReferentialAction newOnDelete,
            List<String> newOnDeleteColumns,
            ReferentialAction newOnUpdate,
            boolean newValidated) {
        return new ForeignKey(
                newName,
                newColumns,
                newTarget,
                newTargetColumns,
                newOnDelete,
                newOnDeleteColumns,
                newOnUpdate,
                matchFull,
                deferrability,
                newValidated,
                enforced,
                period);
    }

    @Override
    public boolean hasIndex() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
