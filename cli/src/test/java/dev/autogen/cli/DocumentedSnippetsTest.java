package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documentation shows of migrations can be copied into one and compiles. Two pages are left out, which
 * {@code DocumentedOperationsTest} of the runtime even runs.
 */
class DocumentedSnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> RUN_ELSEWHERE = List.of("operations.md", "vocabulary.md");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
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
    Stream<DynamicTest> a_snippet_of_the_documentation_compiles() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            int number = 0;
            Matcher block = JAVA_BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                String snippet = block.group(1);
                if (snippet.contains("op.") || snippet.contains("Migrator.")) {
                    number++;
                    tests.add(DynamicTest.dynamicTest(
                            ROOT.relativize(page) + ", block " + number, () -> assertCompiles(snippet)));
                }
            }
        }
        assertThat(tests).as("snippets in docs/").isNotEmpty();
        return tests.stream();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> hazards = Files.list(ROOT.resolve("docs/hazards"))) {
            return Stream.concat(
                            Stream.concat(docs, hazards)
                                    .filter(page -> page.toString().endsWith(".md"))
                                    .filter(page -> !RUN_ELSEWHERE.contains(
                                            page.getFileName().toString()))
                                    .sorted(),
                            Stream.of(ROOT.resolve("README.md")))
                    .toList();
        }
    }

    private static void assertCompiles(String snippet) throws IOException {
        Source source = source(snippet);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (var files = compiler.getStandardFileManager(problems, null, UTF_8)) {
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            files,
                            problems,
                            // Analysed and not generated: nothing is written.
                            List.of("--release", "17", "-proc:none", "-implicit:none", "-XDshould-stop.ifNoError=FLOW"),
                            null,
                            List.of(source))
                    .call();
            assertThat(compiled)
                    .as("%s%n%s", problems.getDiagnostics(), source.text())
                    .isTrue();
        }
    }

    /** A whole class is taken as it is; statements become the body of {@code upgrade}. */
    private static Source source(String snippet) {
        Matcher name = Pattern.compile("public (?:final )?class (\\w+)").matcher(snippet);
        if (name.find()) {
            return new Source(name.group(1), snippet.contains("import ") ? snippet : IMPORTS + snippet);
        }
        return new Source(
                "Snippet",
                IMPORTS + "final class Snippet {\n    void upgrade(Operations op, javax.sql.DataSource dataSource)"
                        + " throws Exception {\n" + snippet.indent(8) + "    }\n}\n");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        String text() {
            return text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
