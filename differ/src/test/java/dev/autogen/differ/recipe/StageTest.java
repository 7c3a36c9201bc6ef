package dev.autogen.differ.recipe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.Rename;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.OperationSummary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A difference in two: what the old version of an application can live with, and what only the new one can. */
class StageTest {
    private static final Column ID = column("id", "bigint").notNull();

    @Test
    void what_comes_is_there_before_the_new_version_and_what_goes_stays_until_the_old_one_is_gone() {
        Catalog live = Catalog.of(users(column("fax", "text")), table("faxes", ID));
        Catalog wanted = Catalog.of(users(column("email", "text")), table("mails", ID));

        assertThat(stages(live, wanted)).isEqualTo("""
                EXPAND
                + table mails (1 column)
                + column users.email (text)
                CONTRACT
                - column users.fax
                - table faxes
                """);
    }

    @Test
    void a_required_column_is_filled_before_the_new_version_comes_and_again_when_the_old_one_is_gone() {
        List<Stage> stages = split(
                Catalog.of(users()), Catalog.of(users(column("email", "text").notNull())));

        assertThat(told(stages)).isEqualTo("""
                EXPAND
                + column users.email (text)
                CONTRACT
                ~ column users.email: not null
                """);
        assertThat(fills(stages.get(0).recipe().upgrade())).isEqualTo("email along id");
        assertThat(fills(stages.get(1).recipe().upgrade())).isEqualTo("email along id");
    }

    @Test
    void a_column_that_the_new_version_does_not_fill_takes_null_before_it_goes() {
        List<Stage> stages = split(Catalog.of(users(column("fax", "text").notNull())), Catalog.of(users()));

        assertThat(told(stages)).isEqualTo("""
                EXPAND
                ~ column users.fax: nullable
                CONTRACT
                - column users.fax
                """);
        assertThat(fills(stages.get(1).recipe().downgrade())).isEqualTo("fax along id");
        assertThat(fills(stages.get(0).recipe().downgrade())).isEqualTo("fax along id");
    }

    @Test
    void a_default_comes_before_what_needs_it_goes() {
        SqlExpression zero = SqlExpression.of("0");
        Column counted = column("count", "integer").notNull().withDefault(zero);

        assertThat(stages(Catalog.of(users()), Catalog.of(users(counted)))).isEqualTo("""
                EXPAND
                + column users.count (integer not null)
                """);
        assertThat(stages(
                        Catalog.of(users(counted)),
                        Catalog.of(users(column("count", "integer").notNull()))))
                .isEqualTo("""
                CONTRACT
                ~ column users.count: no default, was 0
                """);
    }

    @Test
    void what_the_old_version_may_violate_waits() {
        Table before = users(column("name", "text"), column("age", "integer"), column("boss", "bigint"));
        Table after = with(
                users(column("name", "text").notNull(), column("age", "integer"), column("boss", "bigint")),
                UniqueConstraint.of("name_key", List.of("name")),
                CheckConstraint.of("age_check", SqlExpression.of("age > 0")),
                key("boss"));

        assertThat(stages(Catalog.of(before), Catalog.of(after))).isEqualTo("""
                CONTRACT
                ~ column users.name: not null
                + unique users.name_key
                + check users.age_check
                + foreign key users.boss_fkey
                """);
    }

    @Test
    void what_null_lets_pass_in_columns_that_the_old_version_does_not_know_does_not_wait() {
        Table after = with(
                users(column("name", "text"), column("age", "integer"), column("boss", "bigint")),
                UniqueConstraint.of("name_key", List.of("name")),
                CheckConstraint.of("age_check", SqlExpression.of("age > 0")),
                CheckConstraint.of("name_check", SqlExpression.of("name IS NOT NULL OR age > 3")),
                key("boss"));

        assertThat(stages(Catalog.of(users()), Catalog.of(after))).isEqualTo("""
                EXPAND
                + column users.name (text)
                + column users.age (integer)
                + column users.boss (bigint)
                + unique users.name_key
                + check users.age_check
                + foreign key users.boss_fkey
                CONTRACT
                + check users.name_check
                """);
    }

    @Test
    void what_constrains_the_new_version_goes_before_it_comes() {
        Table before = with(
                users(column("name", "text").notNull(), column("boss", "bigint")),
                UniqueConstraint.of("name_key", List.of("name")),
                CheckConstraint.of("boss_check", SqlExpression.of("boss > 0")));
        Table after = with(
                users(column("name", "text"), column("boss", "bigint")),
                CheckConstraint.of("boss_check", SqlExpression.of("boss > 1")));

        assertThat(stages(Catalog.of(before), Catalog.of(after))).isEqualTo("""
                EXPAND
                - unique users.name_key
                - check users.boss_check
                ~ column users.name: nullable
                CONTRACT
                + check users.boss_check
                """);
    }

    @Test
    void a_wider_type_comes_first_and_a_narrower_one_last() {
        Catalog live = Catalog.of(users(column("name", "varchar(30)"), column("note", "varchar(30)")));
        Catalog wanted = Catalog.of(users(column("name", "varchar(40)"), column("note", "varchar(20)")));

        assertThat(stages(live, wanted)).isEqualTo("""
                EXPAND
                ~ column users.name: varchar(30) -> varchar(40)
                CONTRACT
                ~ column users.note: varchar(30) -> varchar(20)
                """);
    }

    @Test
    void a_type_of_another_kind_waits_and_it_is_said_that_neither_version_can_live_without_the_other_stage() {
        List<Stage> stages = split(
                Catalog.of(users(column("zip", "text"))),
                Catalog.of(users(column("zip", "integer"), column("city", "text"))));

        assertThat(told(stages)).isEqualTo("""
                EXPAND
                + column users.city (text)
                CONTRACT
                ~ column users.zip: text -> integer
                """);
        assertThat(stages.get(1).obstacles())
                .containsExactly(
                        "~ column users.zip: text -> integer: each version reads and writes values of one of the"
                                + " two types only");
    }

    @Test
    void labels_come_first_and_go_last() {
        Catalog live = Catalog.of(users(column("mood", "mood"))).withEnumTypes(List.of(mood("sad", "ok")));
        Catalog wanted = Catalog.of(users(column("mood", "mood"), column("usual", "mood")))
                .withEnumTypes(List.of(mood("ok", "glad")));

        assertThat(stages(live, wanted)).isEqualTo("""
                EXPAND
                ~ enum mood: value glad added
                + column users.usual (mood)
                CONTRACT
                ~ enum mood: rebuilt with 2 values
                """);
    }

    @Test
    void what_needs_a_renamed_column_waits_with_it() {
        Catalog live = Catalog.of(users(column("phone", "text")));
        Catalog wanted =
                Catalog.of(indexed(users(column("number", "varchar(30)").notNull(), column("fax", "text"))));
        SchemaDiff diff = new SchemaDiffer()
                .diff(
                        wanted,
                        live,
                        DiffOptions.DATABASES.withRenames(List.of(Rename.parse("users.phone=users.number"))));

        assertThat(told(Stage.expandAndContract(diff, live))).isEqualTo("""
                EXPAND
                + column users.fax (text)
                CONTRACT
                ~ column users.phone: renamed to number
                ~ column users.number: text -> varchar(30); not null
                + index users_number_idx
                """);
    }

    @Test
    void a_renamed_column_comes_with_all_that_is_over_it_and_the_old_one_goes_when_its_version_is_gone() {
        Catalog live = Catalog.of(indexed(with(
                users(column("number", "text").notNull().withDefault(SqlExpression.of("''")), column("boss", "bigint")),
                UniqueConstraint.of("users_number_key", List.of("number")),
                key("boss"))));
        Catalog wanted = Catalog.of(with(
                        users(
                                column("phone", "text").notNull().withDefault(SqlExpression.of("''")),
                                column("boss", "bigint")),
                        UniqueConstraint.of("users_phone_key", List.of("phone")),
                        key("boss"))
                .withIndexes(List.of(Index.of("users_number_idx", List.of(IndexKey.column("phone"))))));
        SchemaDiff diff = new SchemaDiffer()
                .diff(
                        wanted,
                        live,
                        DiffOptions.DATABASES.withRenames(List.of(Rename.parse("users.number=users.phone"))));

        List<Stage> stages = Stage.expandAndContract(diff, live);
        assertThat(told(stages)).isEqualTo("""
                EXPAND
                + column users.phone (text)
                + unique users.users_phone_key
                + index users_number_idx_new
                CONTRACT
                - unique users.users_number_key
                - index users_number_idx
                ~ column users.phone: default ''; not null
                - column users.number
                ~ index users_number_idx_new: renamed to users_number_idx
                """);
        assertThat(stages).allSatisfy(stage -> assertThat(stage.obstacles()).isEmpty());
        assertThat(copies(stages.get(0).recipe().upgrade())).containsExactly("phone from number along [id]");
        assertThat(copies(stages.get(1).recipe().downgrade())).containsExactly("number from phone along [id]");
        assertThat(stages.get(1).recipe().downgrade()).noneMatch(RecipeStep.Backfill.class::isInstance);
    }

    @Test
    void a_renamed_column_to_which_foreign_keys_point_cannot_be_there_twice() {
        Catalog live = Catalog.of(with(users(column("boss", "bigint")), key("boss")));
        Catalog wanted = Catalog.of(table("users", column("nr", "bigint").notNull(), column("boss", "bigint"))
                .withConstraints(List.of(
                        PrimaryKey.of("users_pkey", List.of("nr")),
                        ForeignKey.of("boss_fkey", List.of("boss"), QualifiedName.of("users"), List.of("nr")))));
        SchemaDiff diff = new SchemaDiffer()
                .diff(wanted, live, DiffOptions.DATABASES.withRenames(List.of(Rename.parse("users.id=users.nr"))));

        List<Stage> stages = Stage.expandAndContract(diff, live);
        assertThat(told(stages)).isEqualTo("""
                CONTRACT
                ~ column users.id: renamed to nr
                """);
        assertThat(stages.get(0).obstacles())
                .containsExactly("~ column users.id: renamed to nr: each version asks for the column by one name only");
    }

    @Test
    void a_key_that_only_makes_way_for_a_change_goes_with_it() {
        Catalog live = Catalog.of(with(users(column("boss", "bigint")), key("boss")));
        Catalog wanted = Catalog.of(with(
                table("users", column("id", "integer").notNull(), column("boss", "integer"))
                        .withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("id")))),
                key("boss")));

        assertThat(split(live, wanted)).extracting(Stage::kind).containsExactly(Stage.Kind.CONTRACT);
    }

    @Test
    void an_index_whose_name_another_takes_over_stays_until_the_old_version_is_gone() {
        Table before = indexed(users(column("number", "text"), column("name", "text")));
        Table after = users(column("number", "text"), column("name", "text"))
                .withIndexes(List.of(Index.of("users_number_idx", List.of(IndexKey.column("name")))));

        assertThat(stages(Catalog.of(before), Catalog.of(after))).isEqualTo("""
                CONTRACT
                - index users_number_idx
                + index users_number_idx
                """);
    }

    @Test
    void a_table_comes_before_a_type_is_made_anew_and_the_checks_on_its_labels_after() {
        Catalog live = Catalog.of(users()).withEnumTypes(List.of(mood("sad", "ok")));
        Catalog wanted = Catalog.of(
                        users(),
                        table("days", column("mood", "mood"))
                                .withConstraints(
                                        List.of(CheckConstraint.of("good", SqlExpression.of("mood <> 'sad'::mood")))))
                .withEnumTypes(List.of(mood("sad", "glad")));

        assertThat(stages(live, wanted)).isEqualTo("""
                EXPAND
                ~ enum mood: value glad added
                + table days (1 column)
                CONTRACT
                ~ enum mood: rebuilt with 2 values
                + check days.good
                """);
    }

    @Test
    void a_label_is_committed_before_a_default_speaks_of_it() {
        Catalog live = Catalog.of(users(column("mood", "mood"))).withEnumTypes(List.of(mood("sad", "ok")));
        Catalog wanted = Catalog.of(users(column("mood", "mood").withDefault(SqlExpression.of("'glad'::mood"))))
                .withEnumTypes(List.of(mood("ok", "glad")));

        assertThat(split(live, wanted).get(0).recipe().upgrade())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("Run", "NewTransaction", "Run");
    }

    private static String stages(Catalog live, Catalog wanted) {
        return told(split(live, wanted));
    }

    private static List<Stage> split(Catalog live, Catalog wanted) {
        return Stage.expandAndContract(new SchemaDiffer().diff(wanted, live, DiffOptions.DATABASES), live);
    }

    private static String told(List<Stage> stages) {
        return stages.stream()
                .flatMap(stage -> Stream.concat(
                        Stream.of(stage.kind().name()),
                        stage.diff().upgrade().stream()
                                .map(operation -> OperationSummary.of(operation).toString())))
                .map(line -> line + "\n")
                .collect(joining());
    }

    private static String fills(List<RecipeStep> steps) {
        return steps.stream()
                .filter(RecipeStep.Backfill.class::isInstance)
                .map(RecipeStep.Backfill.class::cast)
                .map(fill -> fill.column().name() + " along " + String.join(", ", fill.key()))
                .collect(joining("; "));
    }

    private static List<String> copies(List<RecipeStep> steps) {
        return steps.stream()
                .filter(RecipeStep.Copy.class::isInstance)
                .map(RecipeStep.Copy.class::cast)
                .map(copy -> copy.column() + " from " + copy.from() + " along " + copy.key())
                .toList();
    }

    private static Column column(String name, String type) {
        int bracket = type.indexOf('(');
        return Column.of(
                name,
                bracket < 0
                        ? DataType.of(type)
                        : DataType.of(
                                type.substring(0, bracket),
                                Integer.parseInt(type.substring(bracket + 1, type.length() - 1))));
    }

    private static EnumType mood(String... labels) {
        return new EnumType(QualifiedName.of("mood"), List.of(labels));
    }

    private static Table users(Column... columns) {
        return table("users", Stream.concat(Stream.of(ID), Stream.of(columns)).toArray(Column[]::new))
                .withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("id"))));
    }

    private static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.of(name), List.of(columns));
    }

    private static Table with(Table table, Constraint... constraints) {
        return table.withConstraints(Stream.concat(table.constraints().stream(), Stream.of(constraints))
                .toList());
    }

    private static Table indexed(Table table) {
        return table.withIndexes(List.of(Index.of("users_number_idx", List.of(IndexKey.column("number")))));
    }

    private static ForeignKey key(String column) {
        return ForeignKey.of(column + "_fkey", List.of(column), QualifiedName.of("users"), List.of("id"));
    }
}
