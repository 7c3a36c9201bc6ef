package dev.autogen.migration;

import static dev.autogen.migration.Elements.check;
import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.comment;
import static dev.autogen.migration.Elements.elements;
import static dev.autogen.migration.Elements.expression;
import static dev.autogen.migration.Elements.foreignKey;
import static dev.autogen.migration.Elements.key;
import static dev.autogen.migration.Elements.name;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.row;
import static dev.autogen.migration.Elements.unique;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.timestamptz;
import static dev.autogen.migration.Types.type;
import static dev.autogen.migration.Types.varchar;
import static dev.autogen.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecorderTest {

    @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
    static final class AddProducts implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "products",
                    column("id", bigint()).notNull().generatedByDefault(),
                    column("name", varchar(255)).notNull(),
                    column("price", numeric(10, 2)).notNull(),
                    column("company_id", bigint()).notNull(),
                    column("created_at", timestamptz(6)).defaultSql("now()"),
                    primaryKey("products_pkey", "id"),
                    unique("uq_products_name", "name"),
                    foreignKey("fk_products_company", "company_id")
                            .references("companies", "id")
                            .onDelete(CASCADE));
            op.createIndex("ix_products_name", "products", "name");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("products");
        }
    }

    @Test
    void a_migration_is_recorded_in_both_directions() {
        RecordedMigration recorded = RecordedMigration.of(new AddProducts());

        QualifiedName products = QualifiedName.of("products");
        assertThat(operations(recorded.upgrade()))
                .containsExactly(
                        new CreateTable(Table.of(
                                        products,
                                        List.of(
                                                Column.of("id", DataType.of("bigint"))
                                                        .notNull()
                                                        .withIdentity(Identity.byDefault()),
                                                Column.of("name", DataType.of("varchar", 255))
                                                        .notNull(),
                                                Column.of("price", DataType.of("numeric", 10, 2))
                                                        .notNull(),
                                                Column.of("company_id", DataType.of("bigint"))
                                                        .notNull(),
                                                Column.of("created_at", DataType.of("timestamptz", 6))
                                                        .withDefault(SqlExpression.of("now()"))))
                                .withConstraints(List.of(
                                        PrimaryKey.of("products_pkey", List.of("id")),
                                        UniqueConstraint.of("uq_products_name", List.of("name")),
                                        ForeignKey.of(
                                                        "fk_products_company",
                                                        List.of("company_id"),
                                                        QualifiedName.of("companies"),
                                                        List.of("id"))
                                                .withOnDelete(CASCADE)))),
                        new CreateIndex(
                                products, Index.of("ix_products_name", List.of(IndexKey.column("name"))), false));
        assertThat(operations(recorded.downgrade())).containsExactly(new DropTable(products, null));
        assertThat(recorded.reversible()).isTrue();
    }

    @Test
    void a_migration_without_downgrade_cannot_be_undone() {
        RecordedMigration recorded = RecordedMigration.of(op -> op.dropTable("products"));

        assertThat(recorded.reversible()).isFalse();
        assertThat(recorded.downgrade()).isEmpty();
    }

    @Test
    void revises_takes_one_id_or_several() {
        @Revision(
                id = "c",
                revises = {"a", "b"})
        class Merge {}

        assertThat(AddProducts.class.getAnnotation(Revision.class).revises()).containsExactly("9c0d51e2a7f3");
        assertThat(Merge.class.getAnnotation(Revision.class).revises()).containsExactly("a", "b");
    }

    @Test
    void a_statement_of_several_calls_keeps_its_place() {
        List<Step> steps = Recorder.record(op -> {
            IndexCreation index = op.createIndex("ix", "t", "a");
            op.dropTable("u");
            index.unique()
                    .on(expression("lower(b)"), key("c").desc())
                    .where("a > 0")
                    .concurrently();
            op.withConnection(connection -> connection.createStatement().close());
        });

        assertThat(steps).hasSize(3);
        assertThat(steps.get(0))
                .isEqualTo(new Step.Run(new CreateIndex(
                        QualifiedName.of("t"),
                        Index.of(
                                        "ix",
                                        List.of(
                                                IndexKey.column("a"),
                                                IndexKey.expression(SqlExpression.of("lower(b)")),
                                                IndexKey.column("c").desc()))
                                .withUnique(true)
                                .withPredicate(SqlExpression.of("a > 0")),
                        true)));
        assertThat(steps.get(1)).isEqualTo(new Step.Run(new DropTable(QualifiedName.of("u"), null)));
        assertThat(steps.get(2)).isInstanceOf(Step.Callback.class);
    }

    @Test
    void other_schemas_are_named_apart_from_the_name() {
        assertThat(recorded(op -> {
                    op.inSchema("audit").dropTable("a.b");
                    op.createForeignKey("fk", "t", "event_id").references(name("audit", "events"), "id");
                    op.addColumn("t", column("mood", type("audit.\"Mood\"").array()));
                }))
                .containsExactly(
                        new DropTable(new QualifiedName("audit", "a.b"), null),
                        new AddConstraint(
                                QualifiedName.of("t"),
                                ForeignKey.of(
                                        "fk",
                                        List.of("event_id"),
                                        new QualifiedName("audit", "events"),
                                        List.of("id"))),
                        new AddColumn(
                                QualifiedName.of("t"), Column.of("mood", new DataType("audit", "Mood", List.of(), 1))));
    }

    @Test
    void a_column_is_altered_in_the_order_of_the_kinds_of_change() {
        assertThat(recorded(op -> op.alterColumn("t", "c")
                        .comment("x")
                        .notNull()
                        .defaultSql("0")
                        .type(bigint())
                        .using("c::bigint")))
                .containsExactly(new AlterColumn(
                        QualifiedName.of("t"),
                        "c",
                        List.of(
                                new ColumnChange.Type(DataType.of("bigint"), null, "c::bigint", null, null, null),
                                new ColumnChange.Default(SqlExpression.of("0"), null),
                                new ColumnChange.Nullability(false),
                                new ColumnChange.Comment("x", null))));
    }

    @Test
    void elements_of_a_wide_table_may_come_in_groups() {
        assertThat(recorded(op -> op.createTable(
                        "t",
                        elements(column("a", text()), check("positive", "a > 0")),
                        elements(column("b", text())),
                        comment("wide"))))
                .containsExactly(new CreateTable(Table.of(
                                QualifiedName.of("t"),
                                List.of(Column.of("a", DataType.of("text")), Column.of("b", DataType.of("text"))))
                        .withConstraints(List.of(CheckConstraint.of("positive", SqlExpression.of("a > 0"))))
                        .withComment("wide")));
    }

    @Test
    void rows_are_inserted_by_one_statement_with_parameters() {
        assertThat(recorded(op -> op.inSchema("audit")
                        .bulkInsert("currencies", List.of("code", "Name?"), row("EUR", "Euro"), row("XXX", null))))
                .containsExactly(new ExecuteSql("""
                                INSERT INTO audit.currencies (code, "Name??") VALUES
                                  (?, ?),
                                  (?, NULL)""", List.of("EUR", "Euro", "XXX")));
    }

    @Test
    void many_rows_are_spread_over_statements_that_the_protocol_can_carry() {
        Row[] rows = Collections.nCopies(40_000, row(1, 2)).toArray(Row[]::new);

        assertThat(recorded(op -> op.bulkInsert("t", List.of("a", "b"), rows)))
                .allSatisfy(
                        insert -> assertThat(((ExecuteSql) insert).parameters()).hasSizeLessThan(32_768))
                .hasSize(3);
    }

    @Test
    void mistakes_are_named_with_their_call() {
        Map<String, Consumer<Operations>> mistakes = Map.ofEntries(
                Map.entry("dropTable(null): the table is null", op -> op.dropTable(null)),
                Map.entry("dropTable(\"\"): the table is empty", op -> op.dropTable("")),
                Map.entry("createUnique(\"uq\", \"t\"): needs at least one column", op -> op.createUnique("uq", "t")),
                Map.entry("primaryKey(\"pk\"): needs at least one column", op -> primaryKey("pk")),
                Map.entry(
                        "createIndex(\"ix\", \"t\"): needs at least one column, or .on(expression(sql))",
                        op -> op.createIndex("ix", "t")),
                Map.entry(
                        "alterColumn(\"t\", \"c\"): does not say what changes; add .notNull() or the like",
                        op -> op.alterColumn("t", "c")),
                Map.entry(
                        "alterColumn(\"t\", \"c\").nullable: this has been said before in the same statement;"
                                + " write one statement for each change",
                        op -> op.alterColumn("t", "c").notNull().nullable()),
                Map.entry(
                        "alterColumn(\"t\", \"c\").using: belongs to a new type; call .type(...) before it",
                        op -> op.alterColumn("t", "c").using("c::int")),
                Map.entry(
                        "createForeignKey(\"fk\", \"t\"): does not say what it references;"
                                + " add .references(table, columns)",
                        op -> op.createForeignKey("fk", "t", "a")),
                Map.entry(
                        "createForeignKey(\"fk\", \"t\").references: 1 columns cannot reference 2;"
                                + " name as many columns of u as the foreign key has",
                        op -> op.createForeignKey("fk", "t", "a").references("u", "a", "b")),
                Map.entry(
                        "createTable(\"t\"): the column 'a' is there twice",
                        op -> op.createTable("t", column("a", text()), column("a", text()))),
                Map.entry(
                        "createTable(\"t\"): has two primary keys",
                        op -> op.createTable("t", primaryKey("p", "a"), primaryKey("q", "a"))),
                Map.entry(
                        "bulkInsert(\"t\"): the row [1, 2] has 2 values for 1 columns",
                        op -> op.bulkInsert("t", List.of("a"), row(1, 2))),
                Map.entry(
                        "execute(\"SELECT ?\"): a parameter is null; write null into the SQL instead",
                        op -> op.execute("SELECT ?", 1, null)),
                Map.entry(
                        "type(\"varchar(\"): parentheses do not close in type name: 'varchar('",
                        op -> type("varchar(")),
                Map.entry(
                        "dropTable(\"" + "x".repeat(64) + "\"): the table '" + "x".repeat(64)
                                + "' has 64 bytes, of which PostgreSQL keeps 63",
                        op -> op.dropTable("x".repeat(64))));

        mistakes.forEach((message, mistake) -> assertInvalid(() -> Recorder.record(mistake), message));
    }

    @Test
    void what_comes_after_the_recording_is_refused() {
        List<Operations> kept = new ArrayList<>();
        List<IndexCreation> index = new ArrayList<>();
        Recorder.record(op -> {
            kept.add(op);
            index.add(op.createIndex("ix", "t", "a"));
        });

        String late = ": called after the migration's method had returned, when nothing can be recorded any more;"
                + " call it within upgrade or downgrade";
        assertInvalid(() -> kept.get(0).dropTable("t"), "dropTable(\"t\")" + late);
        assertInvalid(() -> index.get(0).unique(), "createIndex(\"ix\", \"t\").unique" + late);
    }

    @Test
    void deferred_constraints_say_so() {
        assertThat(recorded(op -> op.createUnique("uq", "t", "a").initiallyDeferred()))
                .containsExactly(new AddConstraint(
                        QualifiedName.of("t"),
                        new UniqueConstraint("uq", List.of("a"), List.of(), false, Deferrability.INITIALLY_DEFERRED)));
    }

    private static void assertInvalid(ThrowingCallable mistake, String message) {
        assertThatThrownBy(mistake)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage(message);
    }

    private static List<Operation> recorded(Consumer<Operations> direction) {
        return operations(Recorder.record(direction));
    }

    private static List<Operation> operations(List<Step> steps) {
        return steps.stream().map(step -> ((Step.Run) step).operation()).toList();
    }
}
