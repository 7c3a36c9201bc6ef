package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What two columns of a table have in common, of which one is to go and the other to come. */
final class ColumnLikeness {
    private static final int STRONG = 3;

    private final Side desired;
    private final Side live;

    ColumnLikeness(Table desired, Table live) {
        this.desired = new Side(desired, live);
        this.live = new Side(live, desired);
    }

    /** What speaks for their being the same, and how much; empty where they cannot be. */
    Optional<Likeness> of(Column wanted, Column found) {
        QualifiedName target = desired.targets.get(wanted.name());
        QualifiedName before = live.targets.get(found.name());
        boolean samePlace = desired.place(wanted).isNextTo(live.place(found));
        boolean sameTarget = target != null && target.equals(before);
        boolean sameType = wanted.type().equals(found.type());
        boolean plausible = sameType || (samePlace && (sameTarget || isResized(wanted.type(), found.type())));
        boolean otherTarget = target != null && before != null && !sameTarget;
        if (!plausible || otherTarget || desired.isKey(wanted) != live.isKey(found)) {
            return Optional.empty();
        }
        Likeness likeness = new Likeness();
        likeness.add(
                sameType ? "same type " + wanted.type() : found.type() + " before, " + wanted.type() + " now",
                sameType ? 1 : 0);
        likeness.addIf(samePlace, "same place", STRONG);
        likeness.addIf(desired.isKey(wanted), "both the primary key", STRONG);
        likeness.addIf(sameTarget, "both refer to " + target, STRONG);
        likeness.addIf(desired.unique.contains(wanted.name()) && live.unique.contains(found.name()), "both unique", 2);
        likeness.addIf(!desired.isKey(wanted) && !wanted.nullable() && !found.nullable(), "both not null", 0);
        likeness.addIf(sameDefault(wanted, found), "same default", 1);
        likeness.addIf(sameCheck(wanted.name(), found.name()), "same check", 2);
        likeness.addIf(wanted.comment() != null && wanted.comment().equals(found.comment()), "same comment", STRONG);
        likeness.addIf(new SpelledName(found.name()).isAkinTo(wanted.name()), "similar name", 2);
        return Optional.of(likeness);
    }

    /** The same but for its length or precision. */
    private static boolean isResized(DataType one, DataType other) {
        return one.name().equals(other.name())
                && Objects.equals(one.schema(), other.schema())
                && one.dimensions() == other.dimensions();
    }

    private static boolean sameDefault(Column wanted, Column found) {
        return wanted.defaultValue() != null
                && found.defaultValue() != null
                && wanted.defaultValue().meansTheSameAs(found.defaultValue());
    }

    private boolean sameCheck(String wanted, String found) {
        Set<String> checks = new HashSet<>();
        desired.table.checks().stream()
                .filter(check -> mentions(check, wanted))
                .forEach(check -> checks.add(check.expression().canonical()));
        return live.table.checks().stream()
                .filter(check -> mentions(check, found))
                .map(check -> SqlNamesIn.renamed(check.expression().canonical(), Map.of(found, wanted)))
                .anyMatch(checks::contains);
    }

    private static boolean mentions(CheckConstraint check, String column) {
        return SqlNamesIn.expression(check.expression().canonical()).contains(column);
    }

    /** Where a column stands among those that the other side has as well. */
    private record Place(String before, int behind, String after, int ahead) {
        boolean isNextTo(Place other) {
            return (before.equals(other.before) && behind == other.behind)
                    || (after.equals(other.after) && ahead == other.ahead);
        }
    }

    /** One of the two tables, looked up by column. */
    private static final class Side {
        private final Table table;
        private final Map<String, Place> places = new HashMap<>();
        private final Map<String, QualifiedName> targets = new HashMap<>();
        private final Set<String> unique = new HashSet<>();

        Side(Table table, Table other) {
            this.table = table;
            List<String> shared = new ArrayList<>();
            table.columns()
                    .forEach(column -> shared.add(other.column(column.name()).isPresent() ? column.name() : null));
            for (int i = 0; i < shared.size(); i++) {
                places.put(table.columns().get(i).name(), place(shared, i));
            }
            for (ForeignKey key : table.foreignKeys()) {
                if (key.columns().size() == 1) {
                    targets.put(key.columns().get(0), key.target());
                }
            }
            Stream.concat(
                            table.uniqueConstraints().stream().map(key -> new TreeSet<>(key.columns())),
                            table.indexes().stream().map(TableParts::uniqueColumns))
                    .filter(columns -> columns.size() == 1)
                    .forEach(unique::addAll);
        }

        private static Place place(List<String> shared, int at) {
            int before = at - 1;
            while (before >= 0 && shared.get(before) == null) {
                before--;
            }
            int after = at + 1;
            while (after < shared.size() && shared.get(after) == null) {
                after++;
            }
            return new Place(
                    before < 0 ? "" : shared.get(before),
                    at - before,
                    after == shared.size() ? "" : shared.get(after),
                    after - at);
        }

        Place place(Column column) {
            return places.get(column.name());
        }

        boolean isKey(Column column) {
            return table.primaryKey() != null && table.primaryKey().columns().contains(column.name());
        }
    }
}
