package dev.autogen.conformance.oracle;

import static java.util.stream.Collectors.joining;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.RefusedText;
import dev.autogen.introspector.Scope;
import dev.autogen.model.EntityModel;
import dev.autogen.model.EntityModelReader;
import dev.autogen.model.EntitySources;
import dev.autogen.model.ModelWarning;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What autogen makes of entities, step by step as its commands do. */
final class ModelDiff {

    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("public");

    private final EntityModel model;

    private ModelDiff(EntityModel model) {
        this.model = model;
    }

    /** Reads the entities with that Hibernate, for that release of PostgreSQL. */
    static ModelDiff of(Zoo zoo, HibernateLine line, int postgresMajor) {
        return new ModelDiff(new EntityModelReader()
                .read(EntitySources.builder()
                        .classDirectories(List.of(zoo.classes()))
                        .classPath(zoo.libraries())
                        .hibernateClassPath(line.classPath())
                        .mappingFiles(zoo.mappings())
                        .settings(zoo.settings())
                        .naming("jpa")
                        .postgresMajor(postgresMajor)
                        .build()));
    }

    List<String> warnings() {
        return model.warnings().stream().map(ModelWarning::message).toList();
    }

    /** What {@code check --strict} compares: also what is in the database and not in the model. */
    String differences(Connection connection) throws SQLException {
        SchemaDiff diff = diff(connection, DiffOptions.ENTITIES.withAllowDrops(true));
        return sql(diff.upgrade());
    }

    /** What {@code check} compares: nothing that the model does not know. */
    String unclaimed(Connection connection) throws SQLException {
        return sql(diff(connection, DiffOptions.ENTITIES).upgrade());
    }

    /** Makes the database what the entities want, and tells how to undo it. */
    List<Operation> apply(Connection connection) throws SQLException {
        SchemaDiff diff = diff(connection, DiffOptions.ENTITIES);
        run(diff.upgrade(), connection);
        return diff.downgrade();
    }

    static void run(List<Operation> operations, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (SqlStatement sql : DDL.statements(operation)) {
                    execute(statement, sql.sql());
                }
            }
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    private SchemaDiff diff(Connection connection, DiffOptions options) throws SQLException {
        Scope scope = Scope.of("public").including(model.catalog().schemaNames());
        Catalog live = new CatalogIntrospector().introspect(connection, scope).catalog();
        Canonicalization spoken = Canonicalizer.forSchema("public").canonicalize(model.catalog(), live, connection);
        if (!spoken.refused().isEmpty() || !spoken.unjudged().isEmpty()) {
            throw new AssertionError("refused: "
                    + spoken.refused().stream().map(RefusedText::toString).collect(joining("\n"))
                    + "unjudged: "
                    + spoken.unjudged().stream().map(RefusedText::toString).collect(joining("\n")));
        }
        return new SchemaDiffer().diff(spoken.desired(), spoken.live(), options);
    }

    private static String sql(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> DDL.statements(operation).stream())
                .map(statement -> statement.sql().replaceAll("\\s+", " ").replace("public.", "") + "\n")
                .collect(joining());
    }
}
