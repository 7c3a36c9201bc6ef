package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A constant has gone from an enum of the entities, so that the database is to take its value no more. */
final class RemovedEnumValue extends HazardRule {

    RemovedEnumValue() {
        super(
                "removed-enum-value",
                Severity.WARNING,
                "Running instances still write a value that has no constant any more, and no entity reads it");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (moment.operation() instanceof RebuildEnum rebuild) {
            boolean used = moment.now().origin(rebuild.to().name()) != Origin.RUN && rebuild.from() != null;
            return used
                    ? lost(rebuild.from().labels(), rebuild.to().labels())
                            .map(values -> about(
                                    rebuild.to().name(),
                                    message(rebuild.to().name().toString(), values)))
                            .stream()
                            .toList()
                    : List.of();
        }
        return moment.operation() instanceof AddConstraint add && add.constraint() instanceof CheckConstraint check
                ? ofCheck(add.table(), check, moment)
                : List.of();
    }

    private List<Hazard> ofCheck(QualifiedName table, CheckConstraint check, Moment moment) {
        Optional<ValueList> after = ValueList.of(check.expression());
        if (after.isEmpty() || moment.isEmpty(table)) {
            return List.of();
        }
        String column = after.get().column();
        return Optional.ofNullable(moment.table(table).dropped().get(check.name()))
                .filter(CheckConstraint.class::isInstance)
                .flatMap(before -> ValueList.of(((CheckConstraint) before).expression()))
                .filter(before -> Objects.equals(before.column(), column))
                .flatMap(before -> lost(before.values(), after.get().values()))
                .map(values -> about(table, column, message(moment.named(table, column), values)))
                .stream()
                .toList();
    }

    private static String message(String what, String values) {
        return what + " takes " + values + " no more: running instances still write it, and rows may hold it";
    }

    private static Optional<String> lost(Collection<String> before, Collection<String> after) {
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(Set.copyOf(after));
        return lost.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lost));
    }
}
