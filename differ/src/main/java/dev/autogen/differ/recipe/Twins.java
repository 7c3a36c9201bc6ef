package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.differ.Mentions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.TableRenaming;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes without the renames of columns that can be done by {@linkplain Twin two columns}: instead of a rename, a column
 * comes with all that is over the old one, and the old one goes when its version is gone.
 */
final class Twins {
    private final SchemaDiff diff;
    private final Catalog live;
    private final TakenNames names;
    private final Map<ColumnRef, Twin> twins = new LinkedHashMap<>();
    private final Map<QualifiedName, Map<String, String>> renamed = new LinkedHashMap<>();
    /** What constraints and indexes are called afterwards that get another name with the rename. */
    private final Map<QualifiedName, String> newNames = new HashMap<>();

    private final Set<Operation> replaced = new HashSet<>();
    private final List<Placed> changes = new ArrayList<>();

    /**
     * A change, and the stage it belongs to where that is settled.
     *
     * @param change the change
     * @param stage the stage; empty where it follows from the operation
     */
    record Placed(Change change, Optional<Stage.Kind> stage) {}

    Twins(SchemaDiff diff, Catalog live) {
        this.diff = diff;
        this.live = live;
        this.names = TakenNames.of(live, diff.upgrade(), diff.downgrade());
        for (Change change : diff.changes()) {
            if (change.operation() instanceof RenameColumn rename) {
                live.table(rename.table())
                        .flatMap(table -> table.column(rename.from()))
                        .filter(column -> canBeTwo(rename, column))
                        .ifPresent(column -> add(rename, column));
            }
        }
        if (twins.isEmpty()) {
            diff.changes().forEach(change -> changes.add(new Placed(change, Optional.empty())));
        } else {
            replace();
        }
    }

    List<Placed> changes() {
        return changes;
    }

    /** The two columns, by either. */
    Map<ColumnRef, Twin> byColumn() {
        Map<ColumnRef, Twin> both = new HashMap<>();
        twins.values().forEach(twin -> {
            both.put(new ColumnRef(twin.table(), twin.old()), twin);
            both.put(new ColumnRef(twin.table(), twin.now()), twin);
        });
        return both;
    }

    private void add(RenameColumn rename, Column column) {
        twins.put(
                new ColumnRef(rename.table(), rename.to()),
                new Twin(rename.table(), rename.from(), rename.to(), column.type()));
        renamed.computeIfAbsent(rename.table(), key -> new LinkedHashMap<>()).put(rename.from(), rename.to());
        replaced.add(rename);
    }

    /** Whether values can be held twice: nobody else refers to them, and the database does not make them itself. */
    private boolean canBeTwo(RenameColumn rename, Column column) {
        Table table = live.table(rename.table()).orElseThrow();
        ColumnRef old = new ColumnRef(rename.table(), rename.from());
        boolean made = column.identity() != null
                || column.generated() != null
                || live.sequences().stream().anyMatch(sequence -> old.equals(sequence.ownedBy()));
        boolean key = table.partitionKey() != null
                || (table.primaryKey() != null && table.primaryKey().columns().contains(rename.from()))
                || live.tables().stream()
                        .flatMap(each -> each.foreignKeys().stream())
                        .anyMatch(foreign -> isOf(foreign, old));
        boolean used = diff.dependents().stream()
                        .anyMatch(each -> each.on().contains(Touched.column(rename.table(), rename.from())))
                || table.columns().stream()
                        .anyMatch(each -> each.generated() != null
                                && Mentions.any(
                                        Set.of(rename.from()), each.generated().expression()));
        return !made && !key && !used && table.column(rename.to()).isEmpty() && keepsType(rename);
    }

    private static boolean isOf(ForeignKey key, ColumnRef column) {
        return key.target().equals(column.table()) && key.targetColumns().contains(column.column());
    }

    private boolean keepsType(RenameColumn rename) {
        return diff.changes().stream()
                .map(Change::operation)
                .filter(operation -> isAbout(operation, rename.table(), rename.to()))
                .allMatch(operation -> ((AlterColumn) operation)
                        .changes().stream()
                                .allMatch(change -> change instanceof ColumnChange.Default
                                        || change instanceof ColumnChange.Nullability
                                        || change instanceof ColumnChange.Comment));
    }

    private static boolean isAbout(Operation operation, QualifiedName table, String column) {
        return operation instanceof AlterColumn alter
                && alter.table().equals(table)
                && alter.column().equals(column);
    }

    private void replace() {
        List<Placed> last = new ArrayList<>();
        Map<QualifiedName, Change> causes = new LinkedHashMap<>();
        for (Change change : diff.changes()) {
            if (replaced.contains(change.operation())) {
                causes.put(((RenameColumn) change.operation()).table(), change);
            }
            note(change.operation());
        }
        for (Change change : diff.changes()) {
            Operation operation = change.operation();
            if (operation instanceof RenameColumn rename && replaced.contains(rename)) {
                columns(change, rename, last);
                if (causes.get(rename.table()).equals(change)) {
                    parts(change, rename.table(), last);
                }
            } else if (!replaced.contains(operation)) {
                changes.add(new Placed(change, Optional.empty()));
            }
        }
        changes.addAll(last);
    }

    /** What is part of the rename: what follows it by name, and what else becomes of the column. */
    private void note(Operation operation) {
        if (operation instanceof RenameConstraint rename && isOver(rename.table(), rename.from())) {
            newNames.put(rename.table().withName(rename.from()), rename.to());
            replaced.add(rename);
        } else if (operation instanceof RenameIndex rename && isOver(rename.table(), rename.from())) {
            newNames.put(rename.table().withName(rename.from()), rename.to());
            replaced.add(rename);
        } else if (operation instanceof AlterColumn alter
                && twins.containsKey(new ColumnRef(alter.table(), alter.column()))) {
            replaced.add(alter);
        }
    }

    /** Whether a constraint or index of that name is over a column that becomes two. */
    private boolean isOver(QualifiedName table, String name) {
        Set<String> columns = renamed.getOrDefault(table, Map.of()).keySet();
        return live.table(table).stream()
                .anyMatch(known -> known.constraints().stream()
                                .anyMatch(each -> each.name().equals(name) && isOver(columns, Mentions.names(each)))
                        || known.indexes().stream()
                                .anyMatch(each -> each.name().equals(name) && isOver(columns, Mentions.names(each))));
    }

    private static boolean isOver(Set<String> columns, Set<String> names) {
        return columns.stream().anyMatch(names::contains);
    }

    private void columns(Change cause, RenameColumn rename, List<Placed> last) {
        Column old =
                live.table(rename.table()).orElseThrow().column(rename.from()).orElseThrow();
        Column wanted = old.withName(rename.to());
        for (Change change : diff.changes()) {
            if (isAbout(change.operation(), rename.table(), rename.to())) {
                wanted = with(wanted, (AlterColumn) change.operation());
            }
        }
        expand(cause, new AddColumn(rename.table(), wanted.withNullable(true).withDefault(null)));
        List<ColumnChange> left = new ArrayList<>();
        if (wanted.defaultValue() != null) {
            left.add(new ColumnChange.Default(wanted.defaultValue(), null));
        }
        if (!wanted.nullable()) {
            left.add(new ColumnChange.Nullability(false));
        }
        if (!left.isEmpty()) {
            last.add(contract(cause, new AlterColumn(rename.table(), rename.to(), left)));
        }
        last.add(contract(cause, new DropColumn(rename.table(), rename.from(), old)));
    }

    private static Column with(Column column, AlterColumn alter) {
        Column changed = column;
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.Default value) {
                changed = changed.withDefault(value.to());
            } else if (change instanceof ColumnChange.Nullability nullability) {
                changed = changed.withNullable(nullability.nullable());
            } else if (change instanceof ColumnChange.Comment comment) {
                changed = changed.withComment(comment.to());
            }
        }
        return changed;
    }

    /** Constraints and indexes over the old columns come over the new ones, too, before the old ones go. */
    private void parts(Change cause, QualifiedName name, List<Placed> last) {
        Table table = live.table(name).orElseThrow();
        Map<String, String> columns = renamed.get(name);
        Table after = TableRenaming.columns(table, columns);
        List<Placed> drops = new ArrayList<>();
        List<Placed> renames = new ArrayList<>();
        for (int i = 0; i < table.constraints().size(); i++) {
            Constraint old = table.constraints().get(i);
            if (isOver(columns.keySet(), Mentions.names(old)) && isKept(name, old.name())) {
                String meanwhile = meanwhile(name, old.name());
                expand(cause, new AddConstraint(name, after.constraints().get(i).withName(meanwhile)));
                drops.add(contract(cause, new DropConstraint(name, old.name(), old)));
                if (!meanwhile.equals(finalName(name, old.name()))) {
                    renames.add(contract(cause, new RenameConstraint(name, meanwhile, old.name())));
                }
            }
        }
        for (int i = 0; i < table.indexes().size(); i++) {
            Index old = table.indexes().get(i);
            if (isOver(columns.keySet(), Mentions.names(old)) && isKept(name, old.name())) {
                String meanwhile = meanwhile(name, old.name());
                expand(cause, new CreateIndex(name, after.indexes().get(i).withName(meanwhile), false));
                drops.add(contract(cause, new DropIndex(name, old.name(), old, false)));
                if (!meanwhile.equals(finalName(name, old.name()))) {
                    renames.add(contract(cause, new RenameIndex(name, meanwhile, old.name())));
                }
            }
        }
        last.addAll(0, drops);
        last.addAll(renames);
    }

    /** What the difference drops by itself, it also makes anew, if at all. */
    private boolean isKept(QualifiedName table, String part) {
        return diff.changes().stream().map(Change::operation).noneMatch(operation -> drops(operation, table, part));
    }

    private static boolean drops(Operation operation, QualifiedName table, String part) {
        if (operation instanceof DropConstraint drop) {
            return drop.table().equals(table) && drop.name().equals(part);
        }
        return operation instanceof DropIndex drop
                && drop.table().equals(table)
                && drop.name().equals(part);
    }

    private String finalName(QualifiedName table, String part) {
        return newNames.getOrDefault(table.withName(part), part);
    }

    private String meanwhile(QualifiedName table, String part) {
        String later = finalName(table, part);
        return Objects.equals(later, part) ? names.replacement(table, part) : later;
    }

    private void expand(Change cause, Operation operation) {
        changes.add(new Placed(new Change(operation, cause.reasons()), Optional.of(Stage.Kind.EXPAND)));
    }

    private static Placed contract(Change cause, Operation operation) {
        return new Placed(new Change(operation, cause.reasons()), Optional.of(Stage.Kind.CONTRACT));
    }
}
