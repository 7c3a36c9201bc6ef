package dev.autogen.conformance.laws;

import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.EnumSketch;
import dev.autogen.conformance.laws.Sketch.SequenceSketch;
import dev.autogen.conformance.laws.Sketch.TableSketch;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Adds tables, columns, sequences and types to a sketch; {@link PartGrowth} adds what hangs on columns. */
final class Growth {
    static final List<String> SCHEMAS = List.of("other", "Sch\"ema $1");

    /** PostgreSQL takes a function's name before a lone literal for a type, if there is one of that name (section 10.3). */
    private static final Set<String> CALLED_WITH_A_LITERAL = Set.of("lower", "nextval");

    private static final List<String> COLLATIONS = List.of("\"C\"", "\"POSIX\"", "ucs_basic");

    private final Dice dice;
    private final Sketch sketch;
    private final HostileNames names;
    private final HostileTexts texts;
    private final PartGrowth parts;

    Growth(Dice dice, Sketch sketch) {
        this.dice = dice;
        this.sketch = sketch;
        this.names = new HostileNames(dice);
        this.texts = new HostileTexts(dice);
        this.parts = new PartGrowth(dice, sketch, names, texts);
    }

    PartGrowth parts() {
        return parts;
    }

    HostileTexts texts() {
        return texts;
    }

    /** A small catalog, most often with a bit of everything. */
    void grow() {
        for (String schema : SCHEMAS) {
            if (dice.oneIn(3)) {
                sketch.schemas.add(schema);
            }
        }
        times(dice.below(3), this::enumType);
        times(dice.below(3), this::sequence);
        times(dice.between(1, 4), this::table);
        times(dice.below(6), () -> parts.part(dice.pick(sketch.tables)));
        sketch.prune();
    }

    private static void times(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    private QualifiedName relation() {
        return name(name -> !isForTypes(name));
    }

    /** A type does not yet take over the name of a table that goes, or the other way round. */
    private static boolean isForTypes(String name) {
        return Math.floorMod(name.hashCode(), 3) == 0;
    }

    private QualifiedName name(Predicate<String> fits) {
        List<String> schemas = new ArrayList<>(sketch.schemas);
        String schema = schemas.isEmpty() || dice.percent(75) ? null : dice.pick(schemas);
        return new QualifiedName(schema, names.free(name -> fits.test(name) && sketch.isFree(schema, name)));
    }

    void enumType() {
        EnumSketch type = new EnumSketch();
        // A column says no more than "json"; in the default schema that is PostgreSQL's own type.
        type.name = name(
                name -> isForTypes(name) && !DataType.of(name).isBuiltIn() && !CALLED_WITH_A_LITERAL.contains(name));
        Set<String> labels = new LinkedHashSet<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            labels.add(label());
        }
        type.labels = new ArrayList<>(labels);
        sketch.enums.add(type);
    }

    /** At most 63 bytes. */
    String label() {
        return dice.percent(70)
                ? dice.pick("NEW", "PAID", "paid", "done", "a b", "it's")
                : dev.autogen.schema.Identifiers.cut(texts.text());
    }

    void sequence() {
        SequenceSketch sequence = new SequenceSketch();
        sequence.name = relation();
        sequence.type = dice.pick("bigint", "bigint", "integer", "smallint");
        sequence.options = options(sequence.name.name());
        sequence.comment = texts.comment(20);
        sketch.sequences.add(sequence);
    }

    /**
     * Options of a sequence that are not the default ones. It counts up or down for its name's sake and begins where any
     * other under that name might be, as PostgreSQL does not let a sequence's limits leave out where it stands.
     */
    SequenceOptions options(String name) {
        boolean up = name.length() % 4 != 0;
        boolean bounded = dice.oneIn(4);
        Long increment = up ? dice.pick((Long) null, 50L, 2L) : dice.pick(-1L, -50L);
        long highest = 9_999;
        long lowest = up ? -5 : -999;
        long first = up ? 100 : -100;
        Long max = bounded && up ? highest : null;
        Long min = bounded ? lowest : null;
        Long start = !bounded && dice.oneIn(2) ? null : first;
        return new SequenceOptions(start, increment, min, max, dice.oneIn(4) ? 20L : null, dice.oneIn(4) ? true : null);
    }

    void table() {
        TableSketch table = new TableSketch();
        table.name = relation();
        table.comment = texts.comment(25);
        sketch.tables.add(table);
        times(dice.oneIn(12) ? 0 : dice.between(1, 5), () -> column(table));
        times(table.columns.isEmpty() ? 0 : dice.between(0, 5), () -> parts.part(table));
    }

    ColumnSketch column(TableSketch table) {
        ColumnSketch column = new ColumnSketch();
        column.name = names.free(
                name -> table.columns.stream().noneMatch(other -> other.name.equals(name)) && fits(table, name));
        type(column);
        column.notNull = dice.oneIn(3);
        column.comment = texts.comment(12);
        table.columns.add(column);
        if (dice.oneIn(3)) {
            value(table, column);
        }
        if (column.kind.isCollatable() && column.generated == null && dice.oneIn(6)) {
            collate(column);
        }
        return column;
    }

    private boolean fits(TableSketch table, String column) {
        String sequence = dev.autogen.schema.Identifiers.objectName(table.name.name(), column, "seq");
        return sketch.isFree(table.name.schema(), sequence);
    }

    void collate(ColumnSketch column) {
        column.collation = dice.pick(COLLATIONS);
    }

    /** Gives the column a type of any kind. */
    void type(ColumnSketch column) {
        Kind kind = dice.percent(45) ? dice.pick(Kind.TEXT, Kind.INTEGER) : dice.pick(List.of(Kind.values()));
        if (kind.isEnum() && sketch.enums.isEmpty()) {
            kind = Kind.TEXT;
        }
        column.kind = kind;
        column.enumType = kind.isEnum() ? dice.pick(sketch.enums) : null;
        column.collation = null;
        spelling(column);
    }

    /** Gives the column another type of its kind. */
    void spelling(ColumnSketch column) {
        column.type = column.kind.isEnum() ? DataType.of("text") : DataType.parse(dice.pick(column.kind.types()));
        if (column.kind == Kind.NUMBER && sketch.majorVersion >= 15 && dice.oneIn(10)) {
            column.type = DataType.parse("numeric(5,-2)");
        }
    }

    /** Says where the column's value comes from when nobody tells it. */
    void value(TableSketch table, ColumnSketch column) {
        column.defaultValue = null;
        column.identity = null;
        column.generated = null;
        column.virtual = false;
        if (column.kind == Kind.INTEGER && dice.percent(60)) {
            if (!sketch.sequences.isEmpty() && dice.oneIn(2)) {
                drawFromSequence(table, column);
            } else {
                column.identity = identity(column.name);
            }
        } else if (dice.oneIn(3) && generated(table, column)) {
            column.collation = null;
        } else {
            String picked = dice.pick(column.kind.defaults());
            // A column that comes later is filled at once, so its default has to fit.
            String text = column.type.equals(DataType.of("varchar", 1)) ? "'b'" : picked;
            column.defaultValue = text.equals("null") ? null : Snippet.ofDefault(text, texts, column, dice.oneIn(2));
        }
    }

    private Identity identity(String column) {
        return switch (dice.below(4)) {
            case 0 -> new Identity(Identity.Kind.SERIAL, SequenceOptions.NONE);
            case 1 -> new Identity(Identity.Kind.BY_DEFAULT, options(column));
            case 2 -> new Identity(Identity.Kind.BY_DEFAULT, SequenceOptions.NONE);
            default -> new Identity(Identity.Kind.ALWAYS, dice.oneIn(2) ? SequenceOptions.NONE : options(column));
        };
    }

    private void drawFromSequence(TableSketch table, ColumnSketch column) {
        SequenceSketch sequence = dice.pick(sketch.sequences);
        if (sequence.owner != null) {
            return;
        }
        String text =
                dice.pick("nextval({sequence})", "nextval({sequence}::regclass)", "nextval({sequence}::regclass) + 1");
        column.defaultValue = Snippet.nextValueOf(sequence, text, dice.oneIn(2));
        boolean drawnElsewhere = columns()
                .anyMatch(other ->
                        other != column && other.defaultValue != null && other.defaultValue.sequence() == sequence);
        if (dice.oneIn(2) && !drawnElsewhere && Objects.equals(sequence.name.schema(), table.name.schema())) {
            sequence.owner = column;
        }
    }

    private boolean generated(TableSketch table, ColumnSketch column) {
        List<ColumnSketch> sources = table.columns.stream()
                .filter(source -> source != column && source.generated == null)
                .filter(source -> ExpressionTexts.OF.containsKey(source.kind))
                .toList();
        boolean isSource =
                table.columns.stream().anyMatch(other -> other.generated != null && other.generated.mentions(column));
        if (sources.isEmpty() || isSource) {
            return false;
        }
        ColumnSketch source = dice.pick(sources);
        ExpressionTexts.Value value = dice.pick(ExpressionTexts.OF.get(source.kind));
        column.kind = value.kind();
        column.type = DataType.parse(value.type());
        column.enumType = null;
        column.generated = Snippet.of(value.text(), texts, List.of(source), false);
        column.virtual = sketch.majorVersion >= 18 && dice.oneIn(2);
        return true;
    }

    /** All columns of all tables. */
    Stream<ColumnSketch> columns() {
        return sketch.tables.stream().flatMap(table -> table.columns.stream());
    }
}
