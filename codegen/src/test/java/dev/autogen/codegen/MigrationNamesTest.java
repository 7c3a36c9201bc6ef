package dev.autogen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationNamesTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30.999Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add products table        | AddProductsTable
                    add SKU to order_items    | AddSKUToOrderItems
                    don't drop it             | DontDropIt
                    Größe der Ærmel prüfen    | GrosseDerAermelPrufen
                    2nd try, v1.5             | 2ndTryV15
                    добавить                  | Migration
                    ../../etc/passwd          | EtcPasswd
                    '   '                     | Migration
                    """)
    void a_class_is_named_by_the_words_of_its_message(String message, String name) {
        assertThat(MigrationNames.className(CREATED, message)).isEqualTo("M20261121101530_" + name);
    }

    @Test
    void a_long_message_is_cut_at_the_end_of_a_word() {
        assertThat(MigrationNames.className(CREATED, "abcdefghi ".repeat(500)))
                .isEqualTo("M20261121101530_" + "Abcdefghi".repeat(6));
        assertThat(MigrationNames.className(CREATED, "x".repeat(5_000)))
                .isEqualTo("M20261121101530_X" + "x".repeat(59));
    }

    @Test
    void revisions_are_twelve_hexadecimal_digits_and_differ() {
        Set<String> revisions = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            revisions.add(MigrationNames.newRevision());
        }

        assertThat(revisions).hasSize(1_000).allMatch(revision -> revision.matches("[0-9a-f]{12}"));
    }
}
