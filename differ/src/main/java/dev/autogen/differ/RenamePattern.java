package dev.autogen.differ;

import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renames of one shape, told at once: {@code customers.address_*=home_*} for columns, {@code *=shop_*} for tables. It
 * means whatever the database alone has by the old name and the model alone by the new one.
 */
final class RenamePattern {
    private static final String WILD = "*";

    private final Rename rename;
    private final Catalog desired;
    private final Catalog live;

    private RenamePattern(Rename rename, Catalog desired, Catalog live) {
        this.rename = rename;
        this.desired = desired;
        this.live = live;
    }

    /**
     * The renames, with those in place of each pattern that it stands for.
     *
     * @throws DifferException if a pattern stands for none
     */
    static List<Rename> expanded(List<Rename> renames, Catalog desired, Catalog live) {
        List<Rename> expanded = new ArrayList<>();
        for (Rename rename : renames) {
            if (rename.from().contains(WILD) && rename.to().contains(WILD)) {
                expanded.addAll(new RenamePattern(rename, desired, live).expanded(renames));
            } else {
                expanded.add(rename);
            }
        }
        return expanded;
    }

    private List<Rename> expanded(List<Rename> all) {
        RenameRequests.demand(
                rename.from().indexOf(WILD) == rename.from().lastIndexOf(WILD)
                        && rename.to().indexOf(WILD) == rename.to().lastIndexOf(WILD),
                rename,
                "a pattern has one * on each side");
        Map<QualifiedName, Table> wanted = new HashMap<>();
        desired.tables().forEach(table -> wanted.put(table.name(), table));
        Set<QualifiedName> existing = live.tables().stream().map(Table::name).collect(toSet());
        List<Rename> found = new ArrayList<>();
        for (Table table : live.tables()) {
            whole(table, wanted.keySet(), existing).ifPresent(to -> found.add(Renames.of(table.name(), to)));
            Table counterpart = wanted.get(told(table, all));
            if (counterpart != null) {
                columns(table, counterpart, found);
            }
        }
        RenameRequests.demand(
                !found.isEmpty(),
                rename,
                "nothing that the database alone has by such a name has a counterpart that the model alone has");
        return found;
    }

    /** What the table becomes. */
    private Optional<QualifiedName> whole(Table table, Set<QualifiedName> wanted, Set<QualifiedName> existing) {
        return replaced(rename.from(), rename.to(), table.name().toString())
                .map(to -> named(table.name(), to))
                .filter(to -> !wanted.contains(table.name()) && wanted.contains(to) && !existing.contains(to));
    }

    /** What others of the renames say that it becomes. */
    private static QualifiedName told(Table table, List<Rename> all) {
        return all.stream()
                .filter(each -> each.from().equals(table.name().toString()))
                .findFirst()
                .map(each -> named(table.name(), each.to()))
                .orElse(table.name());
    }

    private static QualifiedName named(QualifiedName table, String to) {
        String prefix = table.schema() == null ? "" : table.schema() + ".";
        return table.withName(to.startsWith(prefix) ? to.substring(prefix.length()) : to);
    }

    private void columns(Table table, Table wanted, List<Rename> found) {
        for (String owner : List.of(table.name() + ".", wanted.name() + ".")) {
            if (rename.from().startsWith(owner)) {
                String from = rename.from().substring(owner.length());
                for (Column column : RenameSearch.without(table, wanted)) {
                    replaced(from, rename.to(), column.name())
                            .filter(to -> wanted.column(to).isPresent()
                                    && table.column(to).isEmpty())
                            .ifPresent(to -> found.add(new Rename(table.name() + "." + column.name(), to)));
                }
                return;
            }
        }
    }

    /** The name by the second pattern, where it has the shape of the first. */
    private static Optional<String> replaced(String from, String to, String name) {
        int wild = from.indexOf(WILD);
        if (wild < 0) {
            return Optional.empty();
        }
        String start = from.substring(0, wild);
        String end = from.substring(wild + 1);
        boolean fits = name.length() >= start.length() + end.length() && name.startsWith(start) && name.endsWith(end);
        return fits
                ? Optional.of(to.replace(WILD, name.substring(start.length(), name.length() - end.length())))
                : Optional.empty();
    }
}
