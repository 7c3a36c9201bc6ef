package dev.autogen.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.StrictCompiler;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documentation shows of migrations runs on the shop of {@code documented/shop.sql}, and sends the SQL that is
 * shown below it. An HTML comment before a block, which begins with {@code given}, is run before it.
 */
class DocumentedOperationsTest {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path VOCABULARY = DOCS.resolve("vocabulary.md");
    private static final boolean WRITE = "write".equals(System.getProperty("autogen.golden"));
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- given\\n(?<given>.*?)-->\\n)?```java\\n(?<java>.*?)```\\n(?:\\n```sql\\n(?<sql>.*?)```\\n)?",
            Pattern.DOTALL);
    private static final String IMPORTS = """
            import static dev.autogen.migration.Elements.*;
            import static dev.autogen.migration.Types.*;
            import static dev.autogen.schema.ReferentialAction.*;

            import dev.autogen.migration.*;
            import java.sql.*;
            import java.time.Duration;
            import java.util.List;

            """;

    @TestFactory
    Stream<DynamicTest> what_is_shown_runs_and_sends_the_sql_below_it() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : List.of(VOCABULARY, DOCS.resolve("operations.md"))) {
            snippets.addAll(snippets(page));
        }
        ClassLoader classes =
                StrictCompiler.compile(snippets.stream().collect(toMap(Snippet::className, Snippet::source)));
        String shop = resource("documented/shop.sql");
        TestDatabase database = PostgresForTests.freshDatabase();
        return Stream.concat(
                        snippets.stream()
                                .map(snippet -> DynamicTest.dynamicTest(snippet.place(), () -> {
                                    database.execute(shop + ";" + snippet.given());
                                    check(snippet, sent(snippet, classes, database));
                                })),
                        Stream.of(DynamicTest.dynamicTest("their roles are gone again", () -> {
                            database.execute("drop owned by crm, reporting cascade", "drop role crm, reporting");
                        })))
                .onClose(database::close);
    }

    private static String sent(Snippet snippet, ClassLoader classes, TestDatabase database) throws Exception {
        Migration migration = (Migration)
                classes.loadClass(snippet.className()).getDeclaredConstructor().newInstance();
        SentStatements sent = new SentStatements();
        Migrator.forConnections(() -> sent.watch(database.connect()))
                .migrations(List.of(new LoadedMigration(RevisionInfo.of("a1"), migration)))
                .options(RunOptions.inSchema("public").withVersionTable("autogen", "autogen_version"))
                .upgrade("head");
        return sent.text();
    }

    private static void check(Snippet snippet, String sent) throws IOException {
        if (snippet.sql() == null) {
            assertThat(snippet.page()).as("an operation without its SQL").isNotEqualTo(VOCABULARY);
        } else if (WRITE) {
            String text = Files.readString(snippet.page());
            String java = "```java\n" + snippet.java() + "```\n\n```sql\n";
            Files.writeString(snippet.page(), text.replace(java + snippet.sql() + "```", java + sent + "```"));
        } else {
            assertThat(sent).isEqualTo(snippet.sql());
        }
    }

    @Test
    void no_operation_is_missing() throws IOException {
        String page = Files.readString(VOCABULARY);
        TreeSet<String> missing = new TreeSet<>();
        for (Method method : Operations.class.getMethods()) {
            if (!page.contains("op." + method.getName() + "(")) {
                missing.add(method.getName());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Snippet> snippets(Path page) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (block.group("java").contains("op.")) {
                snippets.add(new Snippet(
                        page,
                        snippets.size() + 1,
                        block.group("given") == null ? "" : block.group("given"),
                        block.group("java"),
                        block.group("sql")));
            }
        }
        return snippets;
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource =
                DocumentedOperationsTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }

    /** A block of a page; its SQL is null where none is shown. */
    private record Snippet(Path page, int number, String given, String java, String sql) {
        String place() {
            return page.getFileName() + ", block " + number + ": "
                    + java.lines().findFirst().orElse("");
        }

        String className() {
            return "documented." + (page.equals(VOCABULARY) ? "Vocabulary" : "Operation") + number;
        }

        String source() {
            String name = className().substring("documented.".length());
            return "package documented;\n\n" + IMPORTS + "public final class " + name
                    + " implements Migration {\n    @Override\n    public void upgrade(Operations op) {\n"
                    + java.indent(8) + "    }\n}\n";
        }
    }
}
