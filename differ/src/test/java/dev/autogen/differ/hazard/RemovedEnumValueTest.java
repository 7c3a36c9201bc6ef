package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.check;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovedEnumValueTest {
    @Test
    void a_constant_that_goes_is_named_with_its_column() {
        assertThat(messages(replaced("status in ('NEW','PAID','SENT')", "status in ('NEW','PAID')")
                        .onManyUsers()))
                .isEqualTo(
                        "users.status (about 1.2M rows, 340 MB) takes SENT no more: running instances still write it,"
                                + " and rows may hold it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]) | status in ('A')
            (status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]) | (status)::text = 'A'::text
            (("status" >= 0) AND ("status" <= 1)) | status between 0 and 0
            ((status >= 0) AND (status <= 2)) | ((status >= 0) AND (status <= 1))
            """)
    void the_words_of_postgresql_are_understood(String before, String after) {
        assertThat(messages(replaced(before, after))).startsWith("users.status takes ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            status in ('A')                | status in ('A','B')
            status in ('A','B')            | other in ('A')
            status between 0 and 1         | status between 0 and 2
            status > 0 and status <= 2     | status > 0 and status <= 1
            status in ('A','B') or x = 'B' | status in ('A')
            status between low and 5       | status between low and 4
            status between 0 and 900000000 | status between 0 and 800000000
            """)
    void what_takes_more_or_is_no_list_is_none(String before, String after) {
        assertThat(messages(replaced(before, after))).isEmpty();
    }

    @Test
    void an_enum_type_that_loses_a_label() {
        QualifiedName mood = QualifiedName.of("mood");
        RebuildEnum rebuild = new RebuildEnum(
                new EnumType(mood, List.of("happy")), new EnumType(mood, List.of("happy", "sad")), List.of());
        assertThat(messages(transaction(rebuild)))
                .isEqualTo("mood takes sad no more: running instances still write it, and rows may hold it");
        assertThat(messages(transaction(new RebuildEnum(rebuild.from(), rebuild.to(), List.of()))))
                .isEmpty();
    }

    @Test
    void a_table_without_rows_has_nothing_to_read() {
        assertThat(messages(replaced("status in ('A','B')", "status in ('A')").sized(USERS, 0, 8_192)))
                .isEmpty();
        assertThat(messages(transaction(
                        new CreateTable(users(column("status", "text"))),
                        new AddConstraint(USERS, check("users_status_check", "status in ('A')")))))
                .isEmpty();
    }

    private static Judging replaced(String before, String after) {
        return transaction(
                        new DropConstraint(USERS, "users_status_check", check("users_status_check", before)),
                        new AddConstraint(USERS, check("users_status_check", after)))
                .on(users(column("status", "varchar(255)")));
    }

    private static String messages(Judging judging) {
        return judging.messages("removed-enum-value");
    }
}
