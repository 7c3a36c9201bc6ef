package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds out what each rename that was asked for means. All are meant by the names of now, as if at once. */
final class RenameRequests {
    final Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
    final Map<QualifiedName, QualifiedName> sequences = new TreeMap<>();
    /** By the new names of their tables. */
    final Map<ColumnRef, String> columns = new TreeMap<>();
    /** Labels of enum types, as if they were columns. */
    final Map<ColumnRef, String> labels = new TreeMap<>();

    private final Map<QualifiedName, Table> liveTables = new HashMap<>();
    private final Map<QualifiedName, Table> desiredTables = new HashMap<>();
    private final Map<QualifiedName, EnumType> liveTypes = new HashMap<>();
    private final Map<QualifiedName, EnumType> desiredTypes = new HashMap<>();
    private final LinkedHashSet<QualifiedName> liveSequences = new LinkedHashSet<>();
    private final LinkedHashSet<QualifiedName> desiredSequences = new LinkedHashSet<>();

    private RenameRequests(Catalog desired, Catalog live) {
        live.tables().forEach(table -> liveTables.put(table.name(), table));
        desired.tables().forEach(table -> desiredTables.put(table.name(), table));
        live.enumTypes().forEach(type -> liveTypes.put(type.name(), type));
        desired.enumTypes().forEach(type -> desiredTypes.put(type.name(), type));
        live.sequences().stream().map(Sequence::name).forEach(liveSequences::add);
        desired.sequences().stream().map(Sequence::name).forEach(desiredSequences::add);
    }

    boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty() && sequences.isEmpty() && labels.isEmpty();
    }

    /**
     * Resolves them.
     *
     * @throws DifferException if one names what is not there, if its new name is not free, or if two contradict each
     *     other
     */
    static RenameRequests resolve(List<Rename> asked, Catalog desired, Catalog live) {
        RenameRequests requests = new RenameRequests(desired, live);
        List<Rename> each = RenamePattern.expanded(asked, desired, live);
        LinkedHashSet<Rename> parts = new LinkedHashSet<>();
        for (Rename rename : new LinkedHashSet<>(each)) {
            boolean whole = requests.whole("table", rename, requests.liveTables.keySet(), requests.tables)
                    || requests.whole("sequence", rename, requests.liveSequences, requests.sequences);
            if (!whole) {
                parts.add(rename);
            }
        }
        parts.forEach(requests::part);
        for (Rename rename : each) {
            requests.checkWhole(
                    "table",
                    rename,
                    requests.tables,
                    requests.liveTables::containsKey,
                    requests.desiredTables::containsKey);
            requests.checkWhole(
                    "sequence",
                    rename,
                    requests.sequences,
                    requests.liveSequences::contains,
                    requests.desiredSequences::contains);
        }
        requests.checkParts();
        return requests;
    }

    private boolean whole(
            String kind, Rename rename, Iterable<QualifiedName> live, Map<QualifiedName, QualifiedName> resolved) {
        for (QualifiedName from : live) {
            if (from.toString().equals(rename.from())) {
                String prefix = from.schema() == null ? "" : from.schema() + ".";
                QualifiedName to = from.withName(
                        rename.to().startsWith(prefix) ? rename.to().substring(prefix.length()) : rename.to());
                demand(!to.equals(from), rename, "the two names are the same");
                QualifiedName other = resolved.put(from, to);
                demand(other == null || other.equals(to), rename, kind + " " + from + " is also renamed to " + other);
                return true;
            }
        }
        return false;
    }

    private void checkWhole(
            String kind,
            Rename rename,
            Map<QualifiedName, QualifiedName> resolved,
            Predicate<QualifiedName> exists,
            Predicate<QualifiedName> isWanted) {
        resolved.forEach((from, to) -> {
            if (from.toString().equals(rename.from())) {
                demand(isWanted.test(to), rename, "the model has no " + kind + " " + to + cutAt(to.name()));
                demand(
                        !exists.test(to) || resolved.containsKey(to),
                        rename,
                        "the database has a " + kind + " " + to + " already");
                demand(
                        resolved.values().stream().filter(to::equals).count() == 1,
                        rename,
                        "another " + kind + " is renamed to " + to + " as well");
            }
        });
    }

    private void part(Rename rename) {
        Optional<Table> table = owner(rename.from(), liveTables, this::nameOfNow);
        Optional<EnumType> type = owner(rename.from(), liveTypes, UnaryOperator.identity());
        if (table.isPresent()) {
            column(rename, table.get());
        } else {
            boolean done = liveTables.containsKey(QualifiedName.of(rename.to()))
                    || liveSequences.contains(QualifiedName.of(rename.to()));
            demand(
                    type.isPresent(),
                    rename,
                    "the database has nothing of that name"
                            + (done ? ", but it has " + rename.to() + ", as if that had been done" : ""));
            label(rename, type.get());
        }
    }

    /** What a table is called before its rename. */
    QualifiedName before(QualifiedName table) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
    }

    /** Someone may call a renamed table by its new name. */
    private QualifiedName nameOfNow(QualifiedName name) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name) && !liveTables.containsKey(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    /** That of which the text names a part, behind a dot. */
    private static <T> Optional<T> owner(
            String text, Map<QualifiedName, T> candidates, UnaryOperator<QualifiedName> nameOfNow) {
        for (int dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
            String prefix = text.substring(0, dot);
            int schemaEnd = prefix.indexOf('.');
            QualifiedName plain = nameOfNow.apply(QualifiedName.of(prefix));
            QualifiedName qualified = schemaEnd < 0
                    ? plain
                    : nameOfNow.apply(
                            new QualifiedName(prefix.substring(0, schemaEnd), prefix.substring(schemaEnd + 1)));
            T found = candidates.getOrDefault(qualified, candidates.get(plain));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private void column(Rename rename, Table table) {
        QualifiedName name = tables.getOrDefault(table.name(), table.name());
        String from = partName(rename, rename.from(), table.name(), name);
        String to = partName(rename, rename.to(), table.name(), name);
        demand(
                table.column(from).isPresent(),
                rename,
                "the database has no column " + from + " in " + table.name()
                        + (table.column(to).isPresent() ? ", but it has " + to + ", as if that had been done" : ""));
        Table wanted = desiredTables.get(name);
        demand(
                wanted != null && wanted.column(to).isPresent(),
                rename,
                "the model has no column " + to + " in " + name + cutAt(to));
        put("column", rename, new ColumnRef(name, from), to, columns);
    }

    private void label(Rename rename, EnumType type) {
        String from = partName(rename, rename.from(), type.name(), type.name());
        String to = partName(rename, rename.to(), type.name(), type.name());
        demand(type.labels().contains(from), rename, "the database has no value " + from + " in enum " + type.name());
        EnumType wanted = desiredTypes.get(type.name());
        demand(
                wanted != null && wanted.labels().contains(to),
                rename,
                "the model has no value " + to + " in enum " + type.name());
        put("value", rename, new ColumnRef(type.name(), from), to, labels);
    }

    private void put(String kind, Rename rename, ColumnRef from, String to, Map<ColumnRef, String> resolved) {
        demand(!from.column().equals(to), rename, "the two names are the same");
        String other = resolved.put(from, to);
        demand(other == null || other.equals(to), rename, kind + " " + from + " is also renamed to " + other);
        resolved.forEach((one, name) -> demand(
                one.equals(from) || !one.table().equals(from.table()) || !name.equals(to),
                rename,
                "another " + kind + " is renamed to " + to + " as well"));
    }

    /** The part's own name, once the name of its owner is taken off. */
    private static String partName(Rename rename, String text, QualifiedName owner, QualifiedName newOwner) {
        for (QualifiedName name : List.of(owner, newOwner)) {
            for (String prefix : List.of(name + ".", name.name() + ".")) {
                if (text.startsWith(prefix)) {
                    return text.substring(prefix.length());
                }
            }
        }
        demand(text.equals(rename.to()), rename, "it is not said of what " + text + " is part");
        return text;
    }

    /** That the new names of columns and labels are free. */
    private void checkParts() {
        columns.forEach((from, to) -> {
            QualifiedName table = before(from.table());
            boolean free =
                    liveTables.get(table).column(to).isEmpty() || columns.containsKey(new ColumnRef(from.table(), to));
            demand(
                    free,
                    new Rename(table + "." + from.column(), to),
                    "the database has a column " + to + " in " + table + " already");
        });
        labels.forEach((from, to) -> demand(
                !liveTypes.get(from.table()).labels().contains(to)
                        || labels.containsKey(new ColumnRef(from.table(), to)),
                new Rename(from.toString(), to),
                "the database has a value " + to + " in enum " + from.table() + " already"));
    }

    /** Why a long name may not be found. */
    private static String cutAt(String name) {
        String cut = Identifiers.cut(name);
        return cut.equals(name) ? "" : ", for PostgreSQL cuts names at 63 bytes: " + cut;
    }

    static void demand(boolean condition, Rename rename, String otherwise) {
        if (!condition) {
            throw new DifferException("The rename " + rename + " cannot be: " + otherwise
                    + ". Write OLD=NEW with the name in the database before and the name in the model after the"
                    + " equals sign.");
        }
    }
}
