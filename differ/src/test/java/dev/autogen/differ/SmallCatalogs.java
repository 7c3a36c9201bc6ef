package dev.autogen.differ;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Catalogs of a few lines, and what comes of comparing two of them. */
final class SmallCatalogs {
    static final QualifiedName USERS = QualifiedName.of("users");

    private SmallCatalogs() {}

    static String sql(List<Operation> operations) {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema("public");
        return operations.stream()
                .flatMap(operation -> ddl.statements(operation).stream())
                .map(statement -> statement.sql().replaceAll("\\s+", " ").replace("public.", "") + "\n")
                .collect(joining());
    }

    static SchemaDiff differ(Catalog model, Catalog live) {
        return new SchemaDiffer().diff(model, live, DiffOptions.ENTITIES);
    }

    static String diff(Catalog model, Catalog live) {
        return sql(differ(model, live).upgrade());
    }

    static void assertSilent(Catalog model, Catalog live) {
        List<Operation> upgrade = differ(model, live).upgrade();
        assertThat(upgrade).isEmpty();
    }

    static Catalog users(Constraint... constraints) {
        List<Constraint> all = new ArrayList<>(List.of(PrimaryKey.of("users_pkey", List.of("id"))));
        all.addAll(List.of(constraints));
        return Catalog.of(table("users", column("id", "bigint").notNull(), column("name", "varchar(50)"))
                .withConstraints(all));
    }

    static Catalog users(Constraint constraint, Index index) {
        return Catalog.of(users(constraint).tables().get(0).withIndexes(List.of(index)));
    }

    static Catalog users(Index index) {
        return Catalog.of(users().tables().get(0).withIndexes(List.of(index)));
    }

    static Catalog add(Catalog catalog, Table table) {
        List<Table> tables = new ArrayList<>(catalog.tables());
        tables.add(table);
        return catalog.withTables(tables);
    }

    static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.of(name), List.of(columns));
    }

    static Column column(String name, String type) {
        return Column.of(name, DataType.parse(type));
    }

    static UniqueConstraint unique(String name, String... columns) {
        return UniqueConstraint.of(name, List.of(columns));
    }

    static CheckConstraint check(String name, String expression) {
        return CheckConstraint.of(name, SqlExpression.of(expression));
    }

    static Index index(String name, String... columns) {
        return Index.of(name, List.of(columns).stream().map(IndexKey::column).toList());
    }

    static Index uniqueIndex(String name, String... columns) {
        return index(name, columns).withUnique(true);
    }
}
