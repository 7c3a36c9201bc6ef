package dev.autogen.introspector;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Identifiers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of types, collations and the like as the catalog's answers mean them, seen from the default schema. */
final class CatalogNames {
    private static final String INTERNAL = "pg_catalog";
    /** What {@code format_type} prints for a type that is no more. */
    private static final String GONE = "???";

    private final String defaultSchema;
    /** Thousands of columns have a handful of types. */
    private final Map<String, DataType> types = new ConcurrentHashMap<>();

    CatalogNames(Scope scope) {
        this(scope.defaultSchema());
    }

    CatalogNames(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** The type that {@code format_type} printed while nothing but {@code pg_catalog} was in the search path. */
    DataType type(String printed) {
        if (printed.startsWith(GONE)) {
            throw new ChangedMeanwhileException("a type");
        }
        return types.computeIfAbsent(printed, any -> DataType.parse(printed).seenFrom(defaultSchema));
    }

    /** The name in SQL's spelling; null if it is null. */
    String sql(String schema, String name) {
        if (name == null) {
            return null;
        }
        String quoted = Identifiers.quote(name);
        return INTERNAL.equals(schema) || defaultSchema.equals(schema)
                ? quoted
                : Identifiers.quote(schema) + "." + quoted;
    }

    /** An operator in SQL's spelling. */
    static String operator(String schema, String operator) {
        return INTERNAL.equals(schema) ? operator : "OPERATOR(" + Identifiers.quote(schema) + "." + operator + ")";
    }
}
