package dev.autogen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SetTableComment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law: what is printed, compiled and recorded is what was there, but for what was before. */
class RoundTripTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void operations_of_every_kind_survive_being_written(long seed) throws Exception {
        RandomOperations random = new RandomOperations(seed);
        List<Operation> upgrade = random.ofEachKind();
        List<Operation> downgrade = random.ofEachKind();

        assertSurvive(random.texts().text() + seed, upgrade, downgrade, random);
    }

    @Test
    void a_very_large_migration_is_split_into_methods_that_compile() throws Exception {
        List<Operation> many = IntStream.range(0, 1_000)
                .<Operation>mapToObj(i -> new CreateTable(wideTable("t" + i, 20)))
                .toList();

        assertSurvive("many", many, List.of(), new RandomOperations(0));
    }

    @Test
    void a_migration_with_more_names_than_a_class_file_can_hold_compiles() throws Exception {
        List<Operation> many = IntStream.range(0, 4_000)
                .<Operation>mapToObj(i -> new CreateEnum(new EnumType(
                        QualifiedName.of("type" + i),
                        IntStream.range(0, 10).mapToObj(j -> i + "-" + j).toList())))
                .toList();

        assertSurvive("names", many, many, new RandomOperations(0));
    }

    @Test
    void a_table_of_as_many_columns_as_postgresql_allows_compiles() throws Exception {
        assertSurvive("wide", List.of(new CreateTable(wideTable("wide", 1_600))), List.of(), new RandomOperations(0));
    }

    @Test
    void a_text_longer_than_a_class_file_can_hold_compiles() throws Exception {
        String script = "SELECT '\u4e2d\u6587';\n".repeat(10_000);

        assertSurvive("long", List.of(new ExecuteSql(script, List.of(script))), List.of(), new RandomOperations(0));
    }

    @Test
    void texts_survive_at_every_length() throws Exception {
        List<Operation> comments = new ArrayList<>();
        for (String piece : List.of("a ", "\"", " ", "\\", "\n", " \n", "\ud83d\ude00", "x\n  y\n")) {
            for (int times = 0; times < 100; times += 3) {
                comments.add(new SetTableComment(QualifiedName.of("t"), piece.repeat(times), null));
                comments.add(new SetTableComment(QualifiedName.of("t"), "x" + piece.repeat(times) + "\n z", null));
            }
        }

        assertSurvive("texts", comments, List.of(), new RandomOperations(0));
    }

    private static Table wideTable(String name, int columns) {
        return Table.of(
                QualifiedName.of(name),
                IntStream.range(0, columns)
                        .mapToObj(i -> Column.of("column_" + i, DataType.of("numeric", 10, 2))
                                .notNull()
                                .withComment("comment of column " + i))
                        .toList());
    }

    private static void assertSurvive(
            String message, List<Operation> upgrade, List<Operation> downgrade, RandomOperations random)
            throws Exception {
        MigrationDraft draft = MigrationDraft.of(
                        "db.history",
                        random.texts().name(),
                        List.of(random.texts().name()),
                        CREATED,
                        message)
                .withOperations(noted(upgrade, random), noted(downgrade, random))
                .withNotes(List.of(random.texts().text(), random.texts().text()));

        // Comments must not end early, whatever stands in them.
        MigrationStyle style = new MigrationStyle(
                ClassNameTemplate.DEFAULT, false, "x " + random.texts().text(), true);
        CompiledMigration compiled = CompiledMigration.of(new MigrationWriter(style).write(draft));

        assertThat(compiled.upgrade()).isEqualTo(recorded(upgrade));
        assertThat(compiled.downgrade()).isEqualTo(recorded(downgrade));
    }

    private static List<Operation> recorded(List<Operation> operations) {
        return operations.stream().map(Operation::asRecorded).toList();
    }

    private static List<NotedOperation> noted(List<Operation> operations, RandomOperations random) {
        return operations.stream()
                .map(operation -> new NotedOperation(
                        operation,
                        List.of(random.texts().text()),
                        List.of(random.texts().text())))
                .toList();
    }
}
