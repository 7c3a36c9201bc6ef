package dev.autogen.conformance;

import static dev.autogen.conformance.Conformance.from;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    @AfterAll
    static void close() {
        Conformance.close();
    }

    @Test
    void a_change_between_databases_yields_statements() throws SQLException {
        from("create table t (c varchar(30))")
                .to("create table t (c varchar(40))")
                .yields("""
                ALTER TABLE t ALTER COLUMN c TYPE varchar(40)
                """);
    }

    @Test
    void entities_yield_statements_and_nothing_once_they_are_met() throws SQLException {
        String entity = "@Entity class Thing { @Id long id; @Column(length = 20) String name; }";
        from("").toEntities(entity).yields("""
                CREATE TABLE thing ( id bigint NOT NULL, name varchar(20), CONSTRAINT thing_pkey PRIMARY KEY (id) )
                """);
        from("create table thing (id bigint primary key, name varchar(20))")
                .toEntities(entity)
                .yieldsNothing();
    }

    @Test
    void two_databases_that_say_the_same_yield_nothing() throws SQLException {
        from("create table t (c decimal(10,5))")
                .to("create table t (c numeric(10,5))")
                .yieldsNothing();
    }
}
