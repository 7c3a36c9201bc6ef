package dev.autogen.differ.hazard;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether it runs to its end depends on the rows that are there. */
final class MayFail extends HazardRule {

    MayFail() {
        super("may-fail", Severity.WARNING, "It fails on rows that do not obey what is new");
    }

    @Override
    List<Hazard> of(Moment moment) {
        Operation operation = moment.operation();
        if (operation instanceof AlterColumn alter) {
            return ofColumn(alter, moment);
        }
        if (operation instanceof AddConstraint add) {
            return ofConstraint(add, moment);
        }
        if (operation instanceof ValidateConstraint validate) {
            return ofValidation(validate, moment);
        }
        if (operation instanceof CreateIndex create) {
            return ofIndex(create, moment);
        }
        if (operation instanceof RebuildEnum rebuild) {
            return ofEnum(rebuild, moment);
        }
        if (operation instanceof AlterDomain alter) {
            return alter.changes().stream().anyMatch(MayFail::tightens)
                    ? List.of(about(
                            alter.name(),
                            "fails if a column of domain " + alter.name() + " holds a value that violates it"))
                    : List.of();
        }
        return operation instanceof AlterSequence alter
                        && alter.changes().stream().anyMatch(change -> change.accept(TighterBounds.INSTANCE))
                ? List.of(
                        about(alter.name(), "fails if sequence " + alter.name() + " stands outside of its new bounds"))
                : List.of();
    }

    private List<Hazard> ofColumn(AlterColumn alter, Moment moment) {
        if (moment.isEmpty(alter.table())) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        String column = moment.named(alter.table(), alter.column());
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.Type type && type.using() != null && !isJudgedElsewhere(moment)) {
                hazards.add(about(
                        alter.table(),
                        alter.column(),
                        "fails if a value cannot be converted: " + column + " to " + type.to()));
            } else if (change instanceof ColumnChange.Nullability nullability
                    && !nullability.nullable()
                    && !NotNullProof.holds(moment, alter.table(), alter.column())) {
                hazards.add(about(
                        alter.table(), alter.column(), "fails if " + column + " holds nulls: fill them in first"));
            }
        }
        return hazards;
    }

    /** A type that is another kind, or a narrower one, has hazards of its own. */
    private static boolean isJudgedElsewhere(Moment moment) {
        return TypeChange.of(moment)
                .filter(change -> change.isForeign() || TypeWidth.mayOverflow(change.from(), change.to()))
                .isPresent();
    }

    private List<Hazard> ofConstraint(AddConstraint add, Moment moment) {
        List<Hazard> hazards = new ArrayList<>(unfitting(add.table(), moment));
        // An index that is there already has found the duplicates.
        if (hazards.isEmpty() && add.usingIndex() == null && !isSatisfied(add.constraint(), add.table(), moment)) {
            hazards.addAll(violated(add.table(), add.constraint(), moment));
        }
        return hazards;
    }

    private List<Hazard> ofValidation(ValidateConstraint validate, Moment moment) {
        Optional<Constraint> constraint = Optional.ofNullable(
                        moment.table(validate.table()).constraints().get(validate.name()))
                .map(ConstraintState::definition);
        if (constraint.isPresent()) {
            Constraint validated = constraint.get().accept(Validated.INSTANCE);
            boolean filled = moment.table(validate.table()).columns().entrySet().stream()
                    .anyMatch(column -> column.getValue().full() && NotNullProof.proves(validated, column.getKey()));
            return filled || isSatisfied(validated, validate.table(), moment)
                    ? List.of()
                    : violated(validate.table(), validated, moment);
        }
        return moment.isEmpty(validate.table())
                ? List.of()
                : List.of(about(
                        validate.table(),
                        validate.name() + " fails if " + moment.named(validate.table())
                                + " holds rows that violate it"));
    }

    private List<Hazard> violated(QualifiedName table, Constraint constraint, Moment moment) {
        String column = constraint.columns().size() == 1 ? constraint.columns().get(0) : null;
        return constraint.accept(Violation.INSTANCE).stream()
                .map(violation ->
                        about(table, column, constraint.name() + " fails if " + moment.named(table) + " " + violation))
                .toList();
    }

    private List<Hazard> ofIndex(CreateIndex create, Moment moment) {
        List<Hazard> hazards = new ArrayList<>(unfitting(create.table(), moment));
        Index index = create.index();
        List<String> columns = index.keys().stream().map(key -> key.column()).toList();
        boolean isNull = !index.nullsNotDistinct() && anyIsNull(columns, create.table(), moment);
        if (hazards.isEmpty() && index.unique() && !moment.isEmpty(create.table()) && !isNull) {
            hazards.add(about(
                    create.table(),
                    columns.size() == 1 ? columns.get(0) : null,
                    "fails if " + moment.named(create.table()) + " holds duplicates for index " + index.name()));
        }
        return hazards;
    }

    /** What computes something comes back as it was, and nobody has said that it can be computed from the new type. */
    private List<Hazard> unfitting(QualifiedName table, Moment moment) {
        return RemadePart.of(moment)
                .filter(part -> part.same() && !part.converted().isEmpty())
                .map(part -> about(
                        table,
                        part.kind() + " " + part.name()
                                + " comes back as it was, which fails if it does not fit the new type of " + table + "."
                                + String.join(", ", part.converted())))
                .stream()
                .toList();
    }

    private List<Hazard> ofEnum(RebuildEnum rebuild, Moment moment) {
        if (rebuild.uses().stream().allMatch(use -> moment.isEmpty(use.column().table()))) {
            return List.of();
        }
        List<String> labels = rebuild.to().labels();
        if (rebuild.from() == null) {
            return List.of(
                    about(rebuild.to().name(), "fails if a row holds another label than " + String.join(", ", labels)));
        }
        Set<String> lost = new TreeSet<>(rebuild.from().labels());
        lost.removeAll(Set.copyOf(labels));
        return lost.isEmpty()
                ? List.of()
                : List.of(about(
                        rebuild.to().name(), "fails if a row holds a label that goes: " + String.join(", ", lost)));
    }

    private static boolean tightens(DomainChange change) {
        if (change instanceof DomainChange.Nullability nullability) {
            return !nullability.nullable();
        }
        return change instanceof DomainChange.AddCheck added && added.check().validated();
    }

    /** Whether the constraint lets every row pass: there is none, or one of its columns is null in each. */
    private static boolean isSatisfied(Constraint constraint, QualifiedName table, Moment moment) {
        List<String> lenient = List.of();
        if (constraint instanceof ForeignKey key && !key.matchFull()) {
            lenient = key.columns();
        } else if (constraint instanceof UniqueConstraint unique && !unique.nullsNotDistinct()) {
            lenient = unique.columns();
        }
        return moment.isEmpty(table) || anyIsNull(lenient, table, moment);
    }

    private static boolean anyIsNull(List<String> columns, QualifiedName table, Moment moment) {
        return columns.stream()
                .anyMatch(column -> column != null
                        && moment.table(table)
                                .column(column)
                                .filter(ColumnState::empty)
                                .isPresent());
    }
}
