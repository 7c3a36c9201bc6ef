package dev.autogen.codegen;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What tables, sequences and types consist of, with every option. */
record RandomElements(RandomTexts random) {

    EnumType enumType() {
        return new EnumType(random.qualified(), List.copyOf(labels()));
    }

    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        IntStream.range(0, random.chance().nextInt(8)).forEach(i -> labels.add(random.text()));
        return labels;
    }

    long number() {
        return random.flag() ? random.chance().nextInt(100) : random.chance().nextLong();
    }

    long nonZero() {
        return 1L + random.chance().nextInt(100);
    }

    SequenceOptions options() {
        return new SequenceOptions(
                random.orNull(this::number),
                random.orNull(this::nonZero),
                random.orNull(this::number),
                random.orNull(this::number),
                random.orNull(this::nonZero),
                random.orNull(random::flag));
    }

    Sequence sequence() {
        return new Sequence(
                random.qualified(),
                DataType.of(random.pick(List.of("bigint", "integer", "smallint"))),
                options(),
                random.orNull(() -> new ColumnRef(random.qualified(), random.name())),
                random.orNull(random::text));
    }

    DataType type() {
        DataType scalar = random.pick(List.<Supplier<DataType>>of(
                        () -> DataType.of(
                                random.pick(List.of("bigint", "text", "boolean", "double precision", "uuid", "date"))),
                        () -> DataType.of("varchar", 1 + random.chance().nextInt(300)),
                        () -> DataType.of("char", 3),
                        () -> DataType.of("numeric", 10, random.chance().nextInt(5) - 2),
                        () -> DataType.of("timestamptz", random.chance().nextInt(7)),
                        () -> DataType.of("bit", 8),
                        () -> DataType.parse("interval day to second(3)"),
                        () -> DataType.parse("geometry(Point,4326)"),
                        () -> DataType.parse("\"char\""),
                        () -> new DataType(random.orNull(random::name), random.name(), List.of(), 0)))
                .get();
        return random.flag() ? scalar : scalar.array();
    }

    Column column(String name) {
        Column column = Column.of(name, type())
                .withNullable(random.flag())
                .withCollation(random.orNull(() -> "\"C\""))
                .withComment(random.orNull(random::text));
        return switch (random.chance().nextInt(4)) {
            case 0 -> column.withDefault(random.expression());
            case 1 -> numbered(column, random.pick(List.of(Identity.Kind.values())));
            case 2 -> column.withGenerated(new Generated(random.expression(), random.flag(), random.flag()));
            default -> column;
        };
    }

    /** PostgreSQL has serial columns of whole numbers alone. */
    private Column numbered(Column column, Identity.Kind kind) {
        return (kind == Identity.Kind.SERIAL ? column.withType(DataType.of("bigint")) : column)
                .withIdentity(new Identity(kind, options()));
    }

    Table table() {
        List<Constraint> constraints = new ArrayList<>();
        Set<String> names = names(6);
        boolean keyed = false;
        for (String name : names) {
            Constraint constraint = constraint().withName(name);
            if (!(constraint instanceof PrimaryKey) || !keyed) {
                keyed |= constraint instanceof PrimaryKey;
                constraints.add(constraint);
            }
        }
        return Table.of(random.qualified(), names(8).stream().map(this::column).toList())
                .withConstraints(constraints)
                .withComment(random.orNull(random::text));
    }

    Set<String> names(int most) {
        Set<String> names = new LinkedHashSet<>();
        IntStream.rangeClosed(0, random.chance().nextInt(most)).forEach(i -> names.add(random.name()));
        return names;
    }

    List<String> columns() {
        return List.copyOf(names(4));
    }

    List<String> maybeColumns() {
        return random.flag() ? List.of() : columns();
    }

    Deferrability deferrability() {
        return random.pick(List.of(Deferrability.values()));
    }

    ReferentialAction action() {
        return random.pick(List.of(ReferentialAction.values()));
    }

    Constraint constraint() {
        return switch (random.chance().nextInt(5)) {
            case 0 -> new PrimaryKey(random.name(), columns(), maybeColumns(), deferrability(), random.flag());
            case 1 ->
                new UniqueConstraint(
                        random.name(), columns(), maybeColumns(), random.flag(), deferrability(), random.flag());
            case 2 -> {
                List<String> columns = columns();
                List<String> targets = IntStream.range(0, columns.size())
                        .mapToObj(i -> "target" + i)
                        .toList();
                boolean enforced = random.flag();
                yield new ForeignKey(
                        random.name(),
                        columns,
                        random.qualified(),
                        targets,
                        action(),
                        maybeColumns(),
                        action(),
                        random.flag(),
                        deferrability(),
                        enforced && random.flag(),
                        enforced,
                        random.flag());
            }
            case 3 -> {
                boolean enforced = random.flag();
                yield new CheckConstraint(
                        random.name(), random.expression(), random.flag(), enforced && random.flag(), enforced);
            }
            default ->
                new ExclusionConstraint(
                        random.name(),
                        random.flag() ? "gist" : "btree",
                        random.atLeastOne(
                                () -> new ExclusionConstraint.Element(key(), random.pick(List.of("&&", "=")))),
                        random.orNull(random::expression),
                        deferrability());
        };
    }

    Domain domain() {
        return new Domain(
                random.qualified(),
                type(),
                random.flag(),
                random.orNull(random::expression),
                random.flag() ? null : "\"C\"",
                random.some(this::domainCheck),
                random.orNull(random::text));
    }

    CheckConstraint domainCheck() {
        return new CheckConstraint(random.name(), random.expression(), false, random.flag());
    }

    IndexKey key() {
        boolean column = random.flag();
        return new IndexKey(
                column ? random.name() : null,
                column ? null : random.expression(),
                random.orNull(() -> "\"C\""),
                random.orNull(() -> "text_pattern_ops"),
                random.flag(),
                random.flag());
    }

    Index index() {
        Map<String, String> options = random.flag() ? Map.of() : new TreeMap<>(Map.of("fillfactor", "70", "b", "off"));
        List<IndexKey> keys =
                random.flag() ? columns().stream().map(IndexKey::column).toList() : random.atLeastOne(this::key);
        return new Index(
                random.name(),
                random.flag() ? Index.BTREE : "gin",
                keys,
                maybeColumns(),
                random.flag(),
                random.flag(),
                random.orNull(random::expression),
                options,
                true);
    }

    Identity identity() {
        return new Identity(random.flag() ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT, options());
    }
}
