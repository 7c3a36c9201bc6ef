package dev.autogen.differ;

import static dev.autogen.differ.DatabaseDiff.from;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the conformance list between two databases; each proves the laws on a real server. */
class DatabaseToDatabaseTest {
    private static final String TWO_TABLES = "create table p (id int primary key, k int unique, l int, unique (k, l));"
            + "create table t (id int not null, a int, b int, c text)";

    @AfterAll
    static void close() {
        DatabaseDiff.close();
    }

    record Case(String id, String before, String after) {
        @Override
        public String toString() {
            return id;
        }
    }

    private static Case change(String id, String before, String after) {
        return new Case(id, before, after);
    }

    /** A column of that definition becomes one of another. */
    private static Case column(String id, String before, String after) {
        return change(
                id,
                "create table t (id bigint primary key, c " + before + ")",
                "create table t (id bigint primary key, c " + after + ")");
    }

    /** Something is added to a table and, in the reverse, taken away. */
    private static Stream<Case> part(String id, String table, String part) {
        return Stream.of(
                change(id + " added", table, table + ";" + part), change(id + " removed", table + ";" + part, table));
    }

    @ParameterizedTest
    @MethodSource({"tables", "columns", "constraints", "indexes", "sequencesAndTypes", "databasesAlone"})
    void every_change_is_found_and_reverted(Case change) throws SQLException {
        from(change.before).to(change.after).holds();
    }

    @ParameterizedTest
    @MethodSource({"tables", "columns", "constraints", "indexes", "sequencesAndTypes"})
    void every_change_converges_when_a_model_asks_for_it(Case change) throws SQLException {
        from(change.before).to(change.after).convergesAsModel();
    }

    @ParameterizedTest
    @MethodSource("equivalences")
    void what_means_the_same_is_no_change(Case same) throws SQLException {
        from(same.before).to(same.after).yieldsNothing();
    }

    /** What no entity model can ask for. */
    static Stream<Case> databasesAlone() {
        return Stream.of(
                change(
                        "key with a foreign key on it replaced",
                        TWO_TABLES + "; alter table t add foreign key (a) references p (k)",
                        TWO_TABLES
                                + "; alter table p drop constraint p_k_key; alter table p add constraint p_k_key unique (k) deferrable; alter table p add unique (k); alter table t add foreign key (a) references p (k)"));
    }

    static Stream<Case> tables() {
        String chain =
                "create table a (id int primary key); create table b (id int primary key, a_id int references a);"
                        + "create table c (id int primary key, b_id int references b); create table d (id int primary key, c_id int references c)";
        String circle =
                "create table a (id int primary key, b_id int); create table b (id int primary key, a_id int references a);"
                        + "alter table a add foreign key (b_id) references b";
        String rich =
                "create table p (id int primary key); create table t (id int primary key, p_id int references p on delete cascade,"
                        + " u text unique, v numeric(10,2) default 0 not null check (v >= 0), w tsrange, exclude using gist (w with &&));"
                        + " create index on t (v desc) include (u) where v > 10; comment on table t is 'it''s'; comment on column t.u is E'a\\nb'";
        return Stream.of(
                change("TB2", "", "create table t (id bigint primary key, name text not null)"),
                change("TB3", rich, "create table p (id int primary key)"),
                change(
                        "TB4",
                        "",
                        "create table z (id int primary key); create table a (id int primary key, z_id int references z)"),
                change("TB5", "", "create table t (id int, name text unique)"),
                change(
                        "TB8",
                        "create table t (id int, name text); create index i on t (id); create index j on t (name)",
                        ""),
                change("TB10", "", "create table t (a int constraint positive check (a > 0))"),
                change(
                        "TB15",
                        "create table a (id int primary key); create table b (a_id int references a); create index on b (a_id)",
                        ""),
                change("GX5 chain made", "", chain),
                change("GX5 chain dropped", chain, ""),
                change("GX6 circle made", "", circle),
                change("GX6 circle dropped", circle, ""),
                change(
                        "GX7",
                        "create table p (id int primary key); create table t (id int, p_id int references p)",
                        "create table t (id int, p_id int)"),
                change("self reference", "", "create table t (id int primary key, parent_id int references t)"),
                change(
                        "GX9",
                        "",
                        "create schema other; create table other.t (id int primary key); create table t (id int references other.t)"),
                change("GX10", "", "create sequence s; create table t (id bigint default nextval('s'))"),
                change(
                        "owned sequence",
                        "",
                        "create sequence s; create table t (id bigint default nextval('s')); alter sequence s owned by t.id"),
                change(
                        "owned sequence dropped",
                        "create sequence s; create table t (id bigint default nextval('s')); alter sequence s owned by t.id",
                        ""),
                change(
                        "owned sequence of a dropped column",
                        "create sequence s; create table t (a int, id bigint default nextval('s')); alter sequence s owned by t.id",
                        "create table t (a int)"),
                change(
                        "index name moves to a new table",
                        "create table old (a int); create index ix on old (a)",
                        "create table new (a int); create index ix on new (a)"),
                change(
                        "constraint name moves",
                        "create table old (a int constraint uq unique)",
                        "create table new (b int constraint uq unique)"),
                change("table without columns", "", "create table t ()"),
                change(
                        "SC4",
                        "create schema other; create table other.t (id int); create index on other.t (id)",
                        "create schema other; create table other.t (id int); create index on other.t (id); create table t (id int)"),
                change(
                        "hostile names",
                        "",
                        "create table \"T.\"\"x\" (\"select\" int primary key, \"a b\" text unique check (\"a b\" <> 'x')); create index on \"T.\"\"x\" (\"a b\")"),
                change("CM2", "create table t (a int)", "create table t (a int); comment on table t is 'c'"),
                change("CM3", "create table t (a int); comment on table t is 'c'", "create table t (a int)"));
    }

    static Stream<Case> columns() {
        return Stream.of(
                change("CO1", "create table t (id int)", "create table t (id int, c text, b int, a date)"),
                change(
                        "CO2",
                        "create table t (id int, c int unique); create index on t (c, id)",
                        "create table t (id int)"),
                change(
                        "CO3",
                        "create table p (id int primary key); create table t (id int)",
                        "create table p (id int primary key); create table t (id int, p_id int unique references p)"),
                change(
                        "dropped column in a check and an expression index",
                        "create table t (a int, b int, check (a > b)); create index on t ((a + b)); create index on t (a) where b > 0",
                        "create table t (a int)"),
                change(
                        "dropped key that another table points at",
                        "create table p (id int primary key, k int unique); create table t (k int references p (k))",
                        "create table p (id int primary key); create table t (k int)"),
                column("NU1", "int", "int not null"),
                column("NU2", "int not null", "int"),
                column("TY2", "varchar(30)", "varchar(40)"),
                column("TY4", "varchar(30)", "varchar"),
                column("TY5", "text", "varchar(255)"),
                column("TY6", "char", "varchar(1)"),
                column("TY8 up", "int", "varchar(10)"),
                column("TY8 down", "varchar(10) default '5'", "int default 5"),
                column("TY9", "numeric(10,5)", "numeric(10,6)"),
                column("TY10", "numeric(10,5)", "numeric(10)"),
                column("TY15", "int", "numeric(8,0)"),
                column("TY16", "bigint", "int"),
                column("TY18", "timestamp", "timestamptz"),
                column("TY19", "decimal", "timestamp"),
                column("TY25 json", "json", "jsonb"),
                column("TY25 array", "int[]", "bigint[]"),
                column("TY25 varchar array", "varchar(20)[]", "varchar(50)[]"),
                column("TY25 inet", "inet", "cidr"),
                column("TY25 precision", "timestamp(3)", "timestamp(6)"),
                column("TY25 real", "real", "float8"),
                column("TY25 time", "time", "timetz"),
                column("scalar to array", "int", "int[]"),
                column("array to scalar", "text[]", "int"),
                column("GX2 uuid", "text", "uuid"),
                column("GX2 jsonb", "text default '{}'", "jsonb default '{}'"),
                column("GX2 boolean", "smallint default 1", "boolean default true"),
                column("boolean to bigint", "boolean", "bigint"),
                column("bytea", "text", "bytea"),
                column("interval", "bigint", "interval"),
                column("collation", "text", "text collate \"C\""),
                column("type and collation", "varchar(10) collate \"C\"", "text"),
                change(
                        "GX2 enum",
                        "create type mood as enum ('a','b'); create table t (c text default 'a')",
                        "create type mood as enum ('a','b'); create table t (c mood default 'a')"),
                change(
                        "GX1",
                        "create table t (id int)",
                        "create type mood as enum ('a','b'); create table t (id int, m mood default 'a')"),
                change("GD1", "create type mood as enum ('a','b'); create table t (id int, m mood default 'a')", ""),
                column("DF1", "text default 'a'", "text default 'b'"),
                column("DF2", "int default 15", "int default 20"),
                column("DF16", "int", "int default 5"),
                column("DF16 back", "int default 5", "int"),
                column("ID1", "int", "int generated by default as identity (start 5 increment 7)"),
                column("ID2", "int generated by default as identity (start 5 increment 7)", "int"),
                column("ID6", "int generated always as identity", "int generated always as identity (increment 2)"),
                column("ID7", "int generated always as identity", "int generated by default as identity"),
                column("ID8", "int generated always as identity", "int generated always as identity (cycle)"),
                column(
                        "ID9",
                        "int generated always as identity",
                        "int generated always as identity (increment 2 maxvalue 1000)"),
                column("ID type", "int generated always as identity", "bigint generated always as identity"),
                column("varchar to identity", "varchar(20) default 'x'", "bigint generated always as identity"),
                column("GX3", "serial", "int generated by default as identity"),
                column("identity to serial", "bigint generated by default as identity", "bigserial"),
                column("GA15", "int not null", "serial"),
                column("serial to plain", "serial", "int not null"),
                column("GX4", "int", "int generated always as identity"),
                column("CG1", "int", "int, d int generated always as (c * 2) stored"),
                column("CG2", "int, d int generated always as (c * 2) stored", "int"),
                column(
                        "CG3 expression",
                        "int, d int generated always as (c * 2) stored",
                        "int, d int generated always as (c * 3) stored"),
                column("CG3 plain", "int, d int", "int, d int generated always as (c * 2) stored"),
                column(
                        "generated with an index",
                        "int, d int generated always as (c * 2) stored unique",
                        "int, d int generated always as (c * 3) stored unique"),
                column(
                        "type under a generated column",
                        "int, d text generated always as (c::text) stored",
                        "bigint, d text generated always as (c::text) stored"),
                change("CM6", "create table t (a int)", "create table t (a int); comment on column t.a is 'c'"),
                change(
                        "CM8",
                        "create table t (a int); comment on column t.a is 'c'",
                        "create table t (a int); comment on column t.a is 'd'"));
    }

    static Stream<Case> constraints() {
        return Stream.of(
                        part("PK", TWO_TABLES, "alter table t add primary key (id)"),
                        part("UQ1", TWO_TABLES, "alter table t add constraint u unique (a)"),
                        part("UQ composite", TWO_TABLES, "alter table t add unique (a, b)"),
                        part("UQ14", TWO_TABLES, "alter table t add unique nulls not distinct (a)"),
                        part(
                                "GA6",
                                TWO_TABLES,
                                "alter table t add unique (a) include (b) deferrable initially deferred"),
                        part("FK1", TWO_TABLES, "alter table t add foreign key (a) references p"),
                        part(
                                "FK4",
                                TWO_TABLES,
                                "alter table t add constraint f foreign key (a, b) references p (k, l) match full on update cascade"),
                        part("FK deferrable", TWO_TABLES, "alter table t add foreign key (a) references p deferrable"),
                        part(
                                "GA8",
                                TWO_TABLES,
                                "alter table t add foreign key (a, b) references p (k, l) on delete set null (a)"),
                        part("FK not valid", TWO_TABLES, "alter table t add foreign key (a) references p not valid"),
                        part("CK1", TWO_TABLES, "alter table t add check (a > 0)"),
                        part("CK table", TWO_TABLES, "alter table t add check (a > b)"),
                        part("GD4", TWO_TABLES, "alter table t add check (a > 0) no inherit not valid"),
                        part(
                                "GA10",
                                TWO_TABLES,
                                "alter table t add exclude using gist (int4range(a, b) with &&) where (a < b)"),
                        Stream.of(
                                change(
                                        "GA7 columns",
                                        TWO_TABLES + "; alter table t add primary key (id)",
                                        TWO_TABLES + "; alter table t add primary key (id, a)"),
                                change(
                                        "GA7 order",
                                        TWO_TABLES + "; alter table t add primary key (id, a)",
                                        TWO_TABLES + "; alter table t add primary key (a, id)"),
                                change(
                                        "GA7 renamed",
                                        TWO_TABLES + "; alter table t add constraint k1 primary key (id)",
                                        TWO_TABLES + "; alter table t add constraint k2 primary key (id)"),
                                change(
                                        "key with a foreign key on it renamed",
                                        TWO_TABLES + "; alter table t add foreign key (a) references p",
                                        TWO_TABLES
                                                + "; alter table t add foreign key (a) references p; alter table p rename constraint p_pkey to p_pk"),
                                change(
                                        "GX8",
                                        "create table t (id int); create table z (id int)",
                                        "create table z (id int unique); create table t (id int references z (id))"),
                                change(
                                        "new table points at a new key",
                                        "create table z (id int)",
                                        "create table z (id int primary key); create table a (z_id int references z)"),
                                change(
                                        "new table points at a new unique index",
                                        "create table z (id int)",
                                        "create table z (id int); create unique index on z (id); create table a (z_id int references z (id))"),
                                change(
                                        "key and foreign keys change their type",
                                        "create table p (id text primary key); create table t (p_id text references p)",
                                        "create table p (id uuid primary key); create table t (p_id uuid references p)"),
                                change(
                                        "FK7",
                                        TWO_TABLES + "; alter table t add constraint f foreign key (a) references p",
                                        TWO_TABLES + "; alter table t add constraint g foreign key (a) references p"),
                                change(
                                        "FK8",
                                        TWO_TABLES + "; alter table t add foreign key (a) references p",
                                        TWO_TABLES
                                                + "; alter table t add foreign key (a) references p on delete cascade"),
                                change(
                                        "FK9",
                                        TWO_TABLES + "; alter table t add foreign key (a) references p",
                                        TWO_TABLES
                                                + "; alter table t add foreign key (a) references p on update cascade"),
                                change(
                                        "FK12",
                                        TWO_TABLES + "; alter table t add foreign key (a) references p deferrable",
                                        TWO_TABLES
                                                + "; alter table t add foreign key (a) references p deferrable initially deferred"),
                                change(
                                        "UQ3",
                                        TWO_TABLES + "; create index x on t (a)",
                                        TWO_TABLES + "; alter table t add constraint x unique (a)"),
                                change(
                                        "UQ6",
                                        TWO_TABLES + "; alter table t add constraint x unique (a)",
                                        TWO_TABLES + "; alter table t add constraint x unique (a, b)"),
                                change(
                                        "UQ9",
                                        TWO_TABLES + "; alter table t add constraint x unique (a, b)",
                                        TWO_TABLES + "; alter table t add constraint x unique (b, a)"),
                                change(
                                        "UQ10",
                                        TWO_TABLES + "; alter table t add unique (a), add unique (b)",
                                        TWO_TABLES + "; alter table t add unique (b)"),
                                change(
                                        "UQ11",
                                        TWO_TABLES + "; alter table t add constraint \"SomeName\" unique (a)",
                                        TWO_TABLES + "; alter table t add constraint somename unique (b)"),
                                change(
                                        "CK2",
                                        TWO_TABLES + "; alter table t add constraint x check (a > 0)",
                                        TWO_TABLES + "; alter table t add constraint x check (a > 1)"),
                                change(
                                        "CK renamed",
                                        TWO_TABLES + "; alter table t add constraint x check (a > 0)",
                                        TWO_TABLES + "; alter table t add constraint y check (a > 0)"),
                                change(
                                        "names swapped",
                                        TWO_TABLES
                                                + "; alter table t add constraint x check (a > 0), add constraint y check (b > 0)",
                                        TWO_TABLES
                                                + "; alter table t add constraint y check (a > 0), add constraint x check (b > 0)")))
                .flatMap(cases -> cases);
    }

    static Stream<Case> indexes() {
        String table = "create table t (x int, y text, z jsonb)";
        return Stream.of(
                        part("IX2", table, "create index i on t (x)"),
                        part("IX unique", table, "create unique index i on t (x, y)"),
                        part("IX11", table, "create index i on t (lower(y))"),
                        part("IX hash", table, "create index i on t using hash (x)"),
                        part("IX gin", table, "create index i on t using gin (z jsonb_path_ops)"),
                        part("IX options", table, "create index i on t (x) with (fillfactor = 70)"),
                        part(
                                "IX collation",
                                table,
                                "create index i on t (y collate \"C\" text_pattern_ops desc nulls last)"),
                        Stream.of(
                                change(
                                        "IX4",
                                        table + "; create index i on t (x)",
                                        table + "; create unique index i on t (x)"),
                                change(
                                        "IX5",
                                        table + "; create index i on t (x, y)",
                                        table + "; create index i on t (y, x)"),
                                change(
                                        "IX6",
                                        table + "; create index \"SomeIx\" on t (x)",
                                        table + "; create index someix on t (y)"),
                                change(
                                        "IX9",
                                        table + "; create index i on t (x desc)",
                                        table + "; create index i on t (x desc nulls last)"),
                                change(
                                        "IX12",
                                        table + "; create index i on t (x, lower(y))",
                                        table + "; create index i on t (lower(y))"),
                                change(
                                        "IX14",
                                        table + "; create index i on t (lower(y))",
                                        table + "; create index i on t (upper(y))"),
                                change(
                                        "IX17",
                                        table + "; create index i on t ((z -> 'a'))",
                                        table + "; create index i on t ((z -> 'b'))"),
                                change(
                                        "IX18",
                                        table + "; create index i on t (y)",
                                        table + "; create index i on t (y text_pattern_ops)"),
                                change(
                                        "GA1",
                                        table + "; create index i on t (x) where x > 0",
                                        table + "; create index i on t (x) where x > 1"),
                                change(
                                        "GA2",
                                        table + "; create index i on t (x) include (y)",
                                        table + "; create index i on t (x)"),
                                change(
                                        "GA4",
                                        table + "; create index i on t (y) where y = 'a'",
                                        table + "; create index i on t (y) where y = 'A'"),
                                change(
                                        "IX renamed",
                                        table + "; create index i on t (x)",
                                        table + "; create index j on t (x)"),
                                change(
                                        "IX renamed chain",
                                        table + "; create index i on t (x); create index j on t (y)",
                                        table + "; create index j on t (x); create index k on t (y)")))
                .flatMap(cases -> cases);
    }

    static Stream<Case> sequencesAndTypes() {
        String uses =
                "create table t (m mood default 'a', n mood[] default '{}', check (m <> 'b'::mood)); create index on t (m) where m = 'a'::mood";
        return Stream.of(
                change("GA13", "", "create sequence s start 100 increment 10"),
                change(
                        "GA13 removed",
                        "create sequence s start 100 increment 10 minvalue 5 maxvalue 1000 cache 3 cycle",
                        ""),
                change("sequence options", "create sequence s", "create sequence s increment 50 cache 5 cycle"),
                change(
                        "sequence bounds",
                        "create sequence s as integer increment 2",
                        "create sequence s as integer maxvalue 1000 start 20"),
                change(
                        "GA12 added",
                        "create type mood as enum ('a','b'); create table t (m mood)",
                        "create type mood as enum ('z','a','y','b','c','d'); create table t (m mood)"),
                change(
                        "GA12 added to an empty type",
                        "create type mood as enum ()",
                        "create type mood as enum ('a','b')"),
                change(
                        "GA12 added with a default",
                        "create type mood as enum ('a','b'); create table t (m mood default 'a')",
                        "create type mood as enum ('a','b','c'); create table t (m mood default 'c')"),
                change(
                        "GA12 removed",
                        "create type mood as enum ('a','b','c');" + uses,
                        "create type mood as enum ('a','b');" + uses),
                change(
                        "GA12 reordered",
                        "create type mood as enum ('a','b','c');" + uses,
                        "create type mood as enum ('c','b','a');" + uses),
                change(
                        "GA12 default's label removed",
                        "create type mood as enum ('a','b'); create table t (m mood default 'b')",
                        "create type mood as enum ('a'); create table t (m mood default 'a')"),
                change(
                        "enum dropped with its column",
                        "create type mood as enum ('a'); create table t (id int, m mood default 'a')",
                        "create table t (id int)"),
                change(
                        "enum to text",
                        "create type mood as enum ('a'); create table t (m mood default 'a')",
                        "create table t (m text default 'a')"));
    }

    static Stream<Case> equivalences() {
        return Stream.of(
                change("TB1", "", ""),
                column(
                        "TY1",
                        "int not null default 5 check (c > 0) unique",
                        "int not null default 5 check (c > 0) unique"),
                column("TY12", "decimal(10,5)", "numeric(10,5)"),
                column("TY precision", "timestamp(6) with time zone", "timestamptz"),
                column("array bounds", "int[][]", "int[3]"),
                column("DF3", "text default 'has '' quote'", "text default 'has '' quote'::text"),
                column(
                        "DF9",
                        "timestamp default timezone('utc', current_timestamp)",
                        "timestamp default timezone('utc'::text, current_timestamp)"),
                column(
                        "CG4",
                        "int, d int generated always as (c*2) stored",
                        "int, d int generated always as ( (c  * 2) ) stored"),
                column("serial", "serial", "serial"),
                column(
                        "identity",
                        "int generated always as identity",
                        "int generated always as identity (start 1 increment 1)"),
                change("column order", "create table t (a int, b int)", "create table t (b int, a int)"),
                change(
                        "IX10",
                        "create table t (x int); create index i on t (x desc nulls first)",
                        "create table t (x int); create index i on t (x desc)"),
                change(
                        "IX17 same",
                        "create table t (z jsonb); create index i on t ((z->'x'))",
                        "create table t (z jsonb); create index i on t ((z -> 'x'))"));
    }
}
