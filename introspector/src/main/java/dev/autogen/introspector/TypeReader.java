package dev.autogen.introspector;

import dev.autogen.introspector.LiveCatalog.LeftOut;
import dev.autogen.introspector.LiveTexts.Owner;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of {@link CatalogQueries#TYPES}. */
final class TypeReader {
    private final Relations relations;
    private final CatalogNames names;
    private final Scope scope;
    private final LiveTexts texts;
    private final List<EnumType> enumTypes = new ArrayList<>();
    private final List<Domain> domains = new ArrayList<>();

    TypeReader(Relations relations, CatalogNames names, Scope scope, LiveTexts texts) {
        this.relations = relations;
        this.names = names;
        this.scope = scope;
        this.texts = texts;
    }

    List<EnumType> enumTypes() {
        return enumTypes;
    }

    List<Domain> domains() {
        return domains;
    }

    void read(ResultSet row) throws SQLException {
        QualifiedName name = scope.typeName(row.getString("schema"), row.getString("name"));
        QualifiedName relation = scope.name(row.getString("schema"), row.getString("name"));
        switch (row.getString("typtype")) {
            case "e" ->
                enumTypes.add(new EnumType(
                        name, List.of((String[]) row.getArray("labels").getArray()), row.getString("comment")));
            case "d" -> domains.add(domain(row, name));
            case "r" -> relations.leaveOut(relation, LeftOut.RANGE_TYPE);
            default -> relations.leaveOut(relation, LeftOut.COMPOSITE_TYPE);
        }
    }

    private Domain domain(ResultSet row, QualifiedName name) throws SQLException {
        String expression = row.getString("expression");
        return new Domain(
                name,
                names.type(row.getString("base")),
                !row.getBoolean("typnotnull"),
                expression == null ? null : texts.defaultValue(Owner.DOMAIN, row.getLong("oid"), 0, expression),
                names.sql(row.getString("collation_schema"), row.getString("collation")),
                checks(row),
                row.getString("comment"));
    }

    private List<CheckConstraint> checks(ResultSet row) throws SQLException {
        List<CheckConstraint> checks = new ArrayList<>();
        if (row.getArray("oids") != null) {
            Long[] oids = (Long[]) row.getArray("oids").getArray();
            String[] checkNames = (String[]) row.getArray("names").getArray();
            String[] expressions = (String[]) row.getArray("expressions").getArray();
            Boolean[] validated = (Boolean[]) row.getArray("validated").getArray();
            for (int i = 0; i < oids.length; i++) {
                checks.add(new CheckConstraint(
                        checkNames[i],
                        texts.of(
                                Owner.CONSTRAINT,
                                oids[i],
                                0,
                                ChangedMeanwhileException.present(expressions[i], "a check")),
                        false,
                        validated[i]));
            }
        }
        return checks;
    }
}
