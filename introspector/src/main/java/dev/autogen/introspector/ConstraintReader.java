package dev.autogen.introspector;

import dev.autogen.introspector.LiveTexts.Owner;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ExclusionConstraint.Element;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of {@link CatalogQueries#constraints}; the indexes behind them have been read before. */
final class ConstraintReader {
    private final Relations relations;
    private final IndexReader indexes;
    private final Scope scope;
    private final LiveTexts texts;

    ConstraintReader(Relations relations, IndexReader indexes, Scope scope, LiveTexts texts) {
        this.relations = relations;
        this.indexes = indexes;
        this.scope = scope;
        this.texts = texts;
    }

    void read(ResultSet row) throws SQLException {
        Optional<Relations.Draft> table = relations.table(row.getLong("relation"));
        if (table.isEmpty()) {
            return;
        }
        if (row.getString("contype").equals("n")) {
            table.get().unmodelled.ofNotNull(row, names(row, "columns").get(0));
        } else {
            table.get().constraints.add(constraint(row));
            table.get().unmodelled.ofConstraint(row, row.getString("name"));
        }
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        String kind = row.getString("contype");
        return switch (kind) {
            case "p" -> primaryKey(row);
            case "u" -> unique(row);
            case "f" -> foreignKey(row);
            case "c" -> check(row);
            case "x" -> exclusion(row);
            default -> throw new IllegalStateException("constraint of kind " + kind);
        };
    }

    private PrimaryKey primaryKey(ResultSet row) throws SQLException {
        return new PrimaryKey(
                row.getString("name"),
                names(row, "columns"),
                index(row).include,
                deferrability(row),
                row.getBoolean("period"));
    }

    private UniqueConstraint unique(ResultSet row) throws SQLException {
        IndexReader.Draft index = index(row);
        return new UniqueConstraint(
                row.getString("name"),
                names(row, "columns"),
                index.include,
                index.frame.nullsNotDistinct(),
                deferrability(row),
                row.getBoolean("period"));
    }

    private ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString("name"),
                names(row, "columns"),
                scope.name(row.getString("target_schema"), row.getString("target")),
                names(row, "target_columns"),
                action(row.getString("confdeltype")),
                names(row, "delete_columns"),
                action(row.getString("confupdtype")),
                row.getString("confmatchtype").equals("f"),
                deferrability(row),
                row.getBoolean("convalidated"),
                row.getBoolean("enforced"),
                row.getBoolean("period"));
    }

    private CheckConstraint check(ResultSet row) throws SQLException {
        return new CheckConstraint(
                row.getString("name"),
                texts.of(
                        Owner.CONSTRAINT,
                        row.getLong("oid"),
                        0,
                        ChangedMeanwhileException.present(row.getString("expression"), "a check")),
                row.getBoolean("connoinherit"),
                row.getBoolean("convalidated"),
                row.getBoolean("enforced"));
    }

    private ExclusionConstraint exclusion(ResultSet row) throws SQLException {
        IndexReader.Draft index = index(row);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < index.keys.size(); i++) {
            elements.add(new Element(index.keys.get(i), index.operators.get(i)));
        }
        return new ExclusionConstraint(
                row.getString("name"), index.frame.method(), elements, index.frame.predicate(), deferrability(row));
    }

    private IndexReader.Draft index(ResultSet row) throws SQLException {
        return indexes.behind(row.getLong("conindid"));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Deferrability deferrability(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "a" -> ReferentialAction.NO_ACTION;
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> throw new IllegalStateException("foreign key action " + code);
        };
    }
}
