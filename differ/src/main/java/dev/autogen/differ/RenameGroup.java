package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several possible renames of one shape, which very likely are renames all or none: the columns of an embeddable that
 * got another prefix, tables that got one.
 *
 * @param table the table whose columns they are; null where they are tables
 * @param pattern what tells all of them at once, such as {@code customers.address_*=home_*}
 * @param renames each of them
 */
public record RenameGroup(QualifiedName table, Rename pattern, List<Rename> renames) {

    public RenameGroup {
        requireNonNull(pattern, "pattern is null");
        renames = List.copyOf(renames);
    }

    /** The table whose columns they are; empty where they are tables. */
    public Optional<QualifiedName> ofTable() {
        return Optional.ofNullable(table);
    }

    /** Those among them that have the shape of another one; each old and each new name stands in one group at most. */
    static List<RenameGroup> among(List<PossibleRename> possible) {
        Map<QualifiedName, Map<SpelledName.Pattern, List<Pair>>> byShape = new LinkedHashMap<>();
        for (PossibleRename each : possible) {
            QualifiedName table =
                    each.kind() == PossibleRename.Kind.COLUMN ? each.object().owner() : null;
            if (each.kind() == PossibleRename.Kind.TABLE || each.kind() == PossibleRename.Kind.COLUMN) {
                each.candidates()
                        .forEach(candidate -> new SpelledName(candidate.name())
                                .pattern(each.name())
                                .ifPresent(shape -> byShape.computeIfAbsent(table, key -> new LinkedHashMap<>())
                                        .computeIfAbsent(shape, key -> new ArrayList<>())
                                        .add(new Pair(candidate.name(), each.name(), candidate.rename()))));
            }
        }
        List<RenameGroup> groups = new ArrayList<>();
        byShape.forEach((table, shapes) -> shapes.forEach((shape, pairs) -> {
            Set<String> names = new HashSet<>();
            boolean clear = pairs.stream().allMatch(pair -> names.add("-" + pair.from) && names.add("+" + pair.to));
            if (clear && pairs.size() > 1) {
                String owner = pairs.get(0).rename.from();
                String prefix =
                        owner.substring(0, owner.length() - pairs.get(0).from.length());
                groups.add(new RenameGroup(
                        table,
                        new Rename(prefix + shape.from(), shape.to()),
                        pairs.stream().map(Pair::rename).toList()));
            }
        }));
        return groups;
    }

    private record Pair(String from, String to, Rename rename) {}
}
