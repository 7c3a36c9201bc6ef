package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What two tables have in common, of which one is to go and the other to come. */
final class TableLikeness {
    /** So few columns have the same types by chance. */
    private static final int FEW = 2;

    private final Map<QualifiedName, Set<String>> referringInModel;
    private final Map<QualifiedName, Set<String>> referringInDatabase;

    TableLikeness(Catalog desired, Catalog live) {
        this.referringInModel = referring(desired);
        this.referringInDatabase = referring(live);
    }

    private static Map<QualifiedName, Set<String>> referring(Catalog catalog) {
        Map<QualifiedName, Set<String>> referring = new HashMap<>();
        for (Table table : catalog.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!key.target().equals(table.name())) {
                    referring
                            .computeIfAbsent(key.target(), target -> new TreeSet<>())
                            .add(table.name().toString());
                }
            }
        }
        return referring;
    }

    /** What speaks for their being the same, and how much; empty where too little does. */
    Optional<Likeness> of(Table wanted, Table found) {
        if (!wanted.name().withName("").equals(found.name().withName(""))) {
            return Optional.empty();
        }
        int all = Math.max(wanted.columns().size(), found.columns().size());
        int alike = alike(wanted, found);
        boolean sameTypes = all > FEW && types(wanted).equals(types(found));
        Set<String> common = new TreeSet<>(referringInModel.getOrDefault(wanted.name(), Set.of()));
        common.retainAll(referringInDatabase.getOrDefault(found.name(), Set.of()));
        int speaking = alike + (sameTypes ? all / 2 : 0) + (common.isEmpty() ? 0 : 1);
        if (speaking * 2 <= all && alike < all) {
            return Optional.empty();
        }
        Likeness likeness = new Likeness();
        likeness.add(alike == all ? "the same columns" : alike + " of " + all + " columns alike", alike);
        likeness.addIf(sameTypes && alike < all, "the same types in a row", all / 2);
        likeness.addIf(!common.isEmpty(), "both referred to by " + String.join(", ", common), all);
        likeness.addIf(wanted.comment() != null && wanted.comment().equals(found.comment()), "same comment", all);
        likeness.addIf(
                new SpelledName(found.name().name()).isAkinTo(wanted.name().name()), "similar name", all);
        return Optional.of(likeness);
    }

    /** How many columns the two have that are called alike, or refer to the same table. */
    private static int alike(Table wanted, Table found) {
        Map<String, QualifiedName> targets = targets(wanted);
        Map<String, QualifiedName> before = targets(found);
        Set<Column> free = new LinkedHashSet<>(found.columns());
        List<BiPredicate<Column, Column>> ways = List.of(
                (column, old) -> new SpelledName(column.name()).letters().equals(new SpelledName(old.name()).letters()),
                (column, old) -> targets.containsKey(column.name())
                        && targets.get(column.name()).equals(before.get(old.name())),
                (column, old) ->
                        column.type().equals(old.type()) && new SpelledName(column.name()).isAkinTo(old.name()));
        List<Column> rest = wanted.columns();
        for (BiPredicate<Column, Column> way : ways) {
            rest = rest.stream()
                    .filter(column -> free.stream()
                            .filter(old -> way.test(column, old))
                            .findFirst()
                            .map(old -> !free.remove(old))
                            .orElse(true))
                    .toList();
        }
        return wanted.columns().size() - rest.size();
    }

    private static List<DataType> types(Table table) {
        return table.columns().stream().map(Column::type).toList();
    }

    private static Map<String, QualifiedName> targets(Table table) {
        Map<String, QualifiedName> targets = new HashMap<>();
        table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1)
                .forEach(key -> targets.put(key.columns().get(0), target(table, key)));
        return targets;
    }

    /** Whether they refer to the same tables and are made of the same types otherwise, as join tables are. */
    static boolean isJoinedAlike(Table wanted, Table found) {
        return wanted.name().withName("").equals(found.name().withName(""))
                && !wanted.foreignKeys().isEmpty()
                && targetsOf(wanted).equals(targetsOf(found))
                && typesOf(wanted).equals(typesOf(found));
    }

    private static List<QualifiedName> targetsOf(Table table) {
        return table.foreignKeys().stream()
                .map(key -> target(table, key))
                .sorted()
                .toList();
    }

    /** What refers to its own table does so under any name. */
    private static QualifiedName target(Table table, ForeignKey key) {
        return key.target().equals(table.name()) ? QualifiedName.of("") : key.target();
    }

    private static List<String> typesOf(Table table) {
        return table.columns().stream()
                .map(Column::type)
                .map(DataType::toString)
                .sorted()
                .toList();
    }
}
