package dev.autogen.differ;

import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The renames that were asked for, and what follows from them, on the live side. */
final class Renames {
    private final RenameRequests requests;
    private final FollowingNames following;
    private final Catalog renamed;

    private Renames(RenameRequests requests, FollowingNames following, Catalog renamed) {
        this.requests = requests;
        this.following = following;
        this.renamed = renamed;
    }

    /**
     * Finds out what each rename means, and what follows.
     *
     * @param complete whether the desired side names everything
     * @throws DifferException if one of them cannot be
     */
    static Renames resolve(List<Rename> asked, Catalog desired, Catalog live, boolean complete) {
        RenameRequests requests = RenameRequests.resolve(asked, desired, live);
        requests.sequences.putAll(FollowingNames.sequences(requests, desired, live));
        CatalogRenaming renaming = new CatalogRenaming(requests, Set.copyOf(live.schemaNames()));
        Map<Table, Table> affected = new LinkedHashMap<>();
        for (Table table : requests.isEmpty() ? List.<Table>of() : live.tables()) {
            Table after = renaming.apply(table);
            if (!after.equals(table)) {
                affected.put(table, after);
            }
        }
        FollowingNames following = FollowingNames.of(affected, desired, live, complete);
        Catalog renamed = asked.isEmpty() ? live : renaming.apply(live);
        return new Renames(
                requests,
                following,
                following.parts().isEmpty()
                        ? renamed
                        : renamed.withTables(
                                renamed.tables().stream().map(following::apply).toList()));
    }

    /** The operations that carry the renames out. */
    void addTo(Steps steps) {
        requests.tables.forEach((from, to) -> steps.rename(
                Phase.RENAME_TABLE,
                new Move(
                        Move.relations(from.schema()),
                        from.name(),
                        to.name(),
                        (old, name) -> new RenameTable(from.withName(old), name))));
        requests.sequences.forEach((from, to) -> steps.rename(Phase.RENAME_TABLE, sequence(from, to)));
        requests.columns.forEach((from, to) -> steps.rename(
                Phase.RENAME_COLUMN,
                new Move(
                        List.of("columns", from.table().toString()),
                        from.column(),
                        to,
                        (old, name) -> new RenameColumn(from.table(), old, name))));
        requests.labels.forEach((from, to) -> steps.rename(
                Phase.RENAME_COLUMN,
                new Move(
                        List.of("labels", from.table().toString()),
                        from.column(),
                        to,
                        (old, name) -> new RenameEnumValue(from.table(), old, name))));
        following.parts().forEach(part -> steps.rename(Phase.RENAME_FOLLOWING, part.move()));
        following.serials().forEach((from, to) -> steps.rename(Phase.RENAME_FOLLOWING, sequence(from, to)));
    }

    private static Move sequence(QualifiedName from, QualifiedName to) {
        return new Move(
                Move.relations(from.schema()),
                from.name(),
                to.name(),
                (old, name) -> new RenameSequence(from.withName(old), name));
    }

    /** The tables that are renamed: the new name with the old one. */
    Map<QualifiedName, QualifiedName> tables() {
        Map<QualifiedName, QualifiedName> renamedFrom = new LinkedHashMap<>();
        requests.tables.forEach((from, to) -> renamedFrom.put(to, from));
        return renamedFrom;
    }

    /** The tables, by their names on either side, that are renamed or have columns that are. */
    Set<QualifiedName> concerned() {
        Set<QualifiedName> concerned = new TreeSet<>();
        requests.tables.forEach((from, to) -> concerned.addAll(List.of(from, to)));
        requests.columns
                .keySet()
                .forEach(column -> concerned.addAll(List.of(column.table(), requests.before(column.table()))));
        return concerned;
    }

    /** What else is renamed with them by itself, phrases. */
    List<String> alongside() {
        List<String> alongside = new ArrayList<>();
        requests.sequences.forEach((from, to) -> alongside.add("sequence " + from + " → " + to));
        following.serials().forEach((from, to) -> alongside.add("sequence " + from + " → " + to));
        int parts = following.parts().size();
        if (parts > 0) {
            alongside.add(parts == 1 ? "1 constraint or index" : parts + " constraints and indexes");
        }
        return alongside;
    }

    /** How someone says that a table or sequence is renamed. */
    static Rename of(QualifiedName from, QualifiedName to) {
        return new Rename(from.toString(), to.toString());
    }

    /**
     * How someone says that a column is renamed.
     *
     * @param table its table by its new name
     */
    Rename ofColumn(QualifiedName table, String from, String to) {
        return new Rename(requests.before(table) + "." + from, to);
    }

    /** The live catalog once they are carried out. */
    Catalog renamed() {
        return renamed;
    }

    /** The claims by the names that things have then. */
    Claims applyTo(Claims claims) {
        Map<ObjectRef, PartRename> parts = new LinkedHashMap<>();
        following.parts().forEach(part -> parts.put(part.ref(), part));
        return new Claims(claims.objects().stream()
                .map(this::applyTo)
                .map(ref -> parts.containsKey(ref) ? ref.withPart(parts.get(ref).to()) : ref)
                .collect(toSet()));
    }

    private ObjectRef applyTo(ObjectRef ref) {
        if (ref.kind() == ObjectRef.Kind.SEQUENCE) {
            return ref.withOwner(requests.sequences.getOrDefault(ref.owner(), ref.owner()));
        }
        ObjectRef moved = ref.kind() == ObjectRef.Kind.ENUM_TYPE || ref.kind() == ObjectRef.Kind.DOMAIN
                ? ref
                : ref.withOwner(requests.tables.getOrDefault(ref.owner(), ref.owner()));
        if (moved.part() == null || !moved.belongsToColumn(moved.owner(), moved.part())) {
            return moved;
        }
        return moved.withPart(requests.columns.getOrDefault(new ColumnRef(moved.owner(), moved.part()), moved.part()));
    }
}
