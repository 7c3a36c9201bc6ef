package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PartitionKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What PostgreSQL does to everything that hangs on a renamed thing: it follows. */
final class CatalogRenaming {
    private final Map<QualifiedName, QualifiedName> tables;
    private final Map<QualifiedName, QualifiedName> sequences;
    private final Map<QualifiedName, Map<String, String>> columns;
    private final Map<QualifiedName, Map<String, String>> labels;
    private final LiteralRenaming literals;

    /**
     * Renames to carry out, as they were asked for.
     *
     * @param schemas the schemas that are told apart from the default one
     */
    CatalogRenaming(RenameRequests requests, Set<String> schemas) {
        this.tables = requests.tables;
        this.sequences = requests.sequences;
        this.columns = byOwner(requests.columns);
        this.labels = byOwner(requests.labels);
        this.literals = new LiteralRenaming(sequences, labels, schemas);
    }

    /** Renames of columns alone. */
    CatalogRenaming(Map<ColumnRef, String> columns, Set<String> schemas) {
        this.tables = Map.of();
        this.sequences = Map.of();
        this.columns = byOwner(columns);
        this.labels = Map.of();
        this.literals = new LiteralRenaming(sequences, labels, schemas);
    }

    private static Map<QualifiedName, Map<String, String>> byOwner(Map<ColumnRef, String> names) {
        Map<QualifiedName, Map<String, String>> byOwner = new HashMap<>();
        names.forEach((from, to) ->
                byOwner.computeIfAbsent(from.table(), owner -> new HashMap<>()).put(from.column(), to));
        return byOwner;
    }

    Catalog apply(Catalog catalog) {
        return catalog.withTables(catalog.tables().stream().map(this::apply).toList())
                .withSequences(catalog.sequences().stream().map(this::apply).toList())
                .withEnumTypes(catalog.enumTypes().stream().map(this::apply).toList());
    }

    private Sequence apply(Sequence sequence) {
        return new Sequence(
                sequences.getOrDefault(sequence.name(), sequence.name()),
                sequence.type(),
                sequence.options(),
                apply(sequence.ownedBy()),
                sequence.comment());
    }

    private EnumType apply(EnumType type) {
        Map<String, String> names = labels.getOrDefault(type.name(), Map.of());
        return new EnumType(
                type.name(),
                type.labels().stream()
                        .map(label -> names.getOrDefault(label, label))
                        .toList(),
                type.comment());
    }

    Table apply(Table table) {
        QualifiedName name = renamed(table.name());
        Renaming own = new Renaming(columns.getOrDefault(name, Map.of()));
        return table.withName(name)
                .withColumns(table.columns().stream().map(own::column).toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.accept(own))
                        .toList())
                .withIndexes(table.indexes().stream().map(own::index).toList())
                .withPartitionKey(own.partitionKey(table.partitionKey()));
    }

    private ColumnRef apply(ColumnRef ref) {
        if (ref == null) {
            return null;
        }
        QualifiedName table = renamed(ref.table());
        return new ColumnRef(table, columns.getOrDefault(table, Map.of()).getOrDefault(ref.column(), ref.column()));
    }

    private QualifiedName renamed(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    private final class Renaming implements Constraint.Visitor<Constraint> {
        private final Map<String, String> names;

        Renaming(Map<String, String> names) {
            this.names = names;
        }

        private List<String> all(List<String> some) {
            return some.stream().map(name -> names.getOrDefault(name, name)).toList();
        }

        private SqlExpression expression(SqlExpression expression) {
            if (expression == null) {
                return null;
            }
            return new SqlExpression(text(expression.text()), text(expression.canonical()));
        }

        private String text(String sql) {
            String renamed = names.isEmpty() ? sql : SqlNamesIn.renamed(sql, names);
            return literals.apply(renamed);
        }

        Column column(Column column) {
            Column renamed = column.withName(names.getOrDefault(column.name(), column.name()))
                    .withDefault(expression(column.defaultValue()));
            return column.generated() == null
                    ? renamed
                    : renamed.withGenerated(column.generated()
                            .withExpression(expression(column.generated().expression())));
        }

        PartitionKey partitionKey(PartitionKey key) {
            return key == null ? null : new PartitionKey(all(key.columns()), expression(key.expressions()));
        }

        Index index(Index index) {
            return new Index(
                    index.name(),
                    index.method(),
                    index.keys().stream().map(this::key).toList(),
                    all(index.include()),
                    index.unique(),
                    index.nullsNotDistinct(),
                    expression(index.predicate()),
                    index.options(),
                    index.valid());
        }

        private IndexKey key(IndexKey key) {
            return new IndexKey(
                    key.column() == null ? null : names.getOrDefault(key.column(), key.column()),
                    expression(key.expression()),
                    key.collation(),
                    key.operatorClass(),
                    key.descending(),
                    key.nullsFirst());
        }

        @Override
        public Constraint visit(PrimaryKey key) {
            return key.withColumns(all(key.columns()), all(key.include()));
        }

        @Override
        public Constraint visit(UniqueConstraint unique) {
            return unique.withColumns(all(unique.columns()), all(unique.include()));
        }

        @Override
        public Constraint visit(ForeignKey key) {
            QualifiedName target = renamed(key.target());
            Renaming targets = new Renaming(columns.getOrDefault(target, Map.of()));
            return key.withColumns(all(key.columns()), all(key.onDeleteColumns()))
                    .withTarget(target, targets.all(key.targetColumns()));
        }

        @Override
        public Constraint visit(CheckConstraint check) {
            return check.withExpression(expression(check.expression()));
        }

        @Override
        public Constraint visit(ExclusionConstraint exclusion) {
            return new ExclusionConstraint(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements().stream()
                            .map(element -> new ExclusionConstraint.Element(key(element.key()), element.operator()))
                            .toList(),
                    expression(exclusion.predicate()),
                    exclusion.deferrability());
        }
    }
}
