package dev.autogen.differ.recipe;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a difference comes to as a whole, for whoever judges a part of it. */
final class Prospect {
    private final Catalog live;
    private final Set<ColumnRef> twins;
    private final Set<QualifiedName> created = new HashSet<>();
    private final Map<ColumnRef, Column> added = new LinkedHashMap<>();
    private final Set<ColumnRef> numbered = new HashSet<>();
    private final Set<ColumnRef> converted = new HashSet<>();
    private final Set<ColumnRef> defaulted = new HashSet<>();
    private final Map<QualifiedName, List<Operation>> dropped = new HashMap<>();

    /**
     * @param operations all that the difference does
     * @param live what is there before
     * @param twins columns that a trigger fills
     */
    Prospect(List<Operation> operations, Catalog live, Set<ColumnRef> twins) {
        this.live = live;
        this.twins = Set.copyOf(twins);
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                created.add(create.table().name());
                create.table().columns().forEach(column -> add(create.table().name(), column));
            } else if (operation instanceof AddColumn add) {
                add(add.table(), add.column());
            } else if (operation instanceof DropConstraint drop) {
                dropped.computeIfAbsent(drop.table(), key -> new ArrayList<>()).add(drop);
            } else if (operation instanceof DropIndex drop) {
                dropped.computeIfAbsent(drop.table(), key -> new ArrayList<>()).add(drop);
            } else if (operation instanceof ContinueNumbering numbering) {
                numbered.add(numbering.column());
            } else if (operation instanceof AlterColumn alter
                    && alter.changes().stream().anyMatch(ColumnChange.Numbering.class::isInstance)) {
                numbered.add(new ColumnRef(alter.table(), alter.column()));
            }
        }
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter
                    && alter.changes().stream().anyMatch(Prospect::setsDefault)) {
                defaulted.add(new ColumnRef(alter.table(), alter.column()));
            } else if (operation instanceof RebuildEnum rebuild && losesLabels(rebuild)) {
                convertingAll(rebuild).uses().forEach(use -> converted.add(use.column()));
            }
        }
    }

    private void add(QualifiedName table, Column column) {
        added.put(new ColumnRef(table, column.name()), column);
    }

    /** Whether values may be in the way, so that the type is made anew when no version writes the old labels any more. */
    static boolean losesLabels(RebuildEnum rebuild) {
        return rebuild.from() != null
                && !rebuild.to().labels().containsAll(rebuild.from().labels());
    }

    static boolean setsDefault(ColumnChange change) {
        return change instanceof ColumnChange.Default value && value.to() != null;
    }

    /** Whether the difference gives the column a default. */
    boolean getsDefault(ColumnRef column) {
        return defaulted.contains(column);
    }

    /** What takes constraints and indexes away from a table. */
    List<Operation> dropped(QualifiedName table) {
        return dropped.getOrDefault(table, List.of());
    }

    /** Whether it is made with the difference, so that no version knows it that runs before. */
    boolean isNew(QualifiedName table) {
        return created.contains(table);
    }

    /** A table as it was before; empty where there was none of that name. */
    Optional<Table> before(QualifiedName table) {
        return live.table(table);
    }

    /** Whether the numbers of its rows come from elsewhere afterwards. */
    boolean isNumberedOtherwise(ColumnRef column) {
        return numbered.contains(column);
    }

    /** The column, where it comes with the difference. */
    Optional<Column> added(ColumnRef column) {
        return Optional.ofNullable(added.get(column));
    }

    /** Whether a version that does not know the column leaves null in it, as long as that is allowed. */
    boolean isLeftNull(QualifiedName table, String column) {
        ColumnRef reference = new ColumnRef(table, column);
        return !twins.contains(reference)
                && added(reference).filter(Prospect::isFilledByNobody).isPresent();
    }

    /** Whether one of the names is that of a column in which a version that does not know better may write something. */
    boolean isWritten(QualifiedName table, Set<String> names) {
        return before(table).isEmpty()
                || before(table).get().columns().stream().anyMatch(column -> names.contains(column.name()))
                || twins.stream().anyMatch(twin -> twin.table().equals(table) && names.contains(twin.column()));
    }

    /** Whether a row that says nothing of the column gets null. */
    static boolean isFilledByNobody(Column column) {
        return column.defaultValue() == null && column.identity() == null && column.generated() == null;
    }

    /** Whether the column was part of the primary key before, which keeps it from taking null. */
    boolean isInKey(QualifiedName table, String column) {
        return before(table)
                .map(Table::primaryKey)
                .filter(key -> key.columns().contains(column))
                .isPresent();
    }

    /** Whether the column was there before, and required. */
    boolean tookNoNull(QualifiedName table, String column) {
        return before(table)
                .flatMap(found -> found.column(column))
                .filter(found -> !found.nullable())
                .isPresent();
    }

    /** Whether something of that name is a sequence that whoever asks for numbers has to name. */
    boolean isSequence(QualifiedName name) {
        return live.sequences().stream().anyMatch(sequence -> sequence.name().equals(name));
    }

    /** Whether the constraint is over a column whose type is made anew when the old version is gone. */
    boolean isOfConverted(QualifiedName table, Constraint constraint) {
        return !converted.isEmpty() && !Collections.disjoint(converted, Expressions.columns(table, constraint));
    }

    /** The same type made anew, if it converts also the columns of it that come with the difference. */
    RebuildEnum convertingAll(RebuildEnum rebuild) {
        List<EnumUse> uses = new ArrayList<>(rebuild.uses());
        added.forEach((reference, column) -> {
            if (isOf(column.type(), rebuild.to().name())) {
                uses.add(new EnumUse(reference, column.type().dimensions() > 0, column.defaultValue()));
            }
        });
        return new RebuildEnum(rebuild.to(), rebuild.from(), uses);
    }

    private static boolean isOf(DataType column, QualifiedName type) {
        boolean foundByName = (column.schema() == null || type.schema() == null) && !DataType.isTaken(type.name());
        return column.name().equals(type.name()) && (foundByName || Objects.equals(column.schema(), type.schema()));
    }

    /** What is there before. */
    Catalog live() {
        return live;
    }
}
