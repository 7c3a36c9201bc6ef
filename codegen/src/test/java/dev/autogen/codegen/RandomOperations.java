package dev.autogen.codegen;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.SequenceOptions;
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
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Operations of every kind with every option. */
final class RandomOperations {
    private final RandomTexts random;
    private final RandomElements elements;

    RandomOperations(long seed) {
        random = new RandomTexts(seed);
        elements = new RandomElements(random);
    }

    /** The texts that they are made of. */
    RandomTexts texts() {
        return random;
    }

    /** One operation of each kind. */
    List<Operation> ofEachKind() {
        List<Operation> operations = new ArrayList<>(List.of(
                new CreateSchema(random.name()),
                new SetSchemaComment(random.name(), random.orNull(random::text), random.orNull(random::text)),
                new DropSchema(random.name(), random.orNull(random::text)),
                new CreateExtension(random.name()),
                new DropExtension(random.name()),
                new CreateEnum(elements.enumType()),
                addEnumValue(),
                new RenameEnumValue(random.qualified(), random.text(), random.text()),
                new RebuildEnum(
                        elements.enumType().withComment(random.orNull(random::text)),
                        random.orNull(elements::enumType),
                        random.some(this::use)),
                new DropEnum(random.qualified(), random.orNull(elements::enumType)),
                new CreateDomain(elements.domain()),
                new AlterDomain(random.qualified(), random.atLeastOne(this::domainChange)),
                new DropDomain(random.qualified(), random.orNull(elements::domain)),
                new CreateSequence(elements.sequence()),
                new AlterSequence(random.qualified(), sequenceChanges()),
                new ContinueNumbering(
                        new ColumnRef(random.qualified(), random.name()), null, ContinueNumbering.Standing.ROWS),
                new ContinueNumbering(
                        new ColumnRef(random.qualified(), random.name()),
                        random.qualified(),
                        random.flag() ? ContinueNumbering.Standing.SEQUENCE : ContinueNumbering.Standing.COLUMN),
                new DropExpression(
                        random.qualified(), random.name(), random.orNull(() -> elements.column(random.name()))),
                new RenameSequence(random.qualified(), random.name()),
                new DropSequence(random.qualified(), random.orNull(elements::sequence)),
                new CreateTable(elements.table()),
                new RenameTable(random.qualified(), random.name()),
                new SetEnumComment(random.qualified(), random.orNull(random::text), random.orNull(random::text)),
                new SetTableComment(random.qualified(), random.orNull(random::text), random.orNull(random::text)),
                new DropTable(random.qualified(), random.orNull(elements::table)),
                new AddColumn(random.qualified(), elements.column(random.name())),
                new AlterColumn(random.qualified(), random.name(), changes()),
                new RenameColumn(random.qualified(), random.name(), random.name()),
                new DropColumn(random.qualified(), random.name(), random.orNull(() -> elements.column(random.name()))),
                addConstraint(),
                new RenameConstraint(random.qualified(), random.name(), random.name()),
                new ValidateConstraint(random.qualified(), random.name(), random.orNull(elements::constraint)),
                dropConstraint(),
                new CreateIndex(random.qualified(), elements.index(), random.flag()),
                new RenameIndex(random.qualified(), random.name(), random.name()),
                new DropIndex(random.qualified(), random.name(), random.orNull(elements::index), random.flag()),
                new ExecuteSql(random.sql(), random.some(this::parameter))));
        for (DependentObject object : new RandomDependents(random, elements).ofEachKind()) {
            operations.add(new DropDependent(object.id(), random.orNull(() -> object)));
            operations.add(new CreateDependent(object));
        }
        return operations;
    }

    private Object parameter() {
        return random.pick(List.<Supplier<Object>>of(
                        random::text,
                        random.chance()::nextInt,
                        random.chance()::nextLong,
                        random.chance()::nextBoolean,
                        random.chance()::nextDouble,
                        random.chance()::nextFloat,
                        () -> (short) random.chance().nextInt(),
                        () -> (byte) random.chance().nextInt(),
                        () -> new BigDecimal("-1.50"),
                        () -> new UUID(
                                random.chance().nextLong(), random.chance().nextLong()),
                        () -> LocalDate.of(2026, 11, 21),
                        () -> Instant.EPOCH))
                .get();
    }

    private AddConstraint addConstraint() {
        Constraint constraint = elements.constraint();
        boolean indexed = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
        return new AddConstraint(random.qualified(), constraint, indexed ? random.orNull(random::name) : null);
    }

    private AddEnumValue addEnumValue() {
        String after = random.orNull(random::text);
        String before = after == null ? random.orNull(random::text) : null;
        return new AddEnumValue(
                random.qualified(),
                random.text(),
                after,
                before,
                random.orNull(elements::enumType),
                random.some(this::use),
                random.some(this::dropConstraint));
    }

    private DropConstraint dropConstraint() {
        return new DropConstraint(random.qualified(), random.name(), random.orNull(elements::constraint));
    }

    private ColumnRef columnRef() {
        return new ColumnRef(random.qualified(), random.name());
    }

    private EnumUse use() {
        return new EnumUse(
                new ColumnRef(random.qualified(), random.name()), random.flag(), random.orNull(random::expression));
    }

    private DomainChange domainChange() {
        return switch (random.chance().nextInt(5)) {
            case 0 -> new DomainChange.Default(random.orNull(random::expression), random.orNull(random::expression));
            case 1 -> new DomainChange.Nullability(random.flag());
            case 2 -> new DomainChange.AddCheck(elements.domainCheck());
            case 3 -> new DomainChange.DropCheck(random.name(), random.orNull(elements::domainCheck));
            default -> new DomainChange.Comment(random.orNull(random::text), random.orNull(random::text));
        };
    }

    private List<ColumnChange> changes() {
        List<ColumnChange> changes = new ArrayList<>();
        if (random.flag()) {
            changes.add(new ColumnChange.Type(
                    elements.type(),
                    random.orNull(() -> "\"C\""),
                    random.orNull(random::sql),
                    random.orNull(elements::type),
                    random.orNull(() -> "\"C\""),
                    random.orNull(random::sql)));
        }
        if (random.flag()) {
            changes.add(new ColumnChange.Default(random.orNull(random::expression), random.orNull(random::expression)));
        }
        if (random.flag()) {
            changes.add(new ColumnChange.Expression(random.expression(), random.orNull(random::expression)));
        }
        if (random.flag()) {
            changes.add(random.flag() ? new ColumnChange.Numbering(null, elements.identity(), true) : numbering());
        }
        if (changes.isEmpty() || random.flag()) {
            changes.add(new ColumnChange.Nullability(random.flag()));
        }
        if (random.flag()) {
            changes.add(new ColumnChange.Comment(random.orNull(random::text), random.orNull(random::text)));
        }
        return changes;
    }

    private List<SequenceChange> sequenceChanges() {
        List<SequenceChange> changes = new ArrayList<>();
        if (random.flag()) {
            changes.add(new SequenceChange.Type(
                    DataType.of(random.pick(List.of("integer", "bigint"))),
                    random.orNull(() -> DataType.of("smallint"))));
        }
        changes.add(new SequenceChange.Options(
                new SequenceOptions(
                        elements.number(),
                        elements.nonZero(),
                        random.orNull(elements::number),
                        null,
                        null,
                        random.orNull(random::flag)),
                random.orNull(elements::options)));
        if (random.flag()) {
            changes.add(new SequenceChange.Owner(random.orNull(this::columnRef), random.orNull(this::columnRef)));
        }
        if (random.flag()) {
            changes.add(new SequenceChange.Comment(random.orNull(random::text), random.orNull(random::text)));
        }
        return changes;
    }

    private ColumnChange numbering() {
        return new ColumnChange.Numbering(elements.identity(), random.orNull(elements::identity), random.flag());
    }
}
