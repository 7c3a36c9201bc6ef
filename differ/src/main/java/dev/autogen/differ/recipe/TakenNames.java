package dev.autogen.differ.recipe;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that something has, had or will have, so that what is there for a moment only gets another. */
final class TakenNames {
    private final Set<QualifiedName> taken = new HashSet<>();

    private TakenNames() {}

    static TakenNames of(Catalog live, List<Operation> upgrade, List<Operation> downgrade) {
        TakenNames names = new TakenNames();
        live.tables().forEach(names::take);
        live.sequences().forEach(sequence -> names.taken.add(sequence.name()));
        upgrade.forEach(operation -> names.taken.addAll(Footprint.of(operation).names()));
        downgrade.forEach(
                operation -> names.taken.addAll(Footprint.of(operation).names()));
        return names;
    }

    private void take(Table table) {
        taken.add(table.name());
        table.indexes().forEach(index -> taken.add(table.name().withName(index.name())));
        for (Constraint constraint : table.constraints()) {
            taken.add(table.name().withName(constraint.name()));
        }
    }

    /** A name for the index that takes the place of another. */
    String replacement(QualifiedName table, String name) {
        return free(table, name, "", "new");
    }

    /** A name for the check that no row is null. */
    String notNullCheck(QualifiedName table, String column) {
        return free(table, table.name(), column, "not_null_check");
    }

    private String free(QualifiedName table, String first, String second, String suffix) {
        for (int number = 0; ; number++) {
            String name = Identifiers.objectName(first, second, number == 0 ? suffix : suffix + number);
            if (taken.add(table.withName(name))) {
                return name;
            }
        }
    }
}
