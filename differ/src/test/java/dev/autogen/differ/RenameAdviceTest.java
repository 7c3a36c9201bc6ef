package dev.autogen.differ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be a rename, and what one answer means for others. */
class RenameAdviceTest {

    private static Table table(String name, String... columns) {
        List<Column> all =
                new ArrayList<>(List.of(Column.of("id", DataType.of("bigint")).notNull()));
        for (String column : columns) {
            String[] words = column.split(" ", 2);
            all.add(Column.of(words[0], DataType.parse(words.length == 1 ? "text" : words[1])));
        }
        return Table.of(QualifiedName.of(name), all)
                .withConstraints(List.of(PrimaryKey.of(name + "_pkey", List.of("id"))));
    }

    private static ForeignKey key(String column, String target) {
        return ForeignKey.of(column + "_fk", List.of(column), QualifiedName.of(target), List.of("id"));
    }

    private static Table referring(Table table, ForeignKey... keys) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.addAll(List.of(keys));
        return table.withConstraints(all);
    }

    private static RenameAdvice advice(Catalog model, Catalog live, String... told) {
        return new SchemaDiffer()
                .advise(
                        model,
                        live,
                        DiffOptions.ENTITIES.withRenames(
                                List.of(told).stream().map(Rename::parse).toList()));
    }

    @Test
    void a_column_of_the_same_type_in_the_same_place_comes_before_others() {
        RenameAdvice advice = advice(
                Catalog.of(table("t", "a", "renamed", "n integer")),
                Catalog.of(table("t", "a", "b", "n integer", "z")));
        assertThat(advice.possible()).singleElement().satisfies(possible -> {
            assertThat(possible.name()).isEqualTo("renamed");
            assertThat(possible.candidates())
                    .extracting(candidate -> candidate.rename().toString() + " " + candidate.reasons())
                    .containsExactly("t.b=renamed [same type text, same place]", "t.z=renamed [same type text]");
        });
    }

    @Test
    void a_column_of_another_type_or_with_another_target_is_none() {
        assertThat(advice(Catalog.of(table("t", "b integer")), Catalog.of(table("t", "a")))
                        .possible())
                .isEmpty();
        Table a = table("a");
        Table b = table("b");
        assertThat(advice(
                                Catalog.of(a, b, referring(table("t", "b_id bigint"), key("b_id", "b"))),
                                Catalog.of(a, b, referring(table("t", "a_id bigint"), key("a_id", "a"))))
                        .possible())
                .isEmpty();
    }

    @Test
    void a_column_may_have_got_another_length_in_its_place() {
        assertThat(advice(Catalog.of(table("t", "b varchar(20)")), Catalog.of(table("t", "a varchar(10)")))
                        .possible())
                .singleElement()
                .extracting(possible -> possible.candidates().get(0).reasons())
                .isEqualTo(List.of("varchar(10) before, varchar(20) now", "same place"));
    }

    @Test
    void tables_are_alike_where_most_of_their_columns_are() {
        Catalog live = Catalog.of(table("client", "name", "phone", "fax"), table("log", "at"));
        assertThat(advice(Catalog.of(table("customer", "name", "phone", "mail")), live)
                        .possible())
                .singleElement()
                .extracting(possible -> possible.notice().message())
                .isEqualTo(
                        "the database has table client and the model customer (3 of 4 columns alike, the same types in"
                                + " a row); if that is a rename, say --rename client=customer");
        assertThat(advice(Catalog.of(table("customer", "mail", "nick integer")), live)
                        .possible())
                .isEmpty();
    }

    @Test
    void columns_with_another_prefix_are_one_group() {
        RenameAdvice advice = advice(
                Catalog.of(table("t", "home_city", "home_zip", "note")),
                Catalog.of(table("t", "address_city", "address_zip", "remark")));
        assertThat(advice.groups()).singleElement().satisfies(group -> {
            assertThat(group.pattern()).hasToString("t.address_*=home_*");
            assertThat(group.renames())
                    .extracting(Rename::toString)
                    .containsExactly("t.address_city=home_city", "t.address_zip=home_zip");
        });
        assertThat(new SchemaDiffer()
                        .diff(
                                Catalog.of(table("t", "home_city", "home_zip")),
                                Catalog.of(table("t", "address_city", "address_zip")),
                                DiffOptions.ENTITIES.withRenames(List.of(Rename.parse("t.address_*=home_*"))))
                        .upgrade())
                .extracting(Object::toString)
                .hasSize(2)
                .allMatch(operation -> operation.startsWith("RenameColumn"));
    }

    @Test
    void a_pattern_that_fits_nothing_is_refused() {
        Catalog catalog = Catalog.of(table("t", "a_x"));
        for (String pattern : List.of("t.b_*=c_*", "t.*_*=b_*", "u_*=v_*")) {
            assertThatThrownBy(() -> advice(catalog, catalog, pattern))
                    .isInstanceOf(DifferException.class)
                    .hasMessageContaining("The rename " + pattern + " cannot be");
        }
    }

    @Test
    void tables_with_another_prefix_are_told_by_one_pattern() {
        assertThat(new SchemaDiffer()
                        .diff(
                                Catalog.of(table("shop_a", "x"), table("shop_b", "y")),
                                Catalog.of(table("a", "x"), table("b", "y")),
                                DiffOptions.ENTITIES.withRenames(List.of(Rename.parse("*=shop_*"))))
                        .changes())
                .allMatch(change -> change.operation().toString().startsWith("Rename"));
    }

    @Test
    void what_refers_to_a_renamed_table_follows_if_nothing_else_fits() {
        Catalog live = Catalog.of(
                table("orders"),
                referring(
                        table("line", "order_id bigint", "gift_of bigint"),
                        key("order_id", "orders"),
                        key("gift_of", "orders")),
                referring(table("note", "subject bigint"), key("subject", "orders")),
                referring(table("order_tags", "order_id bigint", "tag"), key("order_id", "orders")));
        Catalog model = Catalog.of(
                table("purchases"),
                referring(
                        table("line", "purchase_id bigint", "present_of bigint"),
                        key("purchase_id", "purchases"),
                        key("present_of", "purchases")),
                referring(table("note", "about bigint"), key("about", "purchases")),
                referring(table("purchase_tags", "order_id bigint", "tag"), key("order_id", "purchases")));
        assertThat(advice(model, live).following()).isEmpty();
        RenameAdvice advice = advice(model, live, "orders=purchases");
        assertThat(advice.following())
                .extracting(Rename::toString)
                .containsExactly("order_tags=purchase_tags", "line.order_id=purchase_id", "note.subject=about");
        assertThat(advice.certain())
                .extracting(Rename::toString)
                .containsExactly("order_tags=purchase_tags", "line.order_id=purchase_id");
    }

    @Test
    void what_is_spelled_otherwise_is_found_in_tables_and_columns() {
        RenameAdvice advice = advice(
                Catalog.of(table("line_item", "unit_price"), table("t", "a_b", "ab_")),
                Catalog.of(table("lineitem", "unitprice"), table("t", "ab")));
        assertThat(advice.respelled())
                .extracting(Rename::toString)
                .containsExactly("lineitem=line_item", "lineitem.unitprice=unit_price");
    }
}
