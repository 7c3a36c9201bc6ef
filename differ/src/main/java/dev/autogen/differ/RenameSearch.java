package dev.autogen.differ;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.autogen.differ.Matching.Pair;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks for what goes, or is left over, while something alike comes. */
final class RenameSearch {
    /** More than anyone reads through. */
    private static final int CANDIDATES = 5;

    private final Catalog desired;
    private final Catalog live;
    private final Renames renames;
    private final Map<QualifiedName, Table> liveTables = new LinkedHashMap<>();
    private final List<Table> created = new ArrayList<>();
    private final List<Table> unknown;
    /** Tables that are there on both sides. */
    private final List<Pair<Table>> pairs = new ArrayList<>();

    /**
     * Looks through two catalogs.
     *
     * @param desired what is wanted
     * @param renames those that are told, which have been carried out already
     */
    RenameSearch(Catalog desired, Renames renames) {
        this.desired = desired;
        this.live = renames.renamed();
        this.renames = renames;
        live.tables().forEach(table -> liveTables.put(table.name(), table));
        Map<QualifiedName, Table> rest = new TreeMap<>(liveTables);
        for (Table table : desired.tables()) {
            Table found = rest.remove(table.name());
            if (found == null) {
                created.add(table);
            } else {
                pairs.add(new Pair<>(table, found));
            }
        }
        this.unknown = List.copyOf(rest.values());
    }

    /** All that may be renames: tables, sequences, columns, values of enums. */
    List<PossibleRename> all() {
        List<PossibleRename> all = new ArrayList<>(tables());
        all.addAll(sequences());
        pairs.forEach(pair -> all.addAll(columns(pair.desired(), pair.live())));
        all.addAll(values());
        return all;
    }

    List<Table> created() {
        return created;
    }

    List<Table> unknown() {
        return unknown;
    }

    List<Pair<Table>> pairs() {
        return pairs;
    }

    private List<PossibleRename> tables() {
        if (created.isEmpty() || unknown.isEmpty()) {
            return List.of();
        }
        TableLikeness likeness = new TableLikeness(desired, live);
        Set<QualifiedName> referred = new HashSet<>();
        created.forEach(table -> table.foreignKeys().stream()
                .filter(key -> !key.target().equals(table.name()))
                .forEach(key -> referred.add(key.target())));
        List<PossibleRename> found = new ArrayList<>();
        // What hangs on a table may follow once that is known to be renamed.
        List<Table> sorted = new ArrayList<>(created);
        sorted.sort(comparing((Table table) -> !referred.contains(table.name()))
                .thenComparing(table -> table.foreignKeys().size()));
        for (Table table : sorted) {
            possible(
                            PossibleRename.Kind.TABLE,
                            ObjectRef.table(table.name()),
                            table.name().toString(),
                            unknown,
                            old -> likeness.of(table, old),
                            old -> old.name().toString(),
                            old -> Renames.of(old.name(), table.name()))
                    .ifPresent(found::add);
        }
        return found;
    }

    private List<PossibleRename> sequences() {
        Map<QualifiedName, Sequence> rest = new TreeMap<>();
        live.sequences().forEach(sequence -> rest.put(sequence.name(), sequence));
        List<Sequence> missing = new ArrayList<>();
        for (Sequence sequence : desired.sequences()) {
            if (rest.remove(sequence.name()) == null) {
                missing.add(sequence);
            }
        }
        List<PossibleRename> found = new ArrayList<>();
        for (Sequence sequence : missing) {
            possible(
                            PossibleRename.Kind.SEQUENCE,
                            ObjectRef.sequence(sequence.name()),
                            sequence.name().toString(),
                            rest.values(),
                            old -> likeness(sequence, old),
                            old -> old.name().toString(),
                            old -> Renames.of(old.name(), sequence.name()))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Likeness> likeness(Sequence wanted, Sequence found) {
        boolean alike = wanted.name().withName("").equals(found.name().withName(""))
                && wanted.options().equals(found.options())
                && found.ownedBy() == null;
        if (!alike) {
            return Optional.empty();
        }
        Likeness likeness = new Likeness();
        Long increment = wanted.options().increment();
        likeness.add("both count by " + (increment == null ? 1 : increment), 1);
        likeness.addIf(
                new SpelledName(found.name().name()).isAkinTo(wanted.name().name()), "similar name", 1);
        return Optional.of(likeness);
    }

    private List<PossibleRename> columns(Table wanted, Table found) {
        List<Column> gone = without(found, wanted);
        List<Column> added = gone.isEmpty() ? List.of() : without(wanted, found);
        if (added.isEmpty()) {
            return List.of();
        }
        ColumnLikeness likeness = new ColumnLikeness(wanted, found);
        List<PossibleRename> possible = new ArrayList<>();
        for (Column column : added) {
            possible(
                            PossibleRename.Kind.COLUMN,
                            ObjectRef.column(wanted.name(), column.name()),
                            column.name(),
                            gone,
                            old -> likeness.of(column, old),
                            Column::name,
                            old -> renames.ofColumn(wanted.name(), old.name(), column.name()))
                    .ifPresent(possible::add);
        }
        return possible;
    }

    /** The columns that the other lacks. */
    static List<Column> without(Table table, Table other) {
        Set<String> names = new HashSet<>();
        other.columns().forEach(column -> names.add(column.name()));
        return table.columns().stream()
                .filter(column -> !names.contains(column.name()))
                .toList();
    }

    /** One that goes and one that comes: only then does it show. */
    private List<PossibleRename> values() {
        Map<QualifiedName, EnumType> types = new HashMap<>();
        live.enumTypes().forEach(type -> types.put(type.name(), type));
        List<PossibleRename> found = new ArrayList<>();
        for (EnumType type : desired.enumTypes()) {
            List<String> gone = types.containsKey(type.name())
                    ? new ArrayList<>(types.get(type.name()).labels())
                    : new ArrayList<>();
            List<String> added = new ArrayList<>(type.labels());
            added.removeAll(gone);
            gone.removeAll(type.labels());
            if (gone.size() == 1 && added.size() == 1) {
                String old = gone.get(0);
                Rename rename = new Rename(type.name() + "." + old, added.get(0));
                found.add(new PossibleRename(
                        PossibleRename.Kind.VALUE,
                        ObjectRef.enumType(type.name()),
                        added.get(0),
                        List.of(new PossibleRename.Candidate(old, rename, List.of()))));
            }
        }
        return found;
    }

    private static <T> Optional<PossibleRename> possible(
            PossibleRename.Kind kind,
            ObjectRef object,
            String name,
            Collection<T> old,
            Function<T, Optional<Likeness>> likeness,
            Function<T, String> nameOf,
            Function<T, Rename> rename) {
        record Alike<T>(T thing, Likeness likeness) {}
        List<PossibleRename.Candidate> candidates = old.stream()
                .flatMap(thing -> likeness.apply(thing).map(found -> new Alike<>(thing, found)).stream())
                .sorted(comparing((Alike<T> alike) -> -alike.likeness().weight()))
                .limit(CANDIDATES)
                .map(alike -> new PossibleRename.Candidate(
                        nameOf.apply(alike.thing()),
                        rename.apply(alike.thing()),
                        alike.likeness().reasons()))
                .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new PossibleRename(kind, object, name, candidates));
    }

    /** What is only spelled otherwise now, as another naming strategy spells it: each thing and no other fits. */
    List<Rename> respelled() {
        List<Rename> found = new ArrayList<>();
        List<Pair<Table>> all = new ArrayList<>(pairs);
        only(
                        created,
                        unknown,
                        table -> table.name().withName(letters(table.name().name())))
                .forEach((table, old) -> {
                    found.add(Renames.of(old.name(), table.name()));
                    all.add(new Pair<>(table, old));
                });
        for (Pair<Table> pair : all) {
            only(
                            without(pair.desired(), pair.live()),
                            without(pair.live(), pair.desired()),
                            column -> letters(column.name()))
                    .forEach((column, was) ->
                            found.add(renames.ofColumn(pair.live().name(), was.name(), column.name())));
        }
        return found;
    }

    private static String letters(String name) {
        return new SpelledName(name).letters();
    }

    /** Those that have a key in common with one other, and with no more. */
    private static <T, K> Map<T, T> only(List<T> added, List<T> gone, Function<T, K> key) {
        Map<K, List<T>> before = gone.stream().collect(groupingBy(key));
        Map<K, List<T>> now = added.stream().collect(groupingBy(key));
        Map<T, T> found = new LinkedHashMap<>();
        for (T thing : added) {
            List<T> alike = before.getOrDefault(key.apply(thing), List.of());
            if (alike.size() == 1 && now.get(key.apply(thing)).size() == 1) {
                found.put(thing, alike.get(0));
            }
        }
        return found;
    }
}
