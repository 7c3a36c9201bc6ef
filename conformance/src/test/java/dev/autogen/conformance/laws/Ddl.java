package dev.autogen.conformance.laws;

import static java.util.stream.Collectors.joining;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.operation.Operation;
import java.util.List;

/** Operations and catalogs as a person reads them. */
final class Ddl {
    private Ddl() {}

    static String of(String schema, List<Operation> operations) {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(schema);
        return operations.stream()
                .flatMap(operation -> ddl.statements(operation).stream())
                .map(statement -> statement.sql() + ";\n")
                .collect(joining());
    }

    static String of(String schema, Catalog catalog) {
        return of(
                schema,
                new SchemaDiffer()
                        .diff(catalog, Catalog.EMPTY, DiffOptions.DATABASES)
                        .upgrade());
    }
}
