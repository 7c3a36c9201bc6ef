package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;

/** What PostgreSQL does to everything that hangs on a renamed table or column: it follows. */
final class TableRenaming {
    private final Map<QualifiedName, QualifiedName> tables;
    private final Map<QualifiedName, Map<String, String>> columns;

    /**
     * Renames to carry out.
     *
     * @param tables new names of tables by old ones
     * @param columns new names of columns by old ones, by the new names of their tables
     */
    TableRenaming(Map<QualifiedName, QualifiedName> tables, Map<QualifiedName, Map<String, String>> columns) {
        this.tables = tables;
        this.columns = columns;
    }

    Table apply(Table table) {
        QualifiedName name = renamed(table.name());
        Renaming own = new Renaming(columns.getOrDefault(name, Map.of()));
        return table.withName(name)
                .withColumns(table.columns().stream().map(own::column).toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.accept(own))
                        .toList())
                .withIndexes(table.indexes().stream().map(own::index).toList());
    }

    ColumnRef apply(ColumnRef ref) {
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
            String text = expression.text();
            String canonical = expression.canonical();
            for (Map.Entry<String, String> name : names.entrySet()) {
                text = SqlNamesIn.renamed(text, name.getKey(), name.getValue());
                canonical = SqlNamesIn.renamed(canonical, name.getKey(), name.getValue());
            }
            return new SqlExpression(text, canonical);
        }

        Column column(Column column) {
            Column renamed = column.withName(names.getOrDefault(column.name(), column.name()));
            return column.generated() == null
                    ? renamed
                    : renamed.withGenerated(new Generated(
                            expression(column.generated().expression()),
                            column.generated().stored()));
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
