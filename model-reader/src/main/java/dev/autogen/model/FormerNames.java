package dev.autogen.model;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the tables and columns for which classes and members say former names. */
final class FormerNames {
    private final SourceIndex index;
    private final Map<MemberFacts, List<QualifiedName>> tables = new LinkedHashMap<>();
    private final Map<MemberFacts, List<ColumnRef>> columns = new LinkedHashMap<>();
    private final Map<MemberFacts, List<ColumnRef>> embedded;
    private final List<FormerName> found = new ArrayList<>();
    private final List<ModelWarning> warnings = new ArrayList<>();

    FormerNames(CatalogBuilder catalog, SourceIndex index, List<ManagedType> types) {
        this.index = index;
        catalog.tableOrigins()
                .forEach((table, origin) ->
                        tables.computeIfAbsent(origin, key -> new ArrayList<>()).add(table));
        catalog.columnOrigins()
                .forEach((column, origin) -> columns.computeIfAbsent(origin, key -> new ArrayList<>())
                        .add(column));
        this.embedded = catalog.embeddedColumns();
        for (ManagedType type : types) {
            new TreeMap<>(type.formerNames())
                    .forEach((member, names) -> add(new MemberFacts(type.className(), member), names));
        }
    }

    /** What they say, by class and member. */
    List<FormerName> found() {
        return found;
    }

    /** Those that stand where there is nothing to be named. */
    List<ModelWarning> warnings() {
        return warnings;
    }

    private void add(MemberFacts origin, List<String> names) {
        boolean ofClass = origin.member().isEmpty();
        String what = ofClass ? origin.className() : origin.className() + "." + origin.member();
        Optional<SourcePosition> position = index.position(origin);
        List<QualifiedName> owned = tables.getOrDefault(origin, List.of());
        owned.forEach(table -> found.add(new FormerName(table, null, names, what, position)));
        List<ColumnRef> own = ofClass ? List.of() : columns.getOrDefault(origin, List.of());
        own.stream()
                .filter(column -> !owned.contains(column.table()))
                .forEach(column -> found.add(new FormerName(column.table(), column.column(), names, what, position)));
        List<ColumnRef> inside = ofClass ? List.of() : embedded.getOrDefault(origin, List.of());
        if (inside.size() > 1 && names.stream().noneMatch(name -> name.contains("*"))) {
            warnings.add(new ModelWarning(
                    "@RenamedFrom of " + what + " says nothing, for it stands for " + inside.size()
                            + " columns: say what their names had in common, such as \"home_*\"",
                    position));
            return;
        }
        inside.stream()
                .filter(column -> !owned.contains(column.table()))
                .forEach(column -> found.add(new FormerName(column.table(), column.column(), names, what, position)));
        if (owned.isEmpty() && own.isEmpty() && inside.isEmpty()) {
            warnings.add(new ModelWarning(
                    "@RenamedFrom of " + what + " says nothing, for no " + (ofClass ? "table" : "table or column")
                            + " is named by it alone",
                    position));
        }
    }
}
