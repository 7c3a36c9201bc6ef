package dev.autogen.introspector;

import dev.autogen.schema.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Expressions of the database as a migration shows them: seen from the default schema, so that one class serves many
 * schemas, and without the parentheses that PostgreSQL can do without. Beside them stand the words that are compared, in
 * which every name but PostgreSQL's own is qualified.
 */
final class LiveTexts {
    private final Map<Place, String> texts = new HashMap<>();

    /** What an expression belongs to. The names are those of {@link CatalogQueries#TEXTS}. */
    enum Owner {
        COLUMN,
        CONSTRAINT,
        DOMAIN,
        INDEX
    }

    /** Where an expression stands: of a column by its number, of an index by the number of its key, 0 for the predicate. */
    private record Place(Owner owner, long oid, int part) {}

    void read(ResultSet row) throws SQLException {
        String text = row.getString("text");
        if (text != null) {
            texts.put(new Place(Owner.valueOf(row.getString("owner")), row.getLong("oid"), row.getInt("part")), text);
        }
    }

    /**
     * The expression there.
     *
     * @param canonical PostgreSQL's words for it under {@code pg_catalog} alone; null when there is none
     * @return null when there is none
     */
    SqlExpression of(Owner owner, long oid, int part, String canonical) {
        return canonical == null
                ? null
                : new SqlExpression(texts.getOrDefault(new Place(owner, oid, part), canonical), canonical);
    }

    /**
     * The default there. {@code CREATE TABLE} takes fewer expressions behind {@code DEFAULT} than stand elsewhere
     * ({@code b_expr} of PostgreSQL's grammar), so what PostgreSQL puts into parentheses keeps some.
     */
    SqlExpression defaultValue(Owner owner, long oid, int part, String canonical) {
        SqlExpression value = of(owner, oid, part, canonical);
        return canonical.startsWith("(") && !value.text().startsWith("(")
                ? new SqlExpression("(" + value.text() + ")", canonical)
                : value;
    }
}
