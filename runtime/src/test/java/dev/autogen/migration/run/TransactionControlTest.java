package dev.autogen.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL ends the transaction that it runs in (PostgreSQL, COMMIT, END, ROLLBACK, ABORT, PREPARE TRANSACTION). */
class TransactionControlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    commit                                          | COMMIT
                    Commit Work And Chain                           | COMMIT
                    end                                             | END
                    abort                                           | ABORT
                    rollback                                        | ROLLBACK
                    rollback and chain                              | ROLLBACK
                    prepare transaction 'x'                         | PREPARE TRANSACTION
                    /* why */ -- and why not \\n commit            | COMMIT
                    rollback; create table t (id int); commit       | ROLLBACK
                    insert into t values (';'); ; commit;           | COMMIT
                    create function f() returns int begin atomic select 1; end; commit | COMMIT
                    """)
    void what_ends_a_transaction_is_found(String sql, String word) {
        assertThat(TransactionControl.in(sql.replace("\\n", "\n"))).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "insert into t values ('x; commit')",
                "do $$ begin update t set c = 1; commit; end $$",
                "select case when true then 1 end; select 1 as commit",
                "savepoint s; delete from t; rollback to s",
                "rollback work to savepoint s",
                "release savepoint s",
                "prepare q as select 1",
                "comment on table t is 'x' -- ; commit",
                "create function f() returns int begin atomic select 1; select 2; end; select 3",
                "create procedure p() begin atomic end",
                "create table \"commit\" (\"end\" int)"
            })
    void what_ends_none_is_not_taken_for_it(String sql) {
        assertThat(TransactionControl.in(sql)).isEmpty();
    }
}
