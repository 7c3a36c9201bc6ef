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
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                        NotedOperation.of(new DropSchema("audit"))));
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

    @Test
    void tables_are_created_with_every_element() throws Exception {
        assertWritten(tables(), """
                        package migrations;

                        import static dev.autogen.migration.Elements.check;
                        import static dev.autogen.migration.Elements.column;
                        import static dev.autogen.migration.Elements.comment;
                        import static dev.autogen.migration.Elements.exclude;
                        import static dev.autogen.migration.Elements.expression;
                        import static dev.autogen.migration.Elements.foreignKey;
                        import static dev.autogen.migration.Elements.name;
                        import static dev.autogen.migration.Elements.primaryKey;
                        import static dev.autogen.migration.Elements.sequence;
                        import static dev.autogen.migration.Elements.unique;
                        import static dev.autogen.migration.Types.bigint;
                        import static dev.autogen.migration.Types.integer;
                        import static dev.autogen.migration.Types.numeric;
                        import static dev.autogen.migration.Types.text;
                        import static dev.autogen.migration.Types.type;
                        import static dev.autogen.schema.ReferentialAction.CASCADE;
                        import static dev.autogen.schema.ReferentialAction.SET_NULL;

                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Tables.
                         *
                         * <pre>
                         * + schema audit
                         * + extension citext
                         * + table audit.events (5 columns)
                         * ~ table users: comment
                         * ~ table users: no comment
                         * ~ table users: renamed to people
                         * </pre>
                         */
                        @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_Tables implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            op.createSchema("audit");
                            op.createExtension("citext");

                            // Event.java:12
                            // HAZARD lock: waits for nothing
                            op.inSchema("audit").createTable("events",
                                column("id", integer()).notNull().generatedAlways(sequence().startWith(1000).incrementBy(50)),
                                column("old_id", bigint()).notNull().serial(),
                                column("Email", type("citext")).collate("\\"C\\"").comment("how to \\"reach\\" them"),
                                column("tags", text().array()).notNull().defaultSql("'{}'"),
                                column("total", numeric(10, 2)).generatedAs("price * quantity"),
                                primaryKey("events_pkey", "id").include("Email"),
                                unique("events_email_key", "Email", "old_id").nullsNotDistinct().initiallyDeferred(),
                                foreignKey("events_old_id_fkey", "old_id")
                                    .references(name("audit", "events"), "id")
                                    .onDelete(SET_NULL)
                                    .onUpdate(CASCADE)
                                    .deferrable(),
                                check("events_total_check",
                                    "total >= 0 AND total < 1000000 AND \\"Email\\" <> '' OR old_id IS NULL AND tags IS NOT NULL"),
                                exclude("events_no_overlap").with("id", "=").with(expression("int4range(a, b)"), "&&").where("id > 0"),
                                comment(
                                    ""\"
                                    What happened.
                                    And when.""\"));

                            op.setTableComment("users", "people"); // was "persons"
                            op.dropTableComment("users");
                            op.renameTable("users", "people");
                          }

                          @Override
                          public void downgrade(Operations op) {
                            op.renameTable("people", "users");
                            op.inSchema("audit").dropTable("events");
                            op.dropExtension("citext");
                            op.dropSchema("audit");
                          }
                        }
                        """);
    }

    @Test
    void columns_are_altered_with_what_was_before_beside() throws Exception {
        assertWritten(columns(), """
                        package migrations;

                        import static dev.autogen.migration.Elements.column;
                        import static dev.autogen.migration.Elements.sequence;
                        import static dev.autogen.migration.Types.bool;
                        import static dev.autogen.migration.Types.integer;
                        import static dev.autogen.migration.Types.varchar;

                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Columns.
                         *
                         * <pre>
                         * + column users.active (boolean not null)
                         * ~ column users.email: varchar(255) -> varchar(320)
                         * ~ column users.age: text collate "C" -> integer; default 0, was '0'; not null; comment
                         * ~ column users.id: identity, always
                         * ~ column users.number: identity, by default
                         * ~ column audit.events.id: no default; no identity; nullable; no comment
                         * ~ column users.name: renamed to full_name
                         * - column users.legacy_field
                         * </pre>
                         */
                        @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_Columns implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            op.addColumn("users", column("active", bool()).notNull().defaultSql("true"));
                            op.alterColumn("users", "email").type(varchar(320)); // was varchar(255)
                            op.alterColumn("users", "age")
                                .type(integer()) // was text collate "C"
                                .using("age::integer")
                                .defaultSql("0") // was '0'
                                .notNull()
                                .comment("in years");
                            op.alterColumn("users", "id").setGeneratedAlways(sequence().startWith(5000000000L)); // was generated by default
                            op.alterColumn("users", "number").addGeneratedByDefault();

                            op.inSchema("audit").alterColumn("events", "id")
                                .dropDefault()
                                .dropIdentity()
                                .nullable()
                                .dropComment(); // was "the "key""

                            op.renameColumn("users", "name", "full_name");
                            // HAZARD data-loss: drops users.legacy_field (about 1.2M rows)
                            op.dropColumn("users", "legacy_field");
                          }

                          @Override
                          public void downgrade(Operations op) {
                            // There is nothing to undo.
                          }
                        }
                        """);
    }

    @Test
    void constraints_and_indexes_name_themselves_and_their_table() throws Exception {
        assertWritten(constraintsAndIndexes(), """
                        package migrations;

                        import static dev.autogen.migration.Elements.expression;
                        import static dev.autogen.migration.Elements.key;
                        import static dev.autogen.migration.Elements.name;
                        import static dev.autogen.schema.ReferentialAction.SET_DEFAULT;

                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Constraints and indexes.
                         *
                         * <pre>
                         * + primary key users.users_pkey
                         * + unique users.uq_users_email
                         * + foreign key users.fk_users_event
                         * + check users.ck_users_age
                         * + exclusion users.no_overlap
                         * ~ constraint users.ck_users_age: validated
                         * ~ constraint users.uq_users_email: renamed to users_email_key
                         * - constraint users.ck_users_age
                         * + index ix_users_name
                         * + unique index audit.ix_events
                         * ~ index ix_users_name: renamed to users_name_idx
                         * - index users_name_idx
                         * - index ix_users_old
                         * </pre>
                         */
                        @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_ConstraintsAndIndexes implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            op.createPrimaryKey("users_pkey", "users", "id");
                            op.createUnique("uq_users_email", "users", "tenant", "email");
                            op.createForeignKey("fk_users_event", "users", "event_id", "event_at")
                                .references(name("audit", "events"), "id", "at")
                                .onDelete(SET_DEFAULT, "event_id")
                                .matchFull()
                                .notValid();
                            op.createCheck("ck_users_age", "users", "age >= 0").noInherit().notValid();
                            op.createExclusion("no_overlap", "users").using("spgist").with("during", "&&");
                            op.validateConstraint("ck_users_age", "users");
                            op.renameConstraint("users", "uq_users_email", "users_email_key");
                            op.dropConstraint("ck_users_age", "users");
                            op.createIndex("ix_users_name", "users", "last", "first");

                            op.inSchema("audit").createIndex("ix_events", "events")
                                .on(expression("lower(email)"), key("at").collate("\\"C\\"").operatorClass("text_pattern_ops").desc().nullsLast(),
                                    key("id").nullsFirst())
                                .unique()
                                .using("gin")
                                .include("name")
                                .nullsNotDistinct()
                                .where("deleted_at IS NULL")
                                .with("fillfactor", "70")
                                .concurrently();

                            op.renameIndex("users", "ix_users_name", "users_name_idx");
                            op.dropIndex("users_name_idx", "users");
                            op.dropIndex("ix_users_old", "users").concurrently();
                          }

                          @Override
                          public void downgrade(Operations op) {
                            // There is nothing to undo.
                          }
                        }
                        """);
    }

    @Test
    void types_sequences_and_sql_are_written() throws Exception {
        assertWritten(typesAndData(), """
                        package migrations;

                        import static dev.autogen.migration.Elements.name;
                        import static dev.autogen.migration.Types.integer;

                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Types and data.
                         *
                         * <pre>
                         * + enum mood (2 values)
                         * ~ enum mood: value happy added
                         * ~ enum mood: value angry added
                         * ~ enum mood: value glad added
                         * ~ enum mood: value ok renamed to fine
                         * ~ enum mood: rebuilt with 2 values
                         * - enum mood
                         * + sequence orders_seq
                         * + sequence audit.events_seq
                         * ~ sequence orders_seq: options
                         * ~ sequence orders_seq: renamed to order_seq
                         * - sequence order_seq
                         * ~ sql UPDATE users SET mood = ? WHERE name LIKE '%\\_%'
                         * </pre>
                         */
                        @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_TypesAndData implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            op.createEnum("mood", "sad", "ok");
                            op.addEnumValue("mood", "happy").after("ok");
                            op.addEnumValue("mood", "angry").before("sad");
                            op.addEnumValue("mood", "glad");
                            op.renameEnumValue("mood", "ok", "fine");
                            op.rebuildEnum("mood", "sad", "fine")
                                .usedBy("users", "mood")
                                .defaultSql("'fine'")
                                .usedBy(name("audit", "events"), "moods")
                                .array();
                            op.dropEnum("mood");
                            op.createSequence("orders_seq").startWith(1).incrementBy(50);

                            op.inSchema("audit").createSequence("events_seq")
                                .as(integer())
                                .incrementBy(-1)
                                .minValue(1)
                                .maxValue(999)
                                .cache(20)
                                .cycle()
                                .ownedBy(name("audit", "events"), "id")
                                .comment("counts down");

                            op.alterSequence("orders_seq").incrementBy(10).noCycle();
                            op.renameSequence("orders_seq", "order_seq");
                            op.dropSequence("order_seq");

                            op.execute(
                                ""\"
                                UPDATE users
                                   SET mood = ?
                                 WHERE name LIKE '%\\\\_%'""\", "fine", 7L, new java.math.BigDecimal("1.50"));
                          }

                          @Override
                          public void downgrade(Operations op) {
                            // There is nothing to undo.
                          }
                        }
                        """);
    }

    private static NotedOperation add(Constraint constraint) {
        return NotedOperation.of(new AddConstraint(USERS, constraint));
    }

    private static MigrationDraft draft(String message, List<NotedOperation> upgrade, List<NotedOperation> downgrade) {
        return MigrationDraft.of(
                        "migrations",
                        "3f2a9c1b7d4e",
                        List.of("9c0d51e2a7f3"),
                        Instant.parse("2026-11-21T10:15:30Z"),
                        message)
                .withOperations(upgrade, downgrade);
    }

    private static void assertWritten(MigrationDraft draft, String expected) throws Exception {
        MigrationFile file = new MigrationWriter().write(draft);
        assertThat(file.source()).isEqualTo(expected);

        CompiledMigration compiled = CompiledMigration.of(file);
        assertThat(compiled.upgrade()).isEqualTo(recorded(draft.upgrade()));
        assertThat(compiled.downgrade()).isEqualTo(recorded(draft.downgrade()));
    }

    private static List<Operation> recorded(List<DraftStep> steps) {
        return steps.stream()
                .filter(NotedOperation.class::isInstance)
                .map(step -> ((NotedOperation) step).operation().asRecorded())
                .toList();
    }
}
