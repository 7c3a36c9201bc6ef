package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A name that SQL without quotes does not mean, or that PostgreSQL does not keep as it is. */
final class SurprisingName extends HazardRule {

    SurprisingName() {
        super("surprising-name", Severity.WARNING, "A new name has to be quoted wherever it is used, or is too long");
    }

    @Override
    List<Hazard> of(Moment moment) {
        Operation operation = moment.operation();
        if (operation instanceof CreateTable create) {
            QualifiedName table = create.table().name();
            Stream<String> columns = create.table().columns().stream().map(Column::name);
            return of(
                    table, null, Stream.concat(Stream.of(table.name()), columns).toList());
        }
        if (operation instanceof AddColumn add) {
            return of(add.table(), add.column().name(), List.of(add.column().name()));
        }
        if (operation instanceof RenameTable rename) {
            return of(rename.from().withName(rename.to()), null, List.of(rename.to()));
        }
        if (operation instanceof RenameColumn rename) {
            return of(rename.table(), rename.to(), List.of(rename.to()));
        }
        if (operation instanceof CreateSequence create) {
            return of(
                    create.sequence().name(),
                    null,
                    List.of(create.sequence().name().name()));
        }
        // Nobody writes these in a statement, so only their length matters.
        if (operation instanceof CreateIndex create) {
            return tooLong(create.table(), List.of(create.index().name()));
        }
        return operation instanceof AddConstraint add
                ? tooLong(add.table(), List.of(add.constraint().name()))
                : List.of();
    }

    private List<Hazard> of(QualifiedName object, String column, List<String> names) {
        List<Hazard> hazards = new ArrayList<>(tooLong(object, names));
        String keyWords = those(names, Identifiers::isReserved);
        if (!keyWords.isEmpty()) {
            hazards.add(about(
                    object,
                    column,
                    keyWords + ": a key word, which Hibernate writes without quotes unless the entity quotes it"));
        }
        String folded = those(names, name -> !Identifiers.isReserved(name) && !name.equals(Identifiers.fold(name)));
        if (!folded.isEmpty()) {
            hazards.add(about(
                    object, column, folded + ": capitals, so whoever writes it without quotes means another name"));
        }
        return hazards;
    }

    private List<Hazard> tooLong(QualifiedName object, List<String> names) {
        String tooLong = those(names, SurprisingName::isTooLong);
        return tooLong.isEmpty()
                ? List.of()
                : List.of(about(
                        object, tooLong + ": longer than " + Identifiers.MAX_BYTES + " bytes, so PostgreSQL cuts it"));
    }

    private static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > Identifiers.MAX_BYTES;
    }

    private static String those(List<String> names, Predicate<String> surprising) {
        return String.join(", ", names.stream().filter(surprising).toList());
    }
}
