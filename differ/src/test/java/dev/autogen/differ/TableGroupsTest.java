package dev.autogen.differ;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.OperationSummary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order in which a migration tells of what is added to tables. */
class TableGroupsTest {
    private static final Catalog LIVE = Catalog.of(table("authors", "id"), table("books", "id"), table("covers", "id"));

    @Test
    void what_is_added_to_a_table_stands_together() {
        Catalog wanted = Catalog.of(
                indexed(table("authors", "id", "name"), "name"),
                table("books", "id"),
                indexed(table("covers", "id", "color"), "color").withComment("of books"));

        assertThat(steps(wanted)).containsExactly("""
                + column authors.name (bigint)
                + index authors_name_idx
                + column covers.color (bigint)
                + index covers_color_idx
                ~ table covers: comment""".split("\n"));
    }

    @Test
    void a_table_that_a_foreign_key_points_at_comes_before_the_one_with_the_key() {
        Catalog wanted = Catalog.of(
                table("authors", "id", "cover").withConstraints(List.of(key("authors", "cover", "covers"))),
                table("books", "id", "title"),
                unique(table("covers", "id", "code"), "code"));

        assertThat(steps(wanted)).containsExactly("""
                + column covers.code (bigint)
                + unique covers.covers_code_key
                + column authors.cover (bigint)
                + foreign key authors.authors_cover_fkey
                + column books.title (bigint)""".split("\n"));
    }

    @Test
    void of_tables_that_point_at_each_other_one_key_comes_last() {
        Catalog wanted = Catalog.of(
                unique(table("authors", "id", "code", "cover"), "code", key("authors", "cover", "covers")),
                table("books", "id"),
                unique(table("covers", "id", "code", "author"), "code", key("covers", "author", "authors")));

        assertThat(steps(wanted)).containsExactly("""
                + column covers.code (bigint)
                + column covers.author (bigint)
                + unique covers.covers_code_key
                + column authors.code (bigint)
                + column authors.cover (bigint)
                + unique authors.authors_code_key
                + foreign key authors.authors_cover_fkey
                + foreign key covers.covers_author_fkey""".split("\n"));
    }

    @Test
    void what_is_lost_comes_last_whatever_its_table() {
        Catalog wanted = Catalog.of(table("authors", "name"), table("books", "id", "title"), table("covers", "id"));

        assertThat(steps(wanted)).containsExactly("""
                + column authors.name (bigint)
                + column books.title (bigint)
                - column authors.id""".split("\n"));
    }

    private static Stream<String> steps(Catalog wanted) {
        return new SchemaDiffer()
                .diff(wanted, LIVE, DiffOptions.DATABASES).upgrade().stream()
                        .map(operation -> OperationSummary.of(operation).toString());
    }

    private static Table table(String name, String... columns) {
        return Table.of(
                QualifiedName.of(name),
                Stream.of(columns)
                        .map(column -> Column.of(column, DataType.of("bigint")))
                        .toList());
    }

    private static Table indexed(Table table, String column) {
        return table.withIndexes(
                List.of(Index.of(table.name().name() + "_" + column + "_idx", List.of(IndexKey.column(column)))));
    }

    private static Table unique(Table table, String column, ForeignKey... keys) {
        UniqueConstraint unique = UniqueConstraint.of(table.name().name() + "_" + column + "_key", List.of(column));
        return table.withConstraints(
                Stream.concat(Stream.of(unique), Stream.of(keys)).toList());
    }

    /** To the column {@code code} of the other table. */
    private static ForeignKey key(String table, String column, String target) {
        return ForeignKey.of(
                table + "_" + column + "_fkey", List.of(column), QualifiedName.of(target), List.of("code"));
    }
}
