package dev.autogen.conformance.laws;

import static java.util.Comparator.comparing;

import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.EnumSketch;
import dev.autogen.conformance.laws.Sketch.ExclusionSketch;
import dev.autogen.conformance.laws.Sketch.ForeignKeySketch;
import dev.autogen.conformance.laws.Sketch.IndexSketch;
import dev.autogen.conformance.laws.Sketch.Key;
import dev.autogen.conformance.laws.Sketch.KeySketch;
import dev.autogen.conformance.laws.Sketch.SequenceSketch;
import dev.autogen.conformance.laws.Sketch.TableSketch;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/** Makes a catalog of a sketch. */
final class Freezing {
    private final Sketch sketch;

    private Freezing(Sketch sketch) {
        this.sketch = sketch;
    }

    static Catalog of(Sketch sketch) {
        Freezing freezing = new Freezing(sketch);
        return new Catalog(
                sketch.schemas.stream().map(Freezing::schema).toList(),
                List.of(),
                sketch.enums.stream()
                        .map(type -> new EnumType(type.name, type.labels, comment(type)))
                        .toList(),
                sketch.sequences.stream().map(freezing::sequence).toList(),
                sketch.tables.stream().map(freezing::table).toList());
    }

    private static Schema schema(String name) {
        return new Schema(name, name.length() % 2 == 0 ? null : "what belongs to \"" + name + "\" -- it's $$");
    }

    /** Another one when the labels become more or fewer, or none. */
    private static String comment(EnumSketch type) {
        return switch (Math.floorMod(type.name.hashCode() + type.labels.size(), 3)) {
            case 0 -> null;
            case 1 -> "it's one of\n\"" + type.labels.get(0) + '"';
            default -> "\\ $$ -- /*";
        };
    }

    private Sequence sequence(SequenceSketch sequence) {
        ColumnRef owner = sketch.tables.stream()
                .filter(table -> table.columns.contains(sequence.owner))
                .map(table -> new ColumnRef(table.name, sequence.owner.name))
                .findFirst()
                .orElse(null);
        return new Sequence(sequence.name, DataType.parse(sequence.type), sequence.options, owner, sequence.comment);
    }

    private Table table(TableSketch table) {
        return new Table(
                table.name,
                table.columns.stream().map(column -> column(table, column)).toList(),
                table.primaryKey == null
                        ? null
                        : new PrimaryKey(
                                table.primaryKey.name,
                                names(table.primaryKey.columns),
                                names(table.primaryKey.include),
                                table.primaryKey.deferrability),
                table.uniques.stream()
                        .sorted(comparing(unique -> unique.name))
                        .map(Freezing::unique)
                        .toList(),
                table.foreignKeys.stream()
                        .sorted(comparing(key -> key.name))
                        .map(Freezing::foreignKey)
                        .toList(),
                table.checks.stream()
                        .sorted(comparing(check -> check.name))
                        .map(check -> new CheckConstraint(
                                check.name, expression(check.expression), check.noInherit, check.validated))
                        .toList(),
                table.exclusions.stream()
                        .sorted(comparing(exclusion -> exclusion.name))
                        .map(this::exclusion)
                        .toList(),
                table.indexes.stream()
                        .sorted(comparing(index -> index.name))
                        .map(this::index)
                        .toList(),
                table.comment);
    }

    private Column column(TableSketch table, ColumnSketch column) {
        DataType type = column.type;
        if (column.enumType != null) {
            type = new DataType(
                    column.enumType.name.schema(),
                    column.enumType.name.name(),
                    List.of(),
                    column.kind == Kind.ENUMS ? 1 : 0);
        }
        return new Column(
                column.name,
                type,
                !column.notNull && column.identity == null && !table.isInKey(column),
                expression(column.defaultValue),
                column.identity,
                column.generated == null ? null : new Generated(expression(column.generated), !column.virtual),
                column.collation,
                column.comment);
    }

    private static UniqueConstraint unique(KeySketch unique) {
        return new UniqueConstraint(
                unique.name,
                names(unique.columns),
                names(unique.include),
                unique.nullsNotDistinct,
                unique.deferrability);
    }

    private static ForeignKey foreignKey(ForeignKeySketch key) {
        return new ForeignKey(
                key.name,
                names(key.columns),
                key.target.name,
                names(key.targetColumns),
                key.onDelete,
                names(key.onDeleteColumns),
                key.onUpdate,
                key.matchFull,
                key.deferrability,
                key.validated);
    }

    private ExclusionConstraint exclusion(ExclusionSketch exclusion) {
        return new ExclusionConstraint(
                exclusion.name,
                exclusion.method,
                exclusion.keys.stream()
                        .map(key -> new ExclusionConstraint.Element(key(key), key.operator()))
                        .toList(),
                expression(exclusion.predicate),
                exclusion.deferrability);
    }

    private Index index(IndexSketch index) {
        return new Index(
                index.name,
                index.method,
                index.keys.stream().map(this::key).toList(),
                names(index.include),
                index.unique,
                index.nullsNotDistinct,
                expression(index.predicate),
                index.options,
                true);
    }

    private IndexKey key(Key key) {
        return new IndexKey(
                key.column() == null ? null : key.column().name,
                expression(key.expression()),
                key.collation(),
                key.operatorClass(),
                key.descending(),
                key.nullsFirst());
    }

    private SqlExpression expression(Snippet snippet) {
        return snippet == null ? null : snippet.frozen(sketch.defaultSchema);
    }

    private static List<String> names(List<ColumnSketch> columns) {
        return columns.stream().map(column -> column.name).toList();
    }
}
