package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PartitionKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of partitioned tables, as far as PostgreSQL lets them have it (section 5.12.2): a key contains every
 * column by which the table is partitioned, and these columns neither go nor change their type. A live key that has them
 * beside what is wanted is what is wanted; what cannot be is noted and left as it is.
 */
final class PartitionedTables {
    private final Map<QualifiedName, Table> partitioned = new HashMap<>();
    private final Retention retention;

    private PartitionedTables(Catalog live, Retention retention) {
        live.tables().stream()
                .filter(table -> table.partitionKey() != null)
                .forEach(table -> partitioned.put(table.name(), table));
        this.retention = retention;
    }

    /** The desired catalog with what can be. */
    static Catalog fitted(Catalog desired, Catalog live, Retention retention) {
        PartitionedTables tables = new PartitionedTables(live, retention);
        return tables.partitioned.isEmpty()
                ? desired
                : desired.withTables(
                        desired.tables().stream().map(tables::fitted).toList());
    }

    private Table fitted(Table desired) {
        Table live = partitioned.get(desired.name());
        Table own = live == null ? desired : new Fitting(desired, live).table();
        List<Constraint> constraints = own.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || hasTarget(own, key))
                .toList();
        return constraints.size() == own.constraints().size() ? own : own.withConstraints(constraints);
    }

    private boolean hasTarget(Table table, ForeignKey key) {
        Table target = partitioned.get(key.target());
        if (target == null || target.partitionKey().permitsKey(key.targetColumns())) {
            return true;
        }
        keep(ObjectRef.table(table.name()), Descriptions.of(key) + " of " + table.name() + " is not made", target);
        return false;
    }

    private void keep(ObjectRef object, String what, Table partitioned) {
        PartitionKey key = partitioned.partitionKey();
        retention.keep(
                object,
                what + ": " + partitioned.name() + " is partitioned by " + said(key)
                        + (key.expressions() == null
                                ? ", which every key of it has to contain"
                                : ", and no key can contain an expression"));
    }

    private static String said(PartitionKey key) {
        List<String> parts = new ArrayList<>(key.columns());
        Optional.ofNullable(key.expressions()).map(SqlExpression::text).ifPresent(parts::add);
        return "(" + String.join(", ", parts) + ")";
    }

    /** One table on both sides. */
    private final class Fitting {
        private final Table desired;
        private final Table live;
        private final PartitionKey partitionKey;

        Fitting(Table desired, Table live) {
            this.desired = desired;
            this.live = live;
            this.partitionKey = live.partitionKey();
        }

        Table table() {
            List<Constraint> constraints = new ArrayList<>();
            desired.constraints().forEach(constraint -> constraint(constraint).ifPresent(constraints::add));
            List<Index> indexes = new ArrayList<>();
            desired.indexes().forEach(index -> index(index).ifPresent(indexes::add));
            Table fitted = desired.withConstraints(constraints).withIndexes(indexes);
            return fitted.withColumns(columns(fitted.primaryKey()));
        }

        private Optional<Constraint> constraint(Constraint wanted) {
            boolean isKey = wanted instanceof PrimaryKey || wanted instanceof UniqueConstraint;
            if (!isKey || partitionKey.permitsKey(wanted.columns())) {
                return Optional.of(wanted);
            }
            Optional<List<String>> met = live.constraints().stream()
                    .filter(found -> wanted instanceof PrimaryKey == found instanceof PrimaryKey)
                    .filter(found -> found instanceof PrimaryKey || found instanceof UniqueConstraint)
                    .map(Constraint::columns)
                    .filter(found -> meets(wanted.columns(), found))
                    .findFirst();
            if (wanted instanceof PrimaryKey key) {
                return met.<Constraint>map(columns -> key.withColumns(columns, key.include()))
                        .or(() -> keptKey(key));
            }
            UniqueConstraint unique = (UniqueConstraint) wanted;
            return met.or(() -> liveUniqueIndex(unique.columns()).map(PartitionedTables::columns))
                    .<Constraint>map(columns -> unique.withColumns(columns, unique.include()))
                    .or(() -> impossible(Descriptions.of(unique)));
        }

        private Optional<Constraint> keptKey(PrimaryKey wanted) {
            impossible(Descriptions.of(wanted));
            return Optional.ofNullable(live.primaryKey());
        }

        private Optional<Index> index(Index wanted) {
            Set<String> columns = TableParts.uniqueColumns(wanted);
            if (!wanted.unique() || partitionKey.permitsKey(columns)) {
                return Optional.of(wanted);
            }
            Optional<Index> found = liveUniqueIndex(columns);
            if (found.isPresent()) {
                return found.map(index -> wanted.withKeys(index.keys()));
            }
            return live.uniqueConstraints().stream()
                    .filter(unique -> meets(columns, unique.columns()))
                    .map(unique -> wanted.withKeys(
                            unique.columns().stream().map(IndexKey::column).toList()))
                    .findFirst()
                    .or(() -> impossible(Descriptions.of(wanted)));
        }

        private Optional<Index> liveUniqueIndex(Collection<String> wanted) {
            return live.indexes().stream()
                    .filter(index -> meets(wanted, TableParts.uniqueColumns(index)))
                    .findFirst();
        }

        /** Whether a live key has all that is wanted and beyond it only what PostgreSQL demands. */
        private boolean meets(Collection<String> wanted, Collection<String> found) {
            Set<String> more = new HashSet<>(found);
            more.removeAll(wanted);
            return !wanted.isEmpty()
                    && found.containsAll(wanted)
                    && partitionKey.columns().containsAll(more);
        }

        private <T> Optional<T> impossible(String what) {
            keep(ObjectRef.table(live.name()), what + " is not made", live);
            return Optional.empty();
        }

        private List<Column> columns(PrimaryKey key) {
            Set<String> unknown = new HashSet<>();
            live.columns().forEach(column -> unknown.add(column.name()));
            List<Column> columns = new ArrayList<>();
            for (Column wanted : desired.columns()) {
                unknown.remove(wanted.name());
                Column fitted = isFixed(wanted.name()) ? ofLiveType(wanted) : wanted;
                columns.add(key != null && key.columns().contains(wanted.name()) ? fitted.notNull() : fitted);
            }
            live.columns().stream()
                    .filter(column -> unknown.contains(column.name()) && isFixed(column.name()))
                    .forEach(column -> {
                        retention.keep(
                                ObjectRef.column(live.name(), column.name()),
                                "column " + column.name() + " of " + live.name()
                                        + " is kept: the table is partitioned by it");
                        columns.add(column);
                    });
            return columns;
        }

        private boolean isFixed(String column) {
            return partitionKey.columns().contains(column) || Mentions.any(Set.of(column), partitionKey.expressions());
        }

        private Column ofLiveType(Column wanted) {
            Column found = live.column(wanted.name()).orElse(wanted);
            if (TypeComparison.same(wanted.type(), found.type())) {
                return wanted;
            }
            retention.note(
                    Notice.Kind.UNSUPPORTED,
                    ObjectRef.column(live.name(), wanted.name()),
                    "column " + wanted.name() + " of " + live.name() + " is " + found.type() + ", and should be "
                            + wanted.type() + ", but the table is partitioned by it; change that by hand");
            return wanted.withType(found.type());
        }
    }

    private static List<String> columns(Index index) {
        return index.keys().stream().map(IndexKey::column).toList();
    }
}
