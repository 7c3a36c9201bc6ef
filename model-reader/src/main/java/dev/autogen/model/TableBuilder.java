package dev.autogen.model;

import dev.autogen.model.SqlTokens.Token;
import dev.autogen.model.bridge.CheckFacts;
import dev.autogen.model.bridge.ColumnFacts;
import dev.autogen.model.bridge.ForeignKeyFacts;
import dev.autogen.model.bridge.IndexFacts;
import dev.autogen.model.bridge.KeyFacts;
import dev.autogen.model.bridge.TableFacts;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builds one table of the catalog. */
final class TableBuilder {

    /** Columns that every table has: PostgreSQL lets nobody make, change or drop them (System Columns). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final CatalogBuilder catalog;
    private final QualifiedName name;
    private final TableFacts facts;
    private final List<String> primaryKey;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<List<String>, UniqueConstraint> uniques = new LinkedHashMap<>();
    private final Set<CheckConstraint> checks = new LinkedHashSet<>();
    private final Set<Index> indexes = new LinkedHashSet<>();

    TableBuilder(CatalogBuilder catalog, QualifiedName name, TableFacts facts) {
        this.catalog = catalog;
        this.name = name;
        this.facts = facts;
        this.primaryKey = Names.stored(facts.primaryKey());
    }

    Table build() {
        facts.columns().stream()
                .filter(fact -> !SYSTEM_COLUMNS.contains(Names.stored(fact.name())))
                .forEach(this::addColumn);
        facts.uniqueKeys().forEach(this::addUniqueKey);
        facts.checks().forEach(this::addCheck);
        facts.indexes().forEach(this::addIndex);
        return new Table(
                name,
                List.copyOf(columns.values()),
                primaryKey.isEmpty() ? null : PrimaryKey.of(null, primaryKey),
                uniques.values().stream()
                        .sorted(CatalogBuilder.byName(UniqueConstraint::name))
                        .toList(),
                facts.foreignKeys().stream()
                        .map(this::foreignKey)
                        .distinct()
                        .sorted(CatalogBuilder.byName(ForeignKey::name))
                        .toList(),
                checks.stream()
                        .sorted(CatalogBuilder.byName(CheckConstraint::name))
                        .toList(),
                List.of(),
                indexes.stream().sorted(CatalogBuilder.byName(Index::name)).toList(),
                facts.comment());
    }

    private void addColumn(ColumnFacts fact) {
        Column column = column(fact);
        Column known = columns.putIfAbsent(column.name(), column);
        if (known != null && !known.equals(column)) {
            catalog.problem(
                    "the table " + name + " has two columns that PostgreSQL both calls " + column.name() + ", one "
                            + known.type() + ", the other " + column.type()
                            + ", since names that are not quoted are folded to lower case and all are cut at 63 bytes",
                    catalog.columnOrigins().get(new ColumnRef(name, column.name())),
                    fact.origin());
        }
        catalog.columnOrigin(name, column.name(), fact.origin(), fact.within());
    }

    private Column column(ColumnFacts fact) {
        String columnName = Names.stored(fact.name());
        boolean explicit = fact.definition() != null && !fact.definition().isBlank();
        ColumnDefinition definition = catalog.definition(explicit ? fact.definition() : fact.type());
        if (fact.unique() || definition.unique()) {
            addUnique(UniqueConstraint.of(null, List.of(columnName)));
        }
        addColumnChecks(fact.checks());
        definition.checks().forEach(check -> checks.add(CheckConstraint.of(null, SqlExpression.of(check))));
        if (!definition.ignored().isEmpty()) {
            catalog.remark(
                    "The column definition of " + name + "." + columnName + " says '" + definition.ignored()
                            + "', which is left to you.",
                    fact.origin());
        }
        if (!definition.incomplete().isEmpty()) {
            catalog.problem(
                    "the column definition of " + name + "." + columnName + ", '" + fact.definition() + "', says "
                            + definition.incomplete() + " and nothing behind it",
                    fact.origin());
        }
        Identity identity =
                definition.identity() == null && fact.identity() ? Identity.byDefault() : definition.identity();
        String defaultValue = fact.defaultValue() == null ? definition.defaultValue() : fact.defaultValue();
        String generated = fact.generatedAs() == null ? definition.generatedAs() : fact.generatedAs();
        boolean notNull =
                !fact.nullable() || definition.notNull() || identity != null || primaryKey.contains(columnName);
        return new Column(
                columnName,
                fact.enumType() && !explicit
                        ? catalog.enumType(fact.type())
                        : type(columnName, definition.type(), fact),
                !notNull,
                defaultValue == null || generated != null || identity != null ? null : SqlExpression.of(defaultValue),
                identity,
                generated == null ? null : generated(generated, fact, definition),
                fact.collation() == null ? definition.collation() : Identifiers.quote(fact.collation()),
                fact.comment());
    }

    /** Where Hibernate does not ask for stored columns, it is because PostgreSQL's own choice will do. */
    private static Generated generated(String expression, ColumnFacts fact, ColumnDefinition definition) {
        return fact.generatedAs() == null
                ? new Generated(SqlExpression.of(expression), definition.stored(), definition.storageUnsaid())
                : new Generated(SqlExpression.of(expression), fact.generatedStored(), !fact.generatedStored());
    }

    /** What cannot be a type is kept as a name, for the server to refuse in its own words. */
    private DataType type(String columnName, String text, ColumnFacts fact) {
        try {
            return catalog.type(text);
        } catch (IllegalArgumentException e) {
            catalog.remark(
                    "The column " + name + "." + columnName + " has the type '" + text + "', which is none: "
                            + e.getMessage() + ".",
                    fact.origin());
            return new DataType(null, text.isBlank() ? "?" : text, List.of(), 0);
        }
    }

    /** Keys over the same columns are one to PostgreSQL, which keeps the name if one of them has any. */
    private void addUnique(UniqueConstraint constraint) {
        if (!constraint.columns().equals(primaryKey)) {
            uniques.merge(constraint.columns(), constraint, (old, added) -> old.name() == null ? added : old);
        }
    }

    private void addUniqueKey(KeyFacts key) {
        boolean plain = key.parts().stream().allMatch(part -> part.column() != null);
        if (plain) {
            addUnique(UniqueConstraint.of(
                    Names.storedOrNull(key.name()),
                    key.parts().stream()
                            .map(part -> Names.stored(part.column()))
                            .toList()));
        } else {
            addIndex(new IndexFacts(key.name(), true, key.parts()));
        }
    }

    /** Hibernate writes the nameless checks of a column as one. */
    private void addColumnChecks(List<CheckFacts> column) {
        column.stream().filter(check -> check.name() != null).forEach(this::addCheck);
        List<String> nameless = column.stream()
                .filter(check -> check.name() == null && isWritten(check))
                .map(CheckFacts::expression)
                .toList();
        if (nameless.size() == 1) {
            addCheck(new CheckFacts(null, nameless.get(0)));
        } else if (!nameless.isEmpty()) {
            addCheck(new CheckFacts(null, "(" + String.join(") and (", nameless) + ")"));
        }
    }

    private static boolean isWritten(CheckFacts check) {
        return check.expression() != null && !check.expression().isBlank();
    }

    private void addCheck(CheckFacts check) {
        if (isWritten(check)) {
            checks.add(CheckConstraint.of(Names.storedOrNull(check.name()), SqlExpression.of(check.expression())));
        }
    }

    private void addIndex(IndexFacts index) {
        List<IndexKey> keys = index.parts().stream()
                .map(part -> IndexKeyText.key(part, columns::containsKey))
                .toList();
        indexes.add(Index.of(Names.storedOrNull(index.name()), keys).withUnique(index.unique()));
    }

    private ForeignKey foreignKey(ForeignKeyFacts key) {
        ForeignKey plain = ForeignKey.of(
                Names.storedOrNull(key.name()),
                Names.stored(key.columns()),
                catalog.qualified(key.targetSchema(), key.targetTable()),
                Names.stored(key.targetColumns()));
        ForeignKey written = key.definition() == null ? plain : withDefinition(plain, key.definition());
        return key.onDelete() == null ? written : written.withOnDelete(ReferentialAction.valueOf(key.onDelete()));
    }

    /** Of a hand-written definition the actions count; columns and target are the mapping's. */
    private static ForeignKey withDefinition(ForeignKey key, String definition) {
        List<Token> tokens = new ArrayList<>(SqlTokens.of(definition));
        ForeignKey result = key;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("on") && tokens.get(i + 1).is("delete")) {
                result = result.withOnDelete(action(tokens, i + 2));
            } else if (tokens.get(i).is("on") && tokens.get(i + 1).is("update")) {
                result = result.withOnUpdate(action(tokens, i + 2));
            }
        }
        return result;
    }

    private static ReferentialAction action(List<Token> tokens, int at) {
        String first = tokens.get(at).text().toUpperCase(Locale.ROOT);
        boolean two = (first.equals("SET") || first.equals("NO")) && at + 1 < tokens.size();
        return ReferentialAction.valueOf(
                two ? first + "_" + tokens.get(at + 1).text().toUpperCase(Locale.ROOT) : first);
    }
}
