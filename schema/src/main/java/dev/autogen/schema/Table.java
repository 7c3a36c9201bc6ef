package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with all that belongs to it. Columns stand in their declared or physical order; the other lists are sorted by
 * name, unnamed ones last by content, by whoever reads them, so that equal tables are equal records.
 *
 * @param name its name
 * @param columns its columns
 * @param primaryKey its primary key; null when it has none
 * @param uniqueConstraints its unique constraints
 * @param foreignKeys its foreign keys
 * @param checks its check constraints, the anonymous ones of columns among them
 * @param exclusions its exclusion constraints
 * @param indexes its indexes but for those behind constraints
 * @param comment the comment; null when there is none (or, in a model, none is declared)
 * @param partitionKey how its rows are told apart into partitions; null where the table is not partitioned
 * @param unmodelled what the database says of the table that these records have no words for, in phrases such as {@code
 *     is unlogged}; autogen keeps it and cannot restore it
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        PrimaryKey primaryKey,
        List<UniqueConstraint> uniqueConstraints,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<ExclusionConstraint> exclusions,
        List<Index> indexes,
        String comment,
        PartitionKey partitionKey,
        List<String> unmodelled) {

    public Table {
        requireNonNull(name, "name is null");
        columns = List.copyOf(columns);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        exclusions = List.copyOf(exclusions);
        indexes = List.copyOf(indexes);
        unmodelled = List.copyOf(unmodelled);
        // PostgreSQL keeps no empty comment.
        comment = "".equals(comment) ? null : comment;
    }

    /** A table of which these records say everything. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            PrimaryKey primaryKey,
            List<UniqueConstraint> uniqueConstraints,
            List<ForeignKey> foreignKeys,
            List<CheckConstraint> checks,
            List<ExclusionConstraint> exclusions,
            List<Index> indexes,
            String comment) {
        this(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                comment,
                null,
                List.of());
    }

    /** A table of columns without anything else. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** All constraints: primary key, unique, foreign keys, checks, exclusions. */
    public List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        all.addAll(uniqueConstraints);
        all.addAll(foreignKeys);
        all.addAll(checks);
        all.addAll(exclusions);
        return List.copyOf(all);
    }

    public Table withName(QualifiedName newName) {
        return new Table(
                newName,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                comment,
                partitionKey,
                unmodelled);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name,
                newColumns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                comment,
                partitionKey,
                unmodelled);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                newIndexes,
                comment,
                partitionKey,
                unmodelled);
    }

    public Table withComment(String newComment) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                newComment,
                partitionKey,
                unmodelled);
    }

    public Table withUnmodelled(List<String> newUnmodelled) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                comment,
                partitionKey,
                newUnmodelled);
    }

    public Table withPartitionKey(PartitionKey newPartitionKey) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                comment,
                newPartitionKey,
                unmodelled);
    }

    /** The same table with these constraints instead of its own, of whatever kinds, in their order. */
    public Table withConstraints(List<? extends Constraint> constraints) {
        return new Table(
                name,
                columns,
                constraints.stream()
                        .filter(PrimaryKey.class::isInstance)
                        .map(PrimaryKey.class::cast)
                        .findFirst()
                        .orElse(null),
                ofKind(UniqueConstraint.class, constraints),
                ofKind(ForeignKey.class, constraints),
                ofKind(CheckConstraint.class, constraints),
                ofKind(ExclusionConstraint.class, constraints),
                indexes,
                comment,
                partitionKey,
                unmodelled);
    }

    private static <C extends Constraint> List<C> ofKind(Class<C> kind, List<? extends Constraint> constraints) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
