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
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Operations of every kind with every option, and with the names and texts that break careless writers. */
final class RandomOperations {
    private static final List<String> HOSTILE = List.of(
            "a",
            "order",
            "Mixed Case",
            "with.dot",
            "quo\"te",
            "\"\"\"",
            "back\\slash",
            "\\u000a",
            "\\\\u0022",
            "$T",
            "$L$$",
            "*/",
            "//",
            "{@link x}",
            "<b>&amp;",
            "new\nline",
            "tab\t",
            "\r\n",
            "bell\u0007",
            "del\u007f",
            "\u00e9\u00df\u4e2d",
            "\ud83d\ude00",
            "rtl\u202e",
            "nbsp\u00a0",
            "line\u2028sep",
            "  led",
            "trailed  ",
            " ",
            "%s",
            "'quoted'",
            "?");

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    /** One operation of each kind. */
    List<Operation> ofEachKind() {
        List<Operation> operations = new ArrayList<>(List.of(
                new CreateSchema(name()),
                new DropSchema(name()),
                new CreateExtension(name()),
                new DropExtension(name()),
                new CreateEnum(enumType()),
                addEnumValue(),
                new RenameEnumValue(qualified(), text(), text()),
                new RebuildEnum(enumType(), orNull(this::enumType), some(this::use)),
                new DropEnum(qualified(), orNull(this::enumType)),
                new CreateDomain(domain()),
                new AlterDomain(qualified(), atLeastOne(this::domainChange)),
                new DropDomain(qualified(), orNull(this::domain)),
                new CreateSequence(sequence()),
                new AlterSequence(qualified(), sequenceChanges()),
                new ContinueNumbering(new ColumnRef(qualified(), name()), null, ContinueNumbering.Standing.ROWS),
                new ContinueNumbering(
                        new ColumnRef(qualified(), name()),
                        qualified(),
                        flag() ? ContinueNumbering.Standing.SEQUENCE : ContinueNumbering.Standing.COLUMN),
                new DropExpression(qualified(), name(), orNull(() -> column(name()))),
                new RenameSequence(qualified(), name()),
                new DropSequence(qualified(), orNull(this::sequence)),
                new CreateTable(table()),
                new RenameTable(qualified(), name()),
                new SetTableComment(qualified(), orNull(this::text), orNull(this::text)),
                new DropTable(qualified(), orNull(this::table)),
                new AddColumn(qualified(), column(name())),
                new AlterColumn(qualified(), name(), changes()),
                new RenameColumn(qualified(), name(), name()),
                new DropColumn(qualified(), name(), orNull(() -> column(name()))),
                addConstraint(),
                new RenameConstraint(qualified(), name(), name()),
                new ValidateConstraint(qualified(), name()),
                new DropConstraint(qualified(), name(), orNull(this::constraint)),
                new CreateIndex(qualified(), index(), flag()),
                new RenameIndex(qualified(), name(), name()),
                new DropIndex(qualified(), name(), orNull(this::index), flag()),
                new ExecuteSql(sql(), some(this::parameter))));
        for (DependentObject object : new RandomDependents(this).ofEachKind()) {
            operations.add(new DropDependent(object.id(), orNull(() -> object)));
            operations.add(new CreateDependent(object));
        }
        return operations;
    }

    String name() {
        StringBuilder name = new StringBuilder(pick(HOSTILE));
        while (flag()) {
            name.append(pick(HOSTILE));
        }
        return Identifiers.cut(name.toString());
    }

    /** Any text, short or long, with or without lines. */
    String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(10) == 0 ? 60 : random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            text.append(pick(HOSTILE)).append(pick(List.of("", " ", "  ", "\n", "\n\n", "\"")));
        }
        return text.toString();
    }

    String sql() {
        String text = text();
        return text.isBlank() ? "now()" : text;
    }

    SqlExpression expression() {
        return SqlExpression.of(sql());
    }

    private Object parameter() {
        return pick(List.<Supplier<Object>>of(
                        this::text,
                        random::nextInt,
                        random::nextLong,
                        random::nextBoolean,
                        random::nextDouble,
                        random::nextFloat,
                        () -> (short) random.nextInt(),
                        () -> (byte) random.nextInt(),
                        () -> new BigDecimal("-1.50"),
                        () -> new UUID(random.nextLong(), random.nextLong()),
                        () -> LocalDate.of(2026, 11, 21),
                        () -> Instant.EPOCH))
                .get();
    }

    QualifiedName qualified() {
        return new QualifiedName(orNull(this::name), name());
    }

    private EnumType enumType() {
        return new EnumType(qualified(), List.copyOf(labels()));
    }

    private Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        IntStream.range(0, random.nextInt(8)).forEach(i -> labels.add(text()));
        return labels;
    }

    private AddEnumValue addEnumValue() {
        String after = orNull(this::text);
        String before = after == null ? orNull(this::text) : null;
        return new AddEnumValue(qualified(), text(), after, before, orNull(this::enumType), some(this::use));
    }

    private EnumUse use() {
        return new EnumUse(new ColumnRef(qualified(), name()), flag(), orNull(this::expression));
    }

    private long number() {
        return flag() ? random.nextInt(100) : random.nextLong();
    }

    private long nonZero() {
        return 1L + random.nextInt(100);
    }

    private SequenceOptions options() {
        return new SequenceOptions(
                orNull(this::number),
                orNull(this::nonZero),
                orNull(this::number),
                orNull(this::number),
                orNull(this::nonZero),
                orNull(this::flag));
    }

    private Sequence sequence() {
        return new Sequence(
                qualified(),
                DataType.of(pick(List.of("bigint", "integer", "smallint"))),
                options(),
                orNull(() -> new ColumnRef(qualified(), name())),
                orNull(this::text));
    }

    private DataType type() {
        DataType scalar = pick(List.<Supplier<DataType>>of(
                        () -> DataType.of(
                                pick(List.of("bigint", "text", "boolean", "double precision", "uuid", "date"))),
                        () -> DataType.of("varchar", 1 + random.nextInt(300)),
                        () -> DataType.of("char", 3),
                        () -> DataType.of("numeric", 10, random.nextInt(5) - 2),
                        () -> DataType.of("timestamptz", random.nextInt(7)),
                        () -> DataType.of("bit", 8),
                        () -> DataType.parse("interval day to second(3)"),
                        () -> DataType.parse("geometry(Point,4326)"),
                        () -> DataType.parse("\"char\""),
                        () -> new DataType(orNull(this::name), name(), List.of(), 0)))
                .get();
        return flag() ? scalar : scalar.array();
    }

    private Column column(String name) {
        Column column = Column.of(name, type())
                .withNullable(flag())
                .withCollation(orNull(() -> "\"C\""))
                .withComment(orNull(this::text));
        return switch (random.nextInt(4)) {
            case 0 -> column.withDefault(expression());
            case 1 -> column.withIdentity(new Identity(pick(List.of(Identity.Kind.values())), options()));
            case 2 -> column.withGenerated(new Generated(expression(), flag()));
            default -> column;
        };
    }

    private Table table() {
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
        return Table.of(qualified(), names(8).stream().map(this::column).toList())
                .withConstraints(constraints)
                .withComment(orNull(this::text));
    }

    private Set<String> names(int most) {
        Set<String> names = new LinkedHashSet<>();
        IntStream.rangeClosed(0, random.nextInt(most)).forEach(i -> names.add(name()));
        return names;
    }

    private List<String> columns() {
        return List.copyOf(names(4));
    }

    List<String> maybeColumns() {
        return flag() ? List.of() : columns();
    }

    private Deferrability deferrability() {
        return pick(List.of(Deferrability.values()));
    }

    private ReferentialAction action() {
        return pick(List.of(ReferentialAction.values()));
    }

    private AddConstraint addConstraint() {
        Constraint constraint = constraint();
        boolean key = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
        return new AddConstraint(qualified(), constraint, key && flag() ? name() : null);
    }

    private Constraint constraint() {
        return switch (random.nextInt(5)) {
            case 0 -> new PrimaryKey(name(), columns(), maybeColumns(), deferrability(), flag());
            case 1 -> new UniqueConstraint(name(), columns(), maybeColumns(), flag(), deferrability(), flag());
            case 2 -> {
                List<String> columns = columns();
                List<String> targets = IntStream.range(0, columns.size())
                        .mapToObj(i -> "target" + i)
                        .toList();
                boolean enforced = flag();
                yield new ForeignKey(
                        name(),
                        columns,
                        qualified(),
                        targets,
                        action(),
                        maybeColumns(),
                        action(),
                        flag(),
                        deferrability(),
                        enforced && flag(),
                        enforced,
                        flag());
            }
            case 3 -> {
                boolean enforced = flag();
                yield new CheckConstraint(name(), expression(), flag(), enforced && flag(), enforced);
            }
            default ->
                new ExclusionConstraint(
                        name(),
                        flag() ? "gist" : "btree",
                        atLeastOne(() -> new ExclusionConstraint.Element(key(), "&&")),
                        orNull(this::expression),
                        deferrability());
        };
    }

    private Domain domain() {
        return new Domain(
                qualified(),
                type(),
                flag(),
                orNull(this::expression),
                flag() ? null : "\"C\"",
                some(this::domainCheck),
                orNull(this::text));
    }

    private CheckConstraint domainCheck() {
        return new CheckConstraint(name(), expression(), false, flag());
    }

    private DomainChange domainChange() {
        return switch (random.nextInt(5)) {
            case 0 -> new DomainChange.Default(orNull(this::expression), orNull(this::expression));
            case 1 -> new DomainChange.Nullability(flag());
            case 2 -> new DomainChange.AddCheck(domainCheck());
            case 3 -> new DomainChange.DropCheck(name(), orNull(this::domainCheck));
            default -> new DomainChange.Comment(orNull(this::text), orNull(this::text));
        };
    }

    private IndexKey key() {
        boolean column = flag();
        return new IndexKey(
                column ? name() : null,
                column ? null : expression(),
                orNull(() -> "\"C\""),
                orNull(() -> "text_pattern_ops"),
                flag(),
                flag());
    }

    private Index index() {
        Map<String, String> options = flag() ? Map.of() : new TreeMap<>(Map.of("fillfactor", "70", "b", "off"));
        List<IndexKey> keys = flag() ? columns().stream().map(IndexKey::column).toList() : atLeastOne(this::key);
        return new Index(
                name(),
                flag() ? Index.BTREE : "gin",
                keys,
                maybeColumns(),
                flag(),
                flag(),
                orNull(this::expression),
                options,
                true);
    }

    private List<ColumnChange> changes() {
        List<ColumnChange> changes = new ArrayList<>();
        if (flag()) {
            changes.add(new ColumnChange.Type(
                    type(), orNull(() -> "\"C\""), orNull(this::sql), orNull(this::type), null, orNull(this::sql)));
        }
        if (flag()) {
            changes.add(new ColumnChange.Default(orNull(this::expression), orNull(this::expression)));
        }
        if (flag()) {
            changes.add(new ColumnChange.Expression(expression(), orNull(this::expression)));
        }
        if (flag()) {
            changes.add(flag() ? new ColumnChange.Numbering(null, identity(), true) : numbering());
        }
        if (changes.isEmpty() || flag()) {
            changes.add(new ColumnChange.Nullability(flag()));
        }
        if (flag()) {
            changes.add(new ColumnChange.Comment(orNull(this::text), orNull(this::text)));
        }
        return changes;
    }

    private List<SequenceChange> sequenceChanges() {
        List<SequenceChange> changes = new ArrayList<>();
        if (flag()) {
            changes.add(new SequenceChange.Type(DataType.of("integer"), orNull(() -> DataType.of("smallint"))));
        }
        changes.add(new SequenceChange.Options(
                new SequenceOptions(number(), nonZero(), orNull(this::number), null, null, orNull(this::flag)),
                orNull(this::options)));
        if (flag()) {
            changes.add(new SequenceChange.Owner(orNull(() -> new ColumnRef(qualified(), name())), null));
        }
        if (flag()) {
            changes.add(new SequenceChange.Comment(orNull(this::text), orNull(this::text)));
        }
        return changes;
    }

    private ColumnChange numbering() {
        return new ColumnChange.Numbering(identity(), orNull(this::identity), flag());
    }

    private Identity identity() {
        return new Identity(flag() ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT, options());
    }

    boolean flag() {
        return random.nextBoolean();
    }

    <T> T orNull(Supplier<T> value) {
        return flag() ? null : value.get();
    }

    <T> List<T> some(Supplier<T> value) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value.get()).toList();
    }

    <T> List<T> atLeastOne(Supplier<T> value) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> value.get())
                .toList();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
