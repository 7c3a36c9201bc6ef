package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotRestoredTest {
    @Test
    void an_index_that_comes_back_lacks_what_the_catalog_has_no_words_for() {
        Index index = index("users_name", "name");
        Table live = users(column("name", "text"))
                .withIndexes(List.of(index))
                .withUnmodelled(List.of("index users_name has the comment by name", "is unlogged"));
        assertThat(messages(transaction(
                                new DropIndex(USERS, "users_name", null, false),
                                new CreateIndex(USERS, index.withUnique(true), false))
                        .on(live)))
                .isEqualTo("index users_name of users comes back without the comment by name");
        assertThat(messages(transaction(new CreateIndex(USERS, index("other", "name"), false))
                        .on(live)))
                .isEmpty();
    }

    @Test
    void an_enum_type_that_is_made_anew_lacks_what_was_granted() {
        QualifiedName mood = QualifiedName.of("mood");
        RebuildEnum rebuild = new RebuildEnum(new EnumType(mood, List.of("happy")), null, List.of());
        assertThat(messages(transaction(rebuild).attached(mood, "its comment", "what crm may do")))
                .isEqualTo("makes type mood anew without its comment, what crm may do");
        assertThat(messages(transaction(rebuild))).isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("not-restored");
    }
}
