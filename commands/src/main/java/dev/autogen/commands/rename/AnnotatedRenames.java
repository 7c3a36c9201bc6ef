package dev.autogen.commands.rename;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.differ.Rename;
import dev.autogen.model.FormerName;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The renames that entities tell with {@code @RenamedFrom}, as far as the database still has the old name. */
public final class AnnotatedRenames {
    private final Map<QualifiedName, Table> live = new HashMap<>();
    private final List<Rename> told;
    /** The old name with who claims it. */
    private final Map<String, FormerName> claimed = new LinkedHashMap<>();

    private final List<Rename> renames = new ArrayList<>();

    private AnnotatedRenames(Catalog live, List<Rename> told) {
        live.tables().forEach(table -> this.live.put(table.name(), table));
        this.told = told;
    }

    /**
     * Those that the database is still without.
     *
     * @param told what is told by option, which has to say the same where it speaks of the same
     * @throws ConfigurationException if two contradict each other, with the lines that say it
     */
    public static List<Rename> heeded(List<FormerName> names, Catalog live, List<Rename> told) {
        AnnotatedRenames annotated = new AnnotatedRenames(live, told);
        names.stream().filter(FormerName::isOfTable).forEach(annotated::table);
        Map<QualifiedName, QualifiedName> before = annotated.tables();
        names.stream().filter(name -> !name.isOfTable()).forEach(name -> annotated.column(name, before));
        return annotated.renames;
    }

    private void table(FormerName name) {
        if (live.containsKey(name.table())) {
            return;
        }
        first(name, old -> live.containsKey(name.table().withName(old)))
                .ifPresent(old -> claim(
                        name,
                        new Rename(
                                name.table().withName(old).toString(),
                                name.table().toString())));
    }

    /** What tables are called in the database, by the names that they get. */
    private Map<QualifiedName, QualifiedName> tables() {
        Map<QualifiedName, QualifiedName> before = new HashMap<>();
        for (List<Rename> some : List.of(told, renames)) {
            for (Rename rename : some) {
                live.keySet().stream()
                        .filter(table -> table.toString().equals(rename.from()))
                        .forEach(table -> before.put(table.withName(lastPart(rename.to(), table)), table));
            }
        }
        return before;
    }

    private static String lastPart(String name, QualifiedName table) {
        String prefix = table.schema() == null ? "" : table.schema() + ".";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private void column(FormerName name, Map<QualifiedName, QualifiedName> before) {
        Table table = live.get(before.getOrDefault(name.table(), name.table()));
        if (table == null || table.column(name.column()).isPresent()) {
            return;
        }
        Predicate<String> isThere = old -> table.column(old).isPresent();
        boolean said = renames.stream()
                .anyMatch(rename -> rename.to().equals(name.column())
                        && owner(rename.from()).equals(table.name() + "."));
        if (!said) {
            first(name, isThere).ifPresent(old -> claim(name, new Rename(table.name() + "." + old, name.column())));
        }
    }

    /** PostgreSQL folds a name that is not quoted, and so does who remembers how it was written. */
    private static Optional<String> first(FormerName name, Predicate<String> isThere) {
        return name.names().stream()
                .flatMap(old -> Stream.of(old, Identifiers.fold(old)))
                .flatMap(old -> name.isOfTable() ? Stream.of(old) : meant(old, name.column()))
                .filter(isThere)
                .findFirst();
    }

    /**
     * What a pattern may mean for a column: its star stands for the end of the column's name now, or for its beginning; the
     * longest first. A name without a star means itself.
     */
    private static Stream<String> meant(String pattern, String column) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return Stream.of(pattern);
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        Stream<String> ends = IntStream.range(0, column.length()).mapToObj(column::substring);
        Stream<String> beginnings =
                IntStream.range(1, column.length()).mapToObj(cut -> column.substring(0, column.length() - cut));
        return (after.isEmpty() ? ends : before.isEmpty() ? beginnings : Stream.concat(ends, beginnings))
                .map(common -> before + common + after);
    }

    private void claim(FormerName name, Rename rename) {
        FormerName other = claimed.putIfAbsent(rename.from(), name);
        if (other != null) {
            throw new ConfigurationException(place(other) + " and " + place(name) + " both say that they were called "
                    + rename.from() + ", which was one thing. Take @RenamedFrom away from one of them.");
        }
        for (Rename option : told) {
            boolean sameOld = option.from().equals(rename.from());
            boolean sameNew = owner(option.from()).equals(owner(rename.from()))
                    && lastWord(option.to()).equals(lastWord(rename.to()));
            if (sameOld && sameNew) {
                return;
            }
            if (sameOld || sameNew) {
                throw new ConfigurationException(place(name) + " says that it was called " + rename.from()
                        + ", but --rename says " + option + ". Take back one of the two.");
            }
        }
        renames.add(rename);
    }

    private static String owner(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String place(FormerName name) {
        String what = name.isOfTable() ? name.table().toString() : name.table() + "." + name.column();
        return what + " (" + name.place() + ")";
    }
}
