package dev.autogen.commands;

import dev.autogen.differ.Notice;
import dev.autogen.differ.ObjectRef;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.LiveCatalog.LeftOut;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What two databases differ in and autogen does not compare: views, foreign tables and types of its own that one has and the other lacks,
 * and names that stand for a table here and for something else there.
 */
final class Uncomparable {
    private static final Set<LeftOut> TOLD = Set.of(
            LeftOut.VIEW, LeftOut.MATERIALIZED_VIEW, LeftOut.FOREIGN_TABLE, LeftOut.COMPOSITE_TYPE, LeftOut.RANGE_TYPE);

    private final Set<QualifiedName> otherwise;
    private final List<Notice> notices;

    private Uncomparable(Set<QualifiedName> otherwise, List<Notice> notices) {
        this.otherwise = otherwise;
        this.notices = notices;
    }

    static Uncomparable between(ReadDatabase from, ReadDatabase to) {
        Set<QualifiedName> otherwise = new TreeSet<>();
        List<Notice> notices = new ArrayList<>();
        Map<QualifiedName, LeftOut> all = new TreeMap<>(from.live().leftOut());
        all.putAll(to.live().leftOut());
        all.forEach((name, kind) -> {
            Optional<String> here = what(from.live(), name);
            Optional<String> there = what(to.live(), name);
            if (here.isPresent() && there.isPresent() && !here.equals(there)) {
                otherwise.add(name);
                notices.add(notice(
                        Notice.Kind.UNSUPPORTED,
                        name,
                        name + " is " + here.get() + " in " + from.name() + " and " + there.get() + " in " + to.name()
                                + "; autogen does not make one of the other"));
            } else if (TOLD.contains(kind) && here.isPresent() != there.isPresent()) {
                notices.add(notice(
                        Notice.Kind.KEPT,
                        name,
                        name + ", " + here.or(() -> there).orElseThrow() + ", is in "
                                + (here.isPresent() ? from : to).name() + " alone; autogen does not compare it"));
            }
        });
        return new Uncomparable(otherwise, notices);
    }

    private static Optional<String> what(LiveCatalog live, QualifiedName name) {
        LeftOut leftOut = live.leftOut().get(name);
        if (leftOut == null) {
            return live.catalog().table(name).map(table -> "a table");
        }
        return Optional.of(
                switch (leftOut) {
                    case VIEW -> "a view";
                    case MATERIALIZED_VIEW -> "a materialized view";
                    case FOREIGN_TABLE -> "a foreign table";
                    case PARTITION -> "a partition";
                    case INHERITING_TABLE -> "a table that inherits";
                    case COMPOSITE_TYPE -> "a composite type";
                    case RANGE_TYPE -> "a range type";
                    case EXTENSION_MEMBER -> "a table of an extension";
                    case IGNORED -> "a table of a migration tool";
                });
    }

    private static Notice notice(Notice.Kind kind, QualifiedName name, String message) {
        return new Notice(kind, new ObjectRef(ObjectRef.Kind.TABLE, name, null), message);
    }

    /** The catalog without the tables that the other side has as something else. */
    Catalog without(Catalog catalog) {
        List<Table> comparable = catalog.tables().stream()
                .filter(table -> !otherwise.contains(table.name()))
                .toList();
        return catalog.withTables(comparable);
    }

    /** The difference with what is told here, but for what a filter leaves out. */
    SchemaDiff addedTo(SchemaDiff diff, CatalogFilter filter) {
        List<Notice> all = Stream.concat(
                        diff.notices().stream(),
                        notices.stream()
                                .filter(notice -> filter.wants(
                                        notice.subject().orElseThrow().owner())))
                .toList();
        return diff.withNotices(all);
    }
}
