package dev.autogen.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompilerTest {

    @TempDir
    Path root;

    private Path main;

    @BeforeEach
    void write() throws IOException {
        main = Files.writeString(root.resolve("Main.java"), "class Main { Other other; class Inner {} }");
        Files.writeString(root.resolve("Other.java"), "class Other {}");
        Files.writeString(root.resolve("Unrelated.java"), "class Unrelated { broken }");
    }

    @Test
    void what_is_referred_to_is_compiled_along_and_nothing_else() {
        Compilation compilation =
                SourceCompiler.against(List.of()).withSourcePath(List.of(root)).compile(List.of(main));
        assertThat(compilation.succeeded()).isTrue();
        assertThat(compilation.classes()).containsOnlyKeys("Main", "Main$Inner", "Other");
        assertThat(root).isDirectoryNotContaining("glob:**.class");
    }

    @Test
    void an_error_has_file_line_and_message() {
        Compilation compilation = SourceCompiler.against(List.of()).compile(List.of(main));
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.file()).contains(main);
            assertThat(error.line()).isEqualTo(1);
            assertThat(error.message()).startsWith("cannot find symbol").contains("class Other");
        });
    }

    @Test
    void processors_run_where_the_class_path_has_them() throws IOException {
        Path bean = Files.writeString(
                root.resolve("Bean.java"),
                "@lombok.Getter class Bean { int size; int twice() { return 2 * getSize(); } }");
        SourceCompiler compiler = SourceCompiler.against(ClassPaths.of("lombok"));
        assertThat(compiler.runsProcessors()).isTrue();
        assertThat(compiler.compile(List.of(bean)).succeeded()).isTrue();
        assertThat(SourceCompiler.against(List.of()).runsProcessors()).isFalse();
    }

    @Test
    void nothing_to_compile_is_no_error() {
        assertThat(SourceCompiler.against(List.of()).compile(List.of()).succeeded())
                .isTrue();
    }
}
