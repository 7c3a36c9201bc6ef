package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowPictureTest {

    @Test
    void a_default_gives_values_where_it_is_another_with_each_row() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase();
                Connection connection = database.connect()) {
            database.execute("""
                    create sequence s;
                    create function ticket() returns text language sql volatile as 'select random()::text';
                    create function label() returns text language sql immutable as 'select ''x''';
                    create table t (id int generated always as identity, a text default lower('A'), b varchar(9) default 'b',
                      c double precision default random(), d text default ticket(), e text default label(),
                      f bigint default nextval('s'), g numeric default (1 + 2))""");
            CatalogIntrospector introspector = new CatalogIntrospector();
            Catalog catalog =
                    introspector.introspect(connection, Scope.of("public")).catalog();

            RowPicture picture = RowPicture.of(connection, catalog, "public", List.of(QualifiedName.of("t")));

            assertThat(picture.given(introspector.volatileFunctions(connection)).stream()
                            .map(column -> column.column())
                            .sorted()
                            .collect(joining(" ")))
                    .isEqualTo("c d f id");
        }
    }
}
