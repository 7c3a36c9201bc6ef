package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.Terminal.Outcome;
import dev.autogen.fixtures.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} takes made-up rows over the whole history, and says what each direction loses. */
class VerifyRowsTest {
    @RegisterExtension
    static final ProofServer SERVER = new ProofServer();

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;
    private String last;

    @BeforeEach
    void a_table_of_users() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).with("AUTOGEN_SCRATCH_URL", SERVER.jdbcUrl());
        step("a1", """
                op.createTable("company", column("id", bigint()).notNull().generatedByDefault(), column("name", varchar(20)).notNull(),
                    primaryKey("company_pkey", "id"));
                op.createTable("users", column("id", bigint()).notNull(), column("email", varchar(60)), column("active", bool()),
                    column("company_id", bigint()), column("state", text()), primaryKey("users_pkey", "id"));
                """, "op.dropTable(\"users\"); op.dropTable(\"company\");");
    }

    private void step(String id, String upgrade, String downgrade) {
        project.migration(id, last == null ? List.of() : List.of(last), upgrade, downgrade);
        last = id;
    }

    private Outcome verify(String... more) {
        return terminal.autogen(Stream.concat(Stream.of("verify", "--no-entities"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String proved(int migrations) {
        return migrations + " migrations on PostgreSQL " + PostgresForTests.majorVersion() + ": " + migrations
                + " proved up, down and up again.\n";
    }

    @Test
    void what_each_direction_loses_is_told_and_is_no_failure() {
        step(
                "b1",
                "op.addColumn(\"users\", column(\"phone\", varchar(30))); op.dropColumn(\"users\", \"state\");",
                "op.addColumn(\"users\", column(\"state\", text())); op.dropColumn(\"users\", \"phone\");");
        step("c1", "op.execute(\"update company set name = upper(name)\");", "");

        Outcome outcome = verify();

        assertThat(outcome.out()).isEqualTo("""
                b1 (Makes b1)  [src/main/java/migrations/M_b1.java]
                  upgrade loses: users.state (3 of 3 values)
                  downgrade loses: users.phone (3 of 3 values)
                c1 (Makes c1)  [src/main/java/migrations/M_c1.java]
                  upgrade changes: company.name (3 of 3 values: a name becomes A NAME)
                """ + proved(3));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(verify("--format", "json").out()).contains("""
                      "rows": [
                        "upgrade changes: company.name (3 of 3 values: a name becomes A NAME)"
                      ]
                """.indent(0).stripTrailing());
    }

    @Test
    void rows_keep_to_what_a_migration_is_about_to_demand_beside_rows_that_migrations_insert() {
        step("b1", """
                op.execute("insert into company (id, name) values (1, 'acme')");
                op.execute("insert into users values (1, 'a@x', true, 1, 'NEW')");
                """, "op.execute(\"delete from users where id = 1; delete from company where id = 1\");");
        step(
                "c1",
                "op.alterColumn(\"users\", \"email\").notNull();",
                "op.alterColumn(\"users\", \"email\").nullable();");
        step("d1", "op.createUnique(\"u\", \"users\", \"active\");", "op.dropConstraint(\"u\", \"users\");");
        step(
                "e1",
                "op.createForeignKey(\"f\", \"users\", \"company_id\").references(\"company\", \"id\");",
                "op.dropConstraint(\"f\", \"users\");");
        step(
                "f1",
                "op.execute(\"alter table users add constraint c check (state in ('NEW', 'OLD'))\");",
                "op.execute(\"alter table users drop constraint c\");");
        step(
                "g1",
                "op.execute(\"update users set state = 'OLD' where state is null\"); op.alterColumn(\"users\", \"state\").notNull();",
                "op.alterColumn(\"users\", \"state\").nullable();");

        assertThat(verify().out()).isEqualTo("""
                b1 (Makes b1)  [src/main/java/migrations/M_b1.java]
                  downgrade loses: company (1 of 4 rows), users (1 of 5 rows)
                """ + proved(7));
    }

    @Test
    void what_raw_sql_renames_is_found_under_its_new_name() {
        step(
                "b1",
                "op.execute(\"alter table users rename column email to mail; alter table users rename to people\");",
                "op.execute(\"alter table people rename to users; alter table users rename column mail to email\");");
        step(
                "c1",
                "op.renameColumn(\"people\", \"mail\", \"address\");",
                "op.renameColumn(\"people\", \"address\", \"mail\");");

        assertThat(verify().out()).isEqualTo(proved(3));
    }

    @Test
    void a_step_that_does_not_bear_rows_is_told_and_the_walk_goes_on() {
        step(
                "b1",
                "op.addColumn(\"users\", column(\"must\", integer()).notNull());",
                "op.dropColumn(\"users\", \"must\");");
        step(
                "c1",
                "op.alterColumn(\"users\", \"email\").type(varchar(80));",
                "op.alterColumn(\"users\", \"email\").type(varchar(60));");
        step(
                "d1",
                "op.addColumn(\"users\", column(\"a\", text())); op.newTransaction(); op.execute(\"update users set a = (1 / (id - id))::text\");",
                "op.dropColumn(\"users\", \"a\");");
        step(
                "e1",
                "op.dropColumn(\"users\", \"must\");",
                "op.addColumn(\"users\", column(\"must\", integer()).notNull());");

        Outcome outcome = verify();

        assertThat(outcome.out()).isEqualTo("""
                b1 (Makes b1)  [src/main/java/migrations/M_b1.java]
                  with rows, upgrade fails: column "must" of relation "users" contains null values
                  downgrade loses: users.must (4 of 4 values)
                c1 (Makes c1)  [src/main/java/migrations/M_c1.java]
                  with rows, downgrade fails: value too long for type character varying(60)
                d1 (Makes d1)  [src/main/java/migrations/M_d1.java]
                  with rows, upgrade fails: division by zero
                  downgrade loses: users.a (3 of 3 values)
                e1 (Makes e1)  [src/main/java/migrations/M_e1.java]
                  upgrade loses: users.must (4 of 4 values)
                  with rows, downgrade fails: column "must" of relation "users" contains null values
                """ + proved(5));
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void a_backfill_that_is_to_be_written_is_made_up_and_java_code_is_said_to_be_unseen() {
        step(
                "b1",
                "op.addColumn(\"users\", column(\"b\", varchar(5))); op.backfill(\"users\", \"b\", todo(\"which?\"));"
                        + " op.alterColumn(\"users\", \"b\").notNull();",
                "op.dropColumn(\"users\", \"b\");");
        step("c1", "op.withConnection(connection -> {});", "");

        assertThat(verify("b1:c1", "--format", "github").out())
                .startsWith(
                        "::notice file=src/main/java/migrations/M_b1.java,line=1,title=what rows lose::b1: unproved:"
                                + " backfill of users.b to be written%0Adowngrade loses: users.b (4 of 4 values)\n")
                .contains("c1: not looked at: what its Java code does to rows of tables that no operation of it names");
    }
}
