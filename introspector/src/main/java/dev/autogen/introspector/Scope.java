package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a database that is looked at.
 *
 * @param defaultSchema the schema whose objects carry no schema name in the catalog
 * @param furtherSchemas other schemas to read; the default one among them is ignored
 * @param ignoredTables names of tables, in whatever schema, that are no part of the model: autogen's own and those of
 *     other tools
 */
public record Scope(String defaultSchema, List<String> furtherSchemas, Set<String> ignoredTables) {
    /** Tables in which autogen and other migration tools keep their own accounts. */
    public static final Set<String> KNOWN_TABLES = Set.of(
            "autogen_version",
            "autogen_history",
            "autogen_progress",
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "alembic_version",
            "schema_migrations",
            "ar_internal_metadata",
            "goose_db_version",
            "_prisma_migrations",
            "__EFMigrationsHistory",
            "mybatis_changelog",
            "atlas_schema_revisions",
            "django_migrations",
            "doctrine_migration_versions",
            "phinxlog",
            "knex_migrations",
            "knex_migrations_lock",
            "SequelizeMeta",
            "pgmigrations",
            "_sqlx_migrations",
            "__diesel_schema_migrations",
            "refinery_schema_history");

    public Scope {
        requireNonNull(defaultSchema, "defaultSchema is null");
        LinkedHashSet<String> others = new LinkedHashSet<>(furtherSchemas);
        others.remove(defaultSchema);
        furtherSchemas = List.copyOf(others);
        ignoredTables = Set.copyOf(ignoredTables);
    }

    /** One default schema and any others, without {@link #KNOWN_TABLES}. */
    public static Scope of(String defaultSchema, String... furtherSchemas) {
        return new Scope(defaultSchema, List.of(furtherSchemas), KNOWN_TABLES);
    }

    /** The same scope without these tables either. */
    public Scope ignoring(String... tables) {
        Set<String> all = new TreeSet<>(ignoredTables);
        all.addAll(List.of(tables));
        return new Scope(defaultSchema, furtherSchemas, all);
    }

    /** The same scope with these schemas, too; an entity may name one that nobody listed. */
    public Scope including(List<String> schemas) {
        List<String> all = new ArrayList<>(furtherSchemas);
        schemas.stream().filter(schema -> !all.contains(schema)).forEach(all::add);
        return new Scope(defaultSchema, all, ignoredTables);
    }

    /** All its schemas, the default one first. */
    public List<String> schemas() {
        LinkedHashSet<String> all = new LinkedHashSet<>();
        all.add(defaultSchema);
        all.addAll(furtherSchemas);
        return List.copyOf(all);
    }

    /** The name as it stands in a catalog: without the schema if that is the default one. */
    QualifiedName name(String schema, String name) {
        return new QualifiedName(schema.equals(defaultSchema) ? null : schema, name);
    }

    /** The same of an enum type or a domain. */
    QualifiedName typeName(String schema, String name) {
        return QualifiedName.ofType(schema, name, defaultSchema);
    }
}
