package dev.autogen.schema.ddl;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.EnumType;
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
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.IrreversibleOperationException;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresDdlTest {
    private static final QualifiedName ORDERS = QualifiedName.of("Orders");
    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("public");

    private static final List<Operation> EVERYTHING = List.of(
            new CreateEnum(new EnumType(MOOD, List.of("it's", "ok"))),
            new CreateSequence(new Sequence(
                    QualifiedName.of("order_seq"),
                    DataType.of("integer"),
                    SequenceOptions.of(5L, 10L),
                    null,
                    "for orders")),
            new CreateTable(new Table(
                    ORDERS,
                    List.of(
                            Column.of("id", DataType.of("bigint")).notNull().withIdentity(Identity.byDefault()),
                            Column.of("user", DataType.of("varchar", 50))
                                    .withCollation("\"C\"")
                                    .withComment("who\nasked \\ for 'it'"),
                            Column.of("mood", DataType.of("mood")).withDefault(SqlExpression.of("'ok'")),
                            Column.of("net", DataType.of("numeric", 10, 2)),
                            Column.of("gross", DataType.of("numeric", 10, 2))
                                    .withGenerated(new Generated(SqlExpression.of("net * 1.19"), true))),
                    PrimaryKey.of("orders_pkey", List.of("id")),
                    List.of(new UniqueConstraint(
                            "uq_orders", List.of("user", "mood"), List.of("net"), false, Deferrability.NOT_DEFERRABLE)),
                    List.of(ForeignKey.of("fk_self", List.of("id"), ORDERS, List.of("id"))
                            .withOnDelete(ReferentialAction.CASCADE)),
                    List.of(new CheckConstraint("ck_net", SqlExpression.of("net > 0"), true, true)),
                    List.of(),
                    List.of(),
                    "all orders")),
            new CreateIndex(
                    ORDERS,
                    new Index(
                            "ix_net",
                            "btree",
                            List.of(
                                    IndexKey.column("net").desc(),
                                    IndexKey.expression(SqlExpression.of("lower(\"user\")"))
                                            .withNullsFirst(true)),
                            List.of("gross"),
                            true,
                            false,
                            SqlExpression.of("net > 1"),
                            Map.of("fillfactor", "70"),
                            true),
                    false),
            new AddColumn(ORDERS, Column.of("note", DataType.of("text")).withComment("n")),
            new AlterColumn(
                    ORDERS,
                    "note",
                    List.of(
                            new ColumnChange.Type(
                                    DataType.of("integer"), null, "note::integer", DataType.of("text"), null, null),
                            new ColumnChange.Default(SqlExpression.of("7"), null),
                            new ColumnChange.Nullability(false),
                            new ColumnChange.Comment(null, "n"))),
            new AddConstraint(ORDERS, new CheckConstraint("ck_note", SqlExpression.of("note > 0"), false, false)),
            new ValidateConstraint(ORDERS, "ck_note"),
            new RenameConstraint(ORDERS, "ck_note", "ck_note2"),
            new RenameIndex(ORDERS, "ix_net", "IX net"),
            new RenameColumn(ORDERS, "note", "remark"),
            new SetTableComment(ORDERS, null, "all orders"),
            new AddEnumValue(
                    MOOD,
                    "bad",
                    null,
                    "ok",
                    new EnumType(MOOD, List.of("it's", "ok")),
                    List.of(new EnumUse(new ColumnRef(ORDERS, "mood"), false, SqlExpression.of("'ok'")))),
            new AlterSequence(
                    QualifiedName.of("order_seq"), SequenceOptions.of(null, 50L), SequenceOptions.of(null, 10L)),
            new AlterSequence(
                    QualifiedName.of("order_seq"),
                    List.of(
                            new SequenceChange.Type(DataType.of("bigint"), DataType.of("integer")),
                            new SequenceChange.Owner(new ColumnRef(ORDERS, "net"), null),
                            new SequenceChange.Comment("all", "for orders"))),
            new ContinueNumbering(
                    new ColumnRef(ORDERS, "id"), QualifiedName.of("order_seq"), ContinueNumbering.Standing.SEQUENCE),
            ContinueNumbering.behindRows(new ColumnRef(ORDERS, "id")),
            new RenameSequence(QualifiedName.of("order_seq"), "orders_seq"),
            new RenameTable(ORDERS, "orders"));

    @Test
    void operations_read_as_the_sql_that_a_person_would_write() {
        assertThat(EVERYTHING.stream()
                        .flatMap(operation -> DDL.statements(operation).stream())
                        .map(statement -> statement.sql() + ";\n")
                        .collect(joining()))
                .isEqualTo("""
                        CREATE TYPE public.mood AS ENUM ('it''s', 'ok');
                        CREATE SEQUENCE public.order_seq AS integer INCREMENT BY 10 START WITH 5;
                        COMMENT ON SEQUENCE public.order_seq IS 'for orders';
                        CREATE TABLE public."Orders" (
                            id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                            "user" varchar(50) COLLATE "C",
                            mood mood DEFAULT 'ok',
                            net numeric(10,2),
                            gross numeric(10,2) GENERATED ALWAYS AS (net * 1.19) STORED,
                            CONSTRAINT orders_pkey PRIMARY KEY (id),
                            CONSTRAINT uq_orders UNIQUE ("user", mood) INCLUDE (net),
                            CONSTRAINT fk_self FOREIGN KEY (id) REFERENCES public."Orders" (id) ON DELETE CASCADE,
                            CONSTRAINT ck_net CHECK (net > 0) NO INHERIT
                        );
                        COMMENT ON TABLE public."Orders" IS 'all orders';
                        COMMENT ON COLUMN public."Orders"."user" IS E'who
                        asked \\\\ for ''it''';
                        CREATE UNIQUE INDEX ix_net ON public."Orders" (net DESC, (lower("user")) NULLS FIRST) INCLUDE (gross) WITH (fillfactor = '70') WHERE net > 1;
                        ALTER TABLE public."Orders" ADD COLUMN note text;
                        COMMENT ON COLUMN public."Orders".note IS 'n';
                        ALTER TABLE public."Orders" ALTER COLUMN note TYPE integer USING note::integer, ALTER COLUMN note SET DEFAULT 7, ALTER COLUMN note SET NOT NULL;
                        COMMENT ON COLUMN public."Orders".note IS NULL;
                        ALTER TABLE public."Orders" ADD CONSTRAINT ck_note CHECK (note > 0) NOT VALID;
                        ALTER TABLE public."Orders" VALIDATE CONSTRAINT ck_note;
                        ALTER TABLE public."Orders" RENAME CONSTRAINT ck_note TO ck_note2;
                        ALTER INDEX public.ix_net RENAME TO "IX net";
                        ALTER TABLE public."Orders" RENAME COLUMN note TO remark;
                        COMMENT ON TABLE public."Orders" IS NULL;
                        ALTER TYPE public.mood ADD VALUE 'bad' BEFORE 'ok';
                        ALTER SEQUENCE public.order_seq INCREMENT BY 50;
                        ALTER SEQUENCE public.order_seq AS bigint OWNED BY public."Orders".net;
                        COMMENT ON SEQUENCE public.order_seq IS 'all';
                        SELECT setval(pg_get_serial_sequence('public."Orders"', 'id'), nextval('public.order_seq'), false);
                        SELECT setval(pg_get_serial_sequence('public."Orders"', 'id'), greatest(max(id)::bigint + 1, nextval(pg_get_serial_sequence('public."Orders"', 'id'))), false) FROM public."Orders";
                        ALTER SEQUENCE public.order_seq RENAME TO orders_seq;
                        ALTER TABLE public."Orders" RENAME TO orders;
                        """);
    }

    @Test
    void what_was_done_is_undone_by_the_reverse_operations_in_reverse_order() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            List<Operation> back = new ArrayList<>();
            for (Operation operation : EVERYTHING) {
                run(database, operation);
                back.addAll(0, operation.reverse());
            }
            for (Operation operation : back) {
                run(database, operation);
            }
            assertThat(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                    .isEmpty();
            assertThat(database.query("select typname from pg_type where typnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
    }

    @Test
    void what_was_recorded_from_a_source_does_not_know_how_to_go_back() {
        Operation recorded = new DropColumn(ORDERS, "note", Column.of("note", DataType.of("text"))).asRecorded();
        assertThatThrownBy(recorded::reverse).isInstanceOf(IrreversibleOperationException.class);
        assertThatThrownBy(() -> new ExecuteSql("select 1", List.of()).reverse())
                .isInstanceOf(IrreversibleOperationException.class);
    }

    private static void run(TestDatabase database, Operation operation) throws SQLException {
        for (SqlStatement statement : DDL.statements(operation)) {
            database.execute(statement.sql());
        }
    }
}
