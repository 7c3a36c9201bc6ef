package dev.autogen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
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
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropEnum;
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
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole files, as a reviewer sees them. */
class GoldenFilesTest {
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName EVENTS = new QualifiedName("audit", "events");
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    private static MigrationDraft tables() {
        return draft(
                "tables",
                List.of(
                        NotedOperation.of(new CreateSchema("audit")),
                        NotedOperation.of(new CreateExtension("citext")),
                        new NotedOperation(
                                new CreateTable(Table.of(
                                                EVENTS,
                                                List.of(
                                                        Column.of("id", DataType.of("integer"))
                                                                .notNull()
                                                                .withIdentity(new Identity(
                                                                        Identity.Kind.ALWAYS,
                                                                        SequenceOptions.of(1000L, 50L))),
                                                        Column.of("old_id", DataType.of("bigint"))
                                                                .notNull()
                                                                .withIdentity(new Identity(
                                                                        Identity.Kind.SERIAL, SequenceOptions.NONE)),
                                                        Column.of("Email", DataType.parse("citext"))
                                                                .withCollation("\"C\"")
                                                                .withComment("how to \"reach\" them"),
                                                        Column.of(
                                                                        "tags",
                                                                        DataType.of("text")
                                                                                .array())
                                                                .notNull()
                                                                .withDefault(SqlExpression.of("'{}'")),
                                                        Column.of("total", DataType.of("numeric", 10, 2))
                                                                .withGenerated(new Generated(
                                                                        SqlExpression.of("price * quantity"), true))))
                                        .withConstraints(List.of(
                                                new PrimaryKey(
                                                        "events_pkey",
                                                        List.of("id"),
                                                        List.of("Email"),
                                                        Deferrability.NOT_DEFERRABLE),
                                                new UniqueConstraint(
                                                        "events_email_key",
                                                        List.of("Email", "old_id"),
                                                        List.of(),
                                                        true,
                                                        Deferrability.INITIALLY_DEFERRED),
                                                new ForeignKey(
                                                        "events_old_id_fkey",
                                                        List.of("old_id"),
                                                        EVENTS,
                                                        List.of("id"),
                                                        ReferentialAction.SET_NULL,
                                                        List.of(),
                                                        ReferentialAction.CASCADE,
                                                        false,
                                                        Deferrability.INITIALLY_IMMEDIATE,
                                                        true),
                                                CheckConstraint.of(
                                                        "events_total_check",
                                                        SqlExpression.of(
                                                                "total >= 0 AND total < 1000000 AND"
                                                                        + " \"Email\" <> '' OR old_id IS NULL AND tags IS NOT NULL")),
                                                new ExclusionConstraint(
                                                        "events_no_overlap",
                                                        "gist",
                                                        List.of(
                                                                new ExclusionConstraint.Element(
                                                                        IndexKey.column("id"), "="),
                                                                new ExclusionConstraint.Element(
                                                                        IndexKey.expression(
                                                                                SqlExpression.of("int4range(a, b)")),
                                                                        "&&")),
                                                        SqlExpression.of("id > 0"),
                                                        Deferrability.NOT_DEFERRABLE)))
                                        .withComment("What happened.\nAnd when.")),
                                List.of("lock: waits for nothing"),
                                List.of("Event.java:12")),
                        NotedOperation.of(new SetTableComment(USERS, "people", "persons")),
                        NotedOperation.of(new SetTableComment(USERS, null, null)),
                        NotedOperation.of(new RenameTable(USERS, "people"))),
                List.of(
                        NotedOperation.of(new RenameTable(QualifiedName.of("people"), "users")),
                        NotedOperation.of(new DropTable(EVENTS, null)),
                        NotedOperation.of(new DropExtension("citext")),
                        NotedOperation.of(new SetSchemaComment("audit", "what was done", "old")),
                        NotedOperation.of(new DropSchema("audit", null))));
    }

    private static MigrationDraft columns() {
        return draft(
                "columns",
                List.of(
                        NotedOperation.of(new AddColumn(
                                USERS,
                                Column.of("active", DataType.of("boolean"))
                                        .notNull()
                                        .withDefault(SqlExpression.of("true")))),
                        NotedOperation.of(new AlterColumn(
                                USERS,
                                "email",
                                List.of(new ColumnChange.Type(
                                        DataType.of("varchar", 320),
                                        null,
                                        null,
                                        DataType.of("varchar", 255),
                                        null,
                                        null)))),
                        NotedOperation.of(new AlterColumn(
                                USERS,
                                "age",
                                List.of(
                                        new ColumnChange.Type(
                                                DataType.of("integer"),
                                                null,
                                                "age::integer",
                                                DataType.of("text"),
                                                "\"C\"",
                                                null),
                                        new ColumnChange.Default(SqlExpression.of("0"), SqlExpression.of("'0'")),
                                        new ColumnChange.Nullability(false),
                                        new ColumnChange.Comment("in years", null)))),
                        NotedOperation.of(new AlterColumn(
                                USERS,
                                "id",
                                List.of(new ColumnChange.Numbering(
                                        new Identity(Identity.Kind.ALWAYS, SequenceOptions.of(5_000_000_000L, null)),
                                        Identity.byDefault(),
                                        true)))),
                        NotedOperation.of(new AlterColumn(
                                USERS,
                                "number",
                                List.of(new ColumnChange.Numbering(Identity.byDefault(), null, false)))),
                        NotedOperation.of(new AlterColumn(
                                EVENTS,
                                "id",
                                List.of(
                                        new ColumnChange.Default(null, null),
                                        new ColumnChange.Numbering(null, null, true),
                                        new ColumnChange.Nullability(true),
                                        new ColumnChange.Comment(null, "the \"key\"")))),
                        NotedOperation.of(new RenameColumn(USERS, "name", "full_name")),
                        new NotedOperation(
                                new DropColumn(USERS, "legacy_field", null),
                                List.of("data-loss: drops users.legacy_field (about 1.2M rows)"),
                                List.of())),
                List.of());
    }

    private static MigrationDraft constraintsAndIndexes() {
        return draft(
                "constraints and indexes",
                List.of(
                        add(PrimaryKey.of("users_pkey", List.of("id"))),
                        add(UniqueConstraint.of("uq_users_email", List.of("tenant", "email"))),
                        add(new ForeignKey(
                                "fk_users_event",
                                List.of("event_id", "event_at"),
                                EVENTS,
                                List.of("id", "at"),
                                ReferentialAction.SET_DEFAULT,
                                List.of("event_id"),
                                ReferentialAction.NO_ACTION,
                                true,
                                Deferrability.NOT_DEFERRABLE,
                                false)),
                        add(new CheckConstraint("ck_users_age", SqlExpression.of("age >= 0"), true, false)),
                        add(new ExclusionConstraint(
                                "no_overlap",
                                "spgist",
                                List.of(new ExclusionConstraint.Element(IndexKey.column("during"), "&&")),
                                null,
                                Deferrability.NOT_DEFERRABLE)),
                        NotedOperation.of(new ValidateConstraint(USERS, "ck_users_age")),
                        NotedOperation.of(new RenameConstraint(USERS, "uq_users_email", "users_email_key")),
                        NotedOperation.of(new DropConstraint(USERS, "ck_users_age", null)),
                        NotedOperation.of(new CreateIndex(
                                USERS,
                                Index.of("ix_users_name", List.of(IndexKey.column("last"), IndexKey.column("first"))),
                                false)),
                        NotedOperation.of(new CreateIndex(
                                EVENTS,
                                new Index(
                                        "ix_events",
                                        "gin",
                                        List.of(
                                                IndexKey.expression(SqlExpression.of("lower(email)")),
                                                new IndexKey("at", null, "\"C\"", "text_pattern_ops", true, false),
                                                IndexKey.column("id").withNullsFirst(true)),
                                        List.of("name"),
                                        true,
                                        true,
                                        SqlExpression.of("deleted_at IS NULL"),
                                        Map.of("fillfactor", "70"),
                                        true),
                                true)),
                        NotedOperation.of(new RenameIndex(USERS, "ix_users_name", "users_name_idx")),
                        NotedOperation.of(new DropIndex(USERS, "users_name_idx", null, false)),
                        NotedOperation.of(new DropIndex(USERS, "ix_users_old", null, true))),
                List.of());
    }

    private static MigrationDraft typesAndData() {
        return draft(
                "types and data",
                List.of(
                        NotedOperation.of(new CreateEnum(new EnumType(MOOD, List.of("sad", "ok")))),
                        NotedOperation.of(new AddEnumValue(MOOD, "happy", "ok", null, null, List.of())),
                        NotedOperation.of(new AddEnumValue(MOOD, "angry", null, "sad", null, List.of())),
                        NotedOperation.of(new AddEnumValue(MOOD, "glad", null, null, null, List.of())),
                        NotedOperation.of(new RenameEnumValue(MOOD, "ok", "fine")),
                        NotedOperation.of(new RebuildEnum(
                                new EnumType(MOOD, List.of("sad", "fine")),
                                null,
                                List.of(
                                        new EnumUse(new ColumnRef(USERS, "mood"), false, SqlExpression.of("'fine'")),
                                        new EnumUse(new ColumnRef(EVENTS, "moods"), true, null)))),
                        NotedOperation.of(new SetEnumComment(MOOD, "how one feels", null)),
                        NotedOperation.of(new DropEnum(MOOD, null)),
                        NotedOperation.of(new CreateSequence(
                                Sequence.of(QualifiedName.of("orders_seq"), SequenceOptions.of(1L, 50L)))),
                        NotedOperation.of(new CreateSequence(new Sequence(
                                new QualifiedName("audit", "events_seq"),
                                DataType.of("integer"),
                                new SequenceOptions(null, -1L, 1L, 999L, 20L, true),
                                new ColumnRef(EVENTS, "id"),
                                "counts down"))),
                        NotedOperation.of(new AlterSequence(
                                QualifiedName.of("orders_seq"),
                                new SequenceOptions(null, 10L, null, null, null, false),
                                null)),
                        NotedOperation.of(new RenameSequence(QualifiedName.of("orders_seq"), "order_seq")),
                        NotedOperation.of(new DropSequence(QualifiedName.of("order_seq"), null)),
                        NotedOperation.of(new ExecuteSql("""
                                UPDATE users
                                   SET mood = ?
                                 WHERE name LIKE '%\\_%'""", List.of("fine", 7L, new BigDecimal("1.50"))))),
                List.of());
    }

    static Stream<MigrationDraft> drafts() {
        return Stream.of(
                tables(),
                columns(),
                constraintsAndIndexes(),
                typesAndData(),
                DependentDrafts.dependents(),
                DependentDrafts.numberingAndDomains());
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void a_migration_is_written_as_it_stands_in_its_file(MigrationDraft draft) throws Exception {
        GoldenMigration.of(draft).holds(new MigrationWriter().write(draft));
    }

    @Test
    void every_kind_of_operation_stands_in_a_file() {
        Set<Class<?>> kinds = drafts().flatMap(
                        draft -> Stream.concat(draft.upgrade().stream(), draft.downgrade().stream()))
                .map(step -> ((NotedOperation) step).operation().getClass())
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    private static NotedOperation add(Constraint constraint) {
        return NotedOperation.of(new AddConstraint(USERS, constraint));
    }

    static MigrationDraft draft(String message, List<NotedOperation> upgrade, List<NotedOperation> downgrade) {
        return MigrationDraft.of(
                        GoldenMigration.PACKAGE,
                        "3f2a9c1b7d4e",
                        List.of("9c0d51e2a7f3"),
                        Instant.parse("2026-11-21T10:15:30Z"),
                        message)
                .withOperations(upgrade, downgrade);
    }
}
