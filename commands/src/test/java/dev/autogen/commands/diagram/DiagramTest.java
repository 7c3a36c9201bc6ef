package dev.autogen.commands.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetTableComment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagramTest {
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName PASSPORTS = QualifiedName.of("passports");

    private static final Table USER_TABLE = Table.of(USERS, List.of(column("id", "bigint"), column("name", "text")))
            .withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("id"))));

    @Test
    void names_and_types_are_written_so_that_mermaid_takes_them() {
        Table odd = Table.of(
                new QualifiedName("my schema", "a \"b\" 100%\n"),
                List.of(
                        column("pk", "double precision"),
                        column("1st", "numeric(10,2)[]"),
                        column("what?", "\"Mixed Case\""),
                        column("größe", "varchar(3)")));

        assertThat(diagram(List.of(), new CreateTable(odd))).isEqualTo("""
                After:

                ```mermaid
                erDiagram
                    "my schema.a 'b' 100??" {
                        double_precision pk_
                        numeric(10_2)[] _1st
                        Mixed_Case what_
                        varchar(3) größe
                    }
                ```""");
    }

    @Test
    void a_foreign_key_says_how_many_may_be_on_either_side() {
        Table passports = Table.of(
                        PASSPORTS, List.of(column("user_id", "bigint").notNull(), column("issuer_id", "bigint")))
                .withConstraints(List.of(
                        UniqueConstraint.of("one_each", List.of("user_id")),
                        ForeignKey.of("holder", List.of("user_id"), USERS, List.of("id")),
                        ForeignKey.of("issuer", List.of("issuer_id"), USERS, List.of("id"))));

        assertThat(diagram(List.of(USER_TABLE), new CreateTable(passports))).isEqualTo("""
                After:

                ```mermaid
                erDiagram
                    "passports" {
                        bigint user_id UK, FK
                        bigint issuer_id FK
                    }
                    "users" ||--o| "passports" : "holder"
                    "users" |o--o{ "passports" : "issuer"
                ```""");
    }

    @Test
    void of_a_wide_table_the_keys_and_what_changes_are_shown_and_the_others_counted() {
        Table wide = Table.of(
                        USERS,
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> column("c" + i, "text"))
                                .toList())
                .withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("c40"))));

        assertThat(diagram(List.of(wide), new AddColumn(USERS, column("fresh", "text"))))
                .endsWith("""
                        text c10
                        text c40 PK
                        text fresh "new"
                        etc more "29 columns that stay as they are"
                    }
                ```""");
    }

    @Test
    void what_is_renamed_takes_the_keys_that_point_at_it_along() {
        Table passports = Table.of(PASSPORTS, List.of(column("user_id", "bigint")))
                .withConstraints(List.of(ForeignKey.of("holder", List.of("user_id"), USERS, List.of("id"))));
        String diagram = diagram(
                List.of(USER_TABLE, passports),
                new RenameTable(USERS, "people"),
                new RenameColumn(PASSPORTS, "user_id", "person_id"));

        assertThat(diagram).endsWith("""
                    "passports" {
                        bigint person_id FK "new"
                    }
                    "people" {
                        bigint id PK
                        text name
                    }
                    "people" |o--o{ "passports" : "holder"
                ```""").contains("""
                        bigint user_id FK "goes"
                """);
    }

    @Test
    void a_table_that_goes_is_drawn_before_alone_and_what_does_not_show_not_at_all() {
        assertThat(diagram(List.of(USER_TABLE), new DropTable(USERS, null)))
                .startsWith("Before:")
                .doesNotContain("After:");
        assertThat(diagram(List.of(USER_TABLE), new SetTableComment(USERS, "people", null)))
                .isEmpty();
    }

    private static String diagram(List<Table> before, Operation... operations) {
        SchemaSketch sketch = SchemaSketch.of(before);
        return Diagram.markdown(sketch, sketch.after(Stream.of(operations).toList()));
    }

    private static Column column(String name, String type) {
        return Column.of(name, DataType.parse(type));
    }
}
