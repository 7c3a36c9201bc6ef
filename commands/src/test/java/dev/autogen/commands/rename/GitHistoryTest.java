package dev.autogen.commands.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git knows of a renamed member. Without git on the path of this build nothing of it can be tried. */
class GitHistoryTest {
    private static final String ORDER = """
            class Order {
                /** What the customer calls it. */
                @Column(nullable = false)
                String name;
                @ManyToOne
                Customer customer;
                @Column(name = "unit_price")
                long price;
                long weight;
            }
            """;

    @TempDir
    private Path directory;

    private Path order;

    @BeforeEach
    void prepare() throws Exception {
        assumeTrue(hasGit());
        order = Files.writeString(directory.resolve("Order.java"), ORDER);
        git("init", "-q");
        commit();
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=x", "-c", "user.email=x@localhost"));
        command.addAll(List.of(words));
        int exit = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", "as it is");
    }

    private FileChange lastChange(Path file) {
        return new GitHistory(directory).lastChange(file).orElseThrow();
    }

    @Test
    void a_field_that_took_the_place_of_another_was_renamed() throws Exception {
        Files.writeString(
                order, ORDER.replace("String name", "String reference").replace("customer;", "buyer;"));
        FileChange change = lastChange(order);
        assertThat(change.where()).isEqualTo("git");
        assertThat(change.oldName(4, "name", "reference")).hasValue("name");
        assertThat(change.oldName(6, "customer_id", "buyer_id")).hasValue("customer");
        assertThat(change.oldName(9, "name", "weight")).isEmpty();
        assertThat(change.oldName(4, "customer_id", "reference")).isEmpty();
        assertThat(change.keptJavadoc(order, 4)).isTrue();
        assertThat(change.keptJavadoc(order, 6)).isFalse();
    }

    @Test
    void a_column_that_its_annotation_calls_otherwise_was_renamed() throws Exception {
        Files.writeString(order, ORDER.replace("unit_price", "net_price"));
        assertThat(lastChange(order).oldName(8, "unit_price", "net_price")).hasValue("unit_price");
        assertThat(lastChange(order).oldName(9, "unit_price", "weight")).isEmpty();
    }

    @Test
    void what_is_committed_is_found_in_the_last_commit_of_the_file() throws Exception {
        Files.writeString(order, ORDER.replace("String name", "String reference"));
        commit();
        Files.writeString(directory.resolve("other.txt"), "later");
        commit();
        FileChange change = lastChange(order);
        assertThat(change.where()).matches("commit [0-9a-f]{7,}");
        assertThat(change.oldName(4, "name", "reference")).hasValue("name");
    }

    @Test
    void the_file_of_a_renamed_class_is_found_whether_git_was_told_or_not() throws Exception {
        Path purchase = directory.resolve("Purchase.java");
        Files.delete(order);
        Files.writeString(purchase, ORDER.replace("class Order", "class Purchase"));
        assertThat(lastChange(purchase).oldClass()).hasValue("Order");
        git("add", "-A");
        assertThat(lastChange(purchase).oldClass()).hasValue("Order");
        commit();
        assertThat(lastChange(purchase).oldClass()).hasValue("Order");
        assertThat(lastChange(purchase).oldName(1, "order", "purchase")).hasValue("Order");
    }

    @Test
    void outside_of_a_repository_nothing_is_known(@TempDir Path elsewhere) throws Exception {
        Path file = Files.writeString(elsewhere.resolve("Order.java"), ORDER);
        assertThat(new GitHistory(elsewhere).lastChange(file)).isEmpty();
    }
}
