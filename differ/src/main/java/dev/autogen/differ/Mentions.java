package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which columns of its own table a constraint, an index or an expression has to do with. */
public final class Mentions {
    private Mentions() {}

    /** The columns of the table that the expression names, in the table's order. */
    static List<String> columns(Table table, SqlExpression expression) {
        Set<String> names = SqlNamesIn.expression(expression.canonical());
        return table.columns().stream()
                .map(column -> column.name())
                .filter(names::contains)
                .toList();
    }

    /** All names in the constraint's definition that may be columns of its own table. */
    public static Set<String> names(Constraint constraint) {
        Set<String> names = new LinkedHashSet<>(constraint.columns());
        if (constraint instanceof PrimaryKey key) {
            names.addAll(key.include());
        } else if (constraint instanceof UniqueConstraint unique) {
            names.addAll(unique.include());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            exclusion.elements().forEach(element -> addColumn(names, element.key()));
        }
        texts(constraint).forEach(text -> names.addAll(SqlNamesIn.expression(text.canonical())));
        return names;
    }

    /** All names in the index's definition that may be columns of its table. */
    public static Set<String> names(Index index) {
        Set<String> names = new LinkedHashSet<>(index.include());
        index.keys().forEach(key -> addColumn(names, key));
        texts(index).forEach(text -> names.addAll(SqlNamesIn.expression(text.canonical())));
        return names;
    }

    /** All names in the expression that may be columns. */
    public static Set<String> names(SqlExpression expression) {
        return SqlNamesIn.expression(expression.canonical());
    }

    private static void addColumn(Set<String> names, IndexKey key) {
        if (key.column() != null) {
            names.add(key.column());
        }
    }

    static boolean any(Set<String> columns, Constraint constraint) {
        if (columns.isEmpty()) {
            return false;
        }
        return constraint.accept(new Constraint.Visitor<Boolean>() {
            @Override
            public Boolean visit(PrimaryKey key) {
                return anyOf(columns, key.columns()) || anyOf(columns, key.include());
            }

            @Override
            public Boolean visit(UniqueConstraint unique) {
                return anyOf(columns, unique.columns()) || anyOf(columns, unique.include());
            }

            @Override
            public Boolean visit(ForeignKey key) {
                return anyOf(columns, key.columns());
            }

            @Override
            public Boolean visit(CheckConstraint check) {
                return any(columns, check.expression());
            }

            @Override
            public Boolean visit(ExclusionConstraint exclusion) {
                return exclusion.elements().stream().anyMatch(element -> any(columns, element.key()))
                        || any(columns, exclusion.predicate());
            }
        });
    }

    /** The expressions of the constraint. */
    public static List<SqlExpression> texts(Constraint constraint) {
        List<SqlExpression> texts = new ArrayList<>();
        if (constraint instanceof CheckConstraint check) {
            texts.add(check.expression());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            exclusion.elements().forEach(element -> texts.add(element.key().expression()));
            texts.add(exclusion.predicate());
        }
        texts.removeIf(Objects::isNull);
        return texts;
    }

    /** The expressions of the index. */
    public static List<SqlExpression> texts(Index index) {
        List<SqlExpression> texts = new ArrayList<>();
        index.keys().forEach(key -> texts.add(key.expression()));
        texts.add(index.predicate());
        texts.removeIf(Objects::isNull);
        return texts;
    }

    /** The expressions of the column: its default, and that by which it is computed. */
    public static List<SqlExpression> texts(Column column) {
        List<SqlExpression> texts = new ArrayList<>();
        texts.add(column.defaultValue());
        texts.add(column.generated() == null ? null : column.generated().expression());
        texts.removeIf(Objects::isNull);
        return texts;
    }

    /** The expressions of the table and all its parts. */
    public static List<SqlExpression> texts(Table table) {
        List<SqlExpression> texts = new ArrayList<>();
        table.columns().forEach(column -> texts.addAll(texts(column)));
        table.constraints().forEach(constraint -> texts.addAll(texts(constraint)));
        table.indexes().forEach(index -> texts.addAll(texts(index)));
        return texts;
    }

    /** Whether the expression holds one of the labels as a value of the enum type. */
    public static boolean anyLabel(Set<String> labels, QualifiedName type, SqlExpression expression) {
        return TypedLiterals.mentionsAny(labels, type.name(), expression.canonical());
    }

    static boolean any(Set<String> columns, Index index) {
        return !columns.isEmpty()
                && (index.keys().stream().anyMatch(key -> any(columns, key))
                        || anyOf(columns, index.include())
                        || any(columns, index.predicate()));
    }

    /** Whether an expression of the index, not one of its plain columns, names one of the columns. */
    public static boolean anyInExpressions(Set<String> columns, Index index) {
        return index.keys().stream().anyMatch(key -> any(columns, key.expression())) || any(columns, index.predicate());
    }

    /** Whether the expression names one of the columns. */
    public static boolean any(Set<String> columns, SqlExpression expression) {
        return expression != null && anyOf(columns, SqlNamesIn.expression(expression.canonical()));
    }

    private static boolean any(Set<String> columns, IndexKey key) {
        return key.column() != null ? columns.contains(key.column()) : any(columns, key.expression());
    }

    private static boolean anyOf(Set<String> columns, java.util.Collection<String> names) {
        return !Collections.disjoint(columns, names);
    }
}
