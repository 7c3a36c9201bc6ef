package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts that break whoever pastes strings together, through the whole cycle and back. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "Upper Case",
            "select",
            "user",
            "a.b",
            "a..b",
            "semi;colon -- comment",
            "sl/ash*/ star /*",
            "single'quote",
            "dollar$sign$$",
            "100%d %s",
            "back\\slash",
            "n\\u00fcmber \\u540d\\u524d \\ud83d\\ude00",
            "com,ma (paren)",
            "{brace} ${placeholder} @at",
            "<b>&amp;</b>",
            "1digit",
            "new\\nline",
            "tab\\tbed",
            "x".repeat(63));

    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database).with("AUTOGEN_NAMING", "jpa");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> relations() throws SQLException {
        return database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"
                + " and relname not like 'autogen%' order by relname");
    }

    private void assertThatTheCycleCloses() throws SQLException {
        terminal.ok("-m", "hostile");
        terminal.ok("upgrade");
        List<String> relations = relations();
        assertThat(terminal.ok("check", "--strict")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "base");
        assertThat(relations()).isEmpty();
        terminal.ok("upgrade");
        assertThat(relations()).isEqualTo(relations);
    }

    @Test
    void tables_columns_and_constraints() throws SQLException {
        int number = 0;
        for (String name : NAMES) {
            number++;
            // Hibernate takes backticks and quotes around a name as a wish for quotes.
            project.type("""
                    @Entity
                    @Table(name = "`%1$s`", uniqueConstraints = @UniqueConstraint(
                            name = "`uq %1$.55s`", columnNames = "`%1$s`"))
                    public class Thing%2$d {
                        @Id @Column(name = "`id %1$.58s`") Long id;
                        @Column(name = "`%1$s`") String name;
                        @ManyToOne @JoinColumn(name = "`to %1$.55s`",
                                foreignKey = @ForeignKey(name = "`fk %1$.55s`")) Thing%2$d other;
                    }
                    """.formatted(name.replace("back\\slash", "back\\\\slash"), number));
        }
        assertThatTheCycleCloses();
        assertThat(relations()).contains("Upper Case", "a.b", "select", "back\\slash", "new\nline");
    }

    @Test
    void a_double_quote_in_a_name() throws SQLException {
        project.type("""
                @Entity
                @Table(name = "`two \\"quotes\\"`")
                public class Thing {
                    @Id Long id;
                    @Column(name = "`a\\"b`") String name;
                }
                """);
        assertThatTheCycleCloses();
        assertThat(relations()).contains("two \"quotes\"");
    }

    @Test
    void names_that_postgresql_cuts() throws SQLException {
        String eighty = "n".repeat(80);
        project.type("""
                @Entity
                @Table(name = "%1$s_table", indexes = @Index(name = "%1$s_index", columnList = "%1$s_column"))
                public class Thing {
                    @Id Long id;
                    @Column(name = "%1$s_column", unique = true) String name;
                    @Column(name = "`%2$s`") String umlauts;
                    @ManyToOne Thing other;
                }
                """.formatted(eighty, "\\u00fc".repeat(40))
                .replace("_index", "_i")
                .replace(eighty + "_i", "i" + eighty));
        assertThatTheCycleCloses();
        assertThat(relations()).contains("n".repeat(63));
    }

    @Test
    void two_tables_that_postgresql_takes_for_one() {
        String name = "n".repeat(63);
        project.type("@Entity @Table(name = \"%s_a\") public class One { @Id Long id; }".formatted(name));
        project.type("@Entity @Table(name = \"%s_b\") public class Two { @Id Long id; }".formatted(name));
        terminal.autogen("-m", "x").fails(2, name);
        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void a_schema_of_such_a_name() throws SQLException {
        project.type(SmallProject.THING);
        terminal = terminal.with("DATABASE_SCHEMA", "\"My \"\"own\"\" sch'ema.x\"");
        terminal.ok("-m", "hostile");
        terminal.ok("upgrade");
        assertThat(terminal.ok("check", "--strict")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "base");
        terminal.ok("upgrade");
        assertThat(database.query("select schemaname, tablename from pg_tables where tablename = 'thing'"))
                .containsExactly("My \"own\" sch'ema.x|thing");
    }

    @Test
    void defaults_checks_comments_and_enum_constants() throws SQLException {
        project.type("public enum Kind { A, \\u00dc, $dollar, _$1 }");
        project.type("""
                @Entity
                @org.hibernate.annotations.Comment("a 'quoted' \\\\ comment\\nin \\"two\\" lines */ \\u540d\\u524d $$ ${x} %s {@code}")
                @Check(name = "ck 'q'", constraints = "text <> 'was it''s \\\\ \\n \\"x\\" */ $$ %s ?'")
                public class Thing {
                    @Id Long id;
                    @ColumnDefault("'it''s \\\\ \\n \\"x\\" */ $$ %s ?'")
                    @org.hibernate.annotations.Comment("?; -- '' \\t")
                    String text;
                    @ColumnDefault("E'\\\\\\\\ \\\\n'")
                    String escaped;
                    @Enumerated(EnumType.STRING) Kind kind;
                    @Column(columnDefinition = "varchar(20) default 'a''b' check (defined <> '''')")
                    String defined;
                }
                """);
        assertThatTheCycleCloses();
        assertThat(database.query("select obj_description('thing'::regclass)"))
                .containsExactly("a 'quoted' \\ comment\nin \"two\" lines */ \u540d\u524d $$ ${x} %s {@code}");
        database.execute("insert into thing (id, kind) values (1, '\u00dc'), (2, '_$1')");
        assertThat(database.query("select text, escaped from thing where id = 1"))
                .containsExactly("it's \\ \n \"x\" */ $$ %s ?|\\ \n");
    }
}
