package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The renames that were asked for, resolved against both catalogs. Tables by their old names, columns by the new names of
 * their tables.
 */
final class Renames {
    private final Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
    private final Map<QualifiedName, QualifiedName> sequences = new TreeMap<>();
    private final Map<ColumnRef, String> columns = new TreeMap<>();

    private final Map<String, Table> liveTables;
    private final Map<QualifiedName, Table> desiredTables;
    private final Set<QualifiedName> liveSequences;
    private final Set<QualifiedName> desiredSequences;

    private Renames(Catalog desired, Catalog live) {
        liveTables = live.tables().stream()
                .collect(Collectors.toMap(table -> table.name().toString(), table -> table));
        desiredTables = desired.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
        liveSequences = live.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        desiredSequences = desired.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
    }

    /**
     * Finds out what each rename means.
     *
     * @throws DifferException if it names what is not there
     */
    static Renames resolve(List<Rename> asked, Catalog desired, Catalog live) {
        Renames renames = new Renames(desired, live);
        Set<Rename> columns = new HashSet<>();
        for (Rename rename : asked) {
            if (!renames.resolveWhole(rename)) {
                columns.add(rename);
            }
        }
        asked.stream().filter(columns::contains).forEach(renames::resolveColumn);
        return renames;
    }

    private boolean resolveWhole(Rename rename) {
        Table table = liveTables.get(rename.from());
        if (table != null) {
            QualifiedName to = table.name().withName(lastPart(rename.to()));
            demand(desiredTables.containsKey(to), rename, "the model has no table " + to);
            demand(!liveTables.containsKey(to.toString()), rename, "the database has a table " + to + " already");
            tables.put(table.name(), to);
            return true;
        }
        for (QualifiedName sequence : liveSequences) {
            if (sequence.toString().equals(rename.from())) {
                QualifiedName to = sequence.withName(lastPart(rename.to()));
                demand(desiredSequences.contains(to), rename, "the model has no sequence " + to);
                demand(!liveSequences.contains(to), rename, "the database has a sequence " + to + " already");
                sequences.put(sequence, to);
                return true;
            }
        }
        return false;
    }

    private void resolveColumn(Rename rename) {
        int dot = rename.from().lastIndexOf('.');
        String owner = dot < 0 ? rename.from() : rename.from().substring(0, dot);
        Table table = liveTables.get(owner);
        if (table == null) {
            table = tables.entrySet().stream()
                    .filter(entry -> entry.getValue().toString().equals(owner))
                    .map(entry -> liveTables.get(entry.getKey().toString()))
                    .findFirst()
                    .orElse(null);
        }
        demand(dot > 0 && table != null, rename, "the database has nothing of that name");
        String from = rename.from().substring(dot + 1);
        String to = lastPart(rename.to());
        QualifiedName name = tables.getOrDefault(table.name(), table.name());
        demand(table.column(from).isPresent(), rename, "the database has no column " + from + " in " + table.name());
        demand(
                table.column(to).isEmpty(),
                rename,
                "the database has a column " + to + " in " + table.name() + " already");
        Table wanted = desiredTables.get(name);
        demand(
                wanted != null && wanted.column(to).isPresent(),
                rename,
                "the model has no column " + to + " in " + name);
        columns.put(new ColumnRef(name, from), to);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void demand(boolean condition, Rename rename, String otherwise) {
        if (!condition) {
            throw new DifferException("The rename " + rename + " cannot be: " + otherwise
                    + ". Write OLD=NEW with the name in the database before and the name in the model after the"
                    + " equals sign.");
        }
    }

    /** The operations that carry the renames out. */
    void addTo(Steps steps) {
        tables.forEach((from, to) -> steps.add(Phase.RENAME_TABLE, new RenameTable(from, to.name()), List.of()));
        sequences.forEach((from, to) -> steps.add(Phase.RENAME_TABLE, new RenameSequence(from, to.name()), List.of()));
        columns.forEach((from, to) ->
                steps.add(Phase.RENAME_COLUMN, new RenameColumn(from.table(), from.column(), to), List.of()));
    }

    /** The live catalog once they are carried out. */
    Catalog applyTo(Catalog live) {
        if (isEmpty()) {
            return live;
        }
        Map<QualifiedName, Map<String, String>> columnsByTable = new HashMap<>();
        columns.forEach((from, to) -> columnsByTable
                .computeIfAbsent(from.table(), table -> new HashMap<>())
                .put(from.column(), to));
        TableRenaming renaming = new TableRenaming(tables, columnsByTable);
        return live.withTables(live.tables().stream().map(renaming::apply).toList())
                .withSequences(live.sequences().stream()
                        .map(sequence -> new Sequence(
                                sequences.getOrDefault(sequence.name(), sequence.name()),
                                sequence.type(),
                                sequence.options(),
                                renaming.apply(sequence.ownedBy()),
                                sequence.comment()))
                        .toList());
    }

    /** The claims by the names that things have then. */
    Claims applyTo(Claims claims) {
        return isEmpty()
                ? claims
                : new Claims(claims.objects().stream().map(this::applyTo).collect(Collectors.toSet()));
    }

    private ObjectRef applyTo(ObjectRef ref) {
        if (ref.kind() == ObjectRef.Kind.SEQUENCE) {
            return ref.withOwner(sequences.getOrDefault(ref.owner(), ref.owner()));
        }
        ObjectRef moved = ref.kind() == ObjectRef.Kind.ENUM_TYPE || ref.kind() == ObjectRef.Kind.DOMAIN
                ? ref
                : ref.withOwner(tables.getOrDefault(ref.owner(), ref.owner()));
        if (moved.part() == null || !moved.belongsToColumn(moved.owner(), moved.part())) {
            return moved;
        }
        return moved.withPart(columns.getOrDefault(new ColumnRef(moved.owner(), moved.part()), moved.part()));
    }

    private boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && columns.isEmpty();
    }
}
