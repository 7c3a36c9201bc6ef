package dev.autogen.differ.hazard;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.List;
import java.util.Optional;

/** What has to make way comes back without what autogen has no words for. */
final class NotRestored extends HazardRule {

    NotRestored() {
        super(
                "not-restored",
                Severity.WARNING,
                "An index, a constraint or a type is made anew without its comment, grants or the like");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (moment.operation() instanceof RebuildEnum rebuild) {
            QualifiedName type = rebuild.to().name();
            List<String> own = moment.attached(type);
            return own.isEmpty()
                    ? List.of()
                    : List.of(about(type, "makes type " + type + " anew without " + String.join(", ", own)));
        }
        return table(moment.operation())
                .flatMap(table -> RemadePart.of(moment)
                        .filter(part -> !part.lost().isEmpty())
                        .map(part -> about(
                                table,
                                part.kind() + " " + part.name() + " of " + table + " comes back without "
                                        + String.join(", ", part.lost()))))
                .stream()
                .toList();
    }

    private static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return Optional.of(create.table());
        }
        return operation instanceof AddConstraint add ? Optional.of(add.table()) : Optional.empty();
    }
}
