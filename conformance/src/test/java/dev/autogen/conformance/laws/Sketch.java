package dev.autogen.conformance.laws;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A catalog while it is being made up: parts point at each other, so that one can be renamed, changed or taken away.
 * {@link #prune} takes away what has lost its ground, {@link Freezing} makes a catalog of it.
 */
final class Sketch {
    final int majorVersion;
    final String defaultSchema;
    final Set<String> schemas = new LinkedHashSet<>();
    final List<EnumSketch> enums = new ArrayList<>();
    final List<SequenceSketch> sequences = new ArrayList<>();
    final List<TableSketch> tables = new ArrayList<>();

    Sketch(int majorVersion, String defaultSchema) {
        this.majorVersion = majorVersion;
        this.defaultSchema = defaultSchema;
    }

    static final class EnumSketch {
        QualifiedName name;
        List<String> labels;
    }

    static final class SequenceSketch {
        QualifiedName name;
        String type;
        SequenceOptions options;
        ColumnSketch owner;
        String comment;
    }

    static final class TableSketch {
        QualifiedName name;
        String comment;
        final List<ColumnSketch> columns = new ArrayList<>();
        KeySketch primaryKey;
        final List<KeySketch> uniques = new ArrayList<>();
        final List<ForeignKeySketch> foreignKeys = new ArrayList<>();
        final List<CheckSketch> checks = new ArrayList<>();
        final List<ExclusionSketch> exclusions = new ArrayList<>();
        final List<IndexSketch> indexes = new ArrayList<>();

        boolean isInKey(ColumnSketch column) {
            return primaryKey != null && primaryKey.columns.contains(column);
        }
    }

    static final class ColumnSketch {
        String name;
        Kind kind;
        DataType type;
        EnumSketch enumType;
        boolean notNull;
        Snippet defaultValue;
        Identity identity;
        Snippet generated;
        boolean virtual;
        String collation;
        String comment;

        boolean isPlain() {
            return generated == null && identity == null && defaultValue == null;
        }
    }

    static final class KeySketch {
        String name;
        List<ColumnSketch> columns;
        List<ColumnSketch> include = List.of();
        boolean nullsNotDistinct;
        Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    }

    static final class ForeignKeySketch {
        String name;
        List<ColumnSketch> columns;
        TableSketch target;
        List<ColumnSketch> targetColumns;
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        List<ColumnSketch> onDeleteColumns = List.of();
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        boolean matchFull;
        Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
        boolean validated = true;
    }

    static final class CheckSketch {
        String name;
        Snippet expression;
        boolean noInherit;
        boolean validated = true;
    }

    /** A column or an expression as the key of an index. */
    record Key(
            ColumnSketch column,
            Kind kind,
            Snippet expression,
            String collation,
            String operatorClass,
            boolean descending,
            boolean nullsFirst,
            String operator) {}

    static final class ExclusionSketch {
        String name;
        String method;
        List<Key> keys;
        Snippet predicate;
        Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    }

    static final class IndexSketch {
        String name;
        String method;
        List<Key> keys;
        List<ColumnSketch> include = List.of();
        boolean unique;
        boolean nullsNotDistinct;
        Snippet predicate;
        Map<String, String> options = new TreeMap<>();
    }

    /** Whether nothing else in the schema has the name, of what shares a name space with tables. */
    boolean isFree(String schema, String name) {
        return !relations(schema).contains(name);
    }

    /** All names in the schema that a table, sequence, index or type has, or its parts are given by PostgreSQL. */
    private Set<String> relations(String schema) {
        Set<String> names = new HashSet<>();
        for (EnumSketch type : enums) {
            add(names, schema, type.name, type.name.name());
        }
        sequences.forEach(sequence -> add(names, schema, sequence.name, sequence.name.name()));
        for (TableSketch table : tables) {
            add(names, schema, table.name, table.name.name());
            table.columns.stream()
                    .filter(column -> column.kind == Kind.INTEGER)
                    .forEach(column -> add(
                            names, schema, table.name, Identifiers.objectName(table.name.name(), column.name, "seq")));
            if (table.primaryKey != null) {
                add(names, schema, table.name, table.primaryKey.name);
            }
            table.uniques.forEach(unique -> add(names, schema, table.name, unique.name));
            table.exclusions.forEach(exclusion -> add(names, schema, table.name, exclusion.name));
            table.indexes.forEach(index -> add(names, schema, table.name, index.name));
        }
        return names;
    }

    private static void add(Set<String> names, String schema, QualifiedName owner, String name) {
        if (java.util.Objects.equals(schema, owner.schema())) {
            names.add(name);
        }
    }

    /** Whether no constraint of the table has the name. */
    static boolean isFreeConstraint(TableSketch table, String name) {
        Set<String> names = new HashSet<>();
        if (table.primaryKey != null) {
            names.add(table.primaryKey.name);
        }
        table.uniques.forEach(unique -> names.add(unique.name));
        table.exclusions.forEach(exclusion -> names.add(exclusion.name));
        table.checks.forEach(check -> names.add(check.name));
        table.foreignKeys.forEach(key -> names.add(key.name));
        // What PostgreSQL 18 calls NOT NULL.
        table.columns.forEach(column -> names.add(Identifiers.objectName(table.name.name(), column.name, "not_null")));
        return !names.contains(name);
    }

    /** Takes away what mentions what is no more, until nothing does. */
    void prune() {
        new Pruning(this).run();
    }
}
