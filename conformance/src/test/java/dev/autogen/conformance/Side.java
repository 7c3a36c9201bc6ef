package dev.autogen.conformance;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Catalog;
import java.util.List;

/** What stands on one side of a comparison. */
public sealed interface Side {

    /**
     * A database, as the statements that make it.
     *
     * @param ddl statements, separated by semicolons; empty for an empty database
     */
    record Ddl(String ddl) implements Side {
        public Ddl {
            requireNonNull(ddl, "ddl is null");
        }
    }

    /**
     * A database, as the catalog that it holds.
     *
     * @param catalog with the schema {@code public} for its default one
     */
    record Known(Catalog catalog) implements Side {
        public Known {
            requireNonNull(catalog, "catalog is null");
        }
    }

    /**
     * Entities.
     *
     * @param sources one Java type each, without package and imports
     */
    record Entities(List<String> sources) implements Side {
        public Entities {
            sources = List.copyOf(sources);
        }
    }
}
