package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.CheckFacts;
import dev.autogen.model.bridge.ColumnFacts;
import dev.autogen.model.bridge.ForeignKeyFacts;
import dev.autogen.model.bridge.ModelFacts;
import dev.autogen.model.bridge.NameFacts;
import dev.autogen.model.bridge.RemarkFacts;
import dev.autogen.model.bridge.SequenceFacts;
import dev.autogen.model.bridge.TableFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.Version;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.Type;

/** Reads tables, sequences and auxiliary objects off Hibernate's metadata. */
final class FactsReader {
    private static final Set<Integer> ENUM_TYPES = Set.of(SqlTypes.NAMED_ENUM, SqlTypes.NAMED_ORDINAL_ENUM);

    private final Metadata metadata;
    private final IdentityHashMap<Column, String> definitions;
    private final Declarations declarations;
    private final boolean generatedMayBeNotNull;

    FactsReader(Metadata metadata, IdentityHashMap<Column, String> definitions) {
        this.metadata = metadata;
        this.definitions = definitions;
        this.declarations = new Declarations(metadata);
        this.generatedMayBeNotNull =
                generatedMayBeNotNull(metadata.getDatabase().getDialect());
    }

    /** From 7.4 on the dialect decides; before, a generated column was NOT NULL where its member is. */
    private static boolean generatedMayBeNotNull(Dialect dialect) {
        try {
            return (boolean)
                    Dialect.class.getMethod("supportsNotNullAfterGeneratedAs").invoke(dialect);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the dialect does not say whether generated columns may be NOT NULL", e);
        }
    }

    ModelFacts read() {
        List<TableFacts> tables = new ArrayList<>();
        List<SequenceFacts> sequences = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !isView(table)) {
                    tables.add(table(table));
                }
            }
            namespace.getSequences().forEach(sequence -> sequences.add(sequence(sequence)));
        }
        return new ModelFacts(Version.getVersionString(), tables, sequences, auxiliaryStatements(), remarks());
    }

    private List<RemarkFacts> remarks() {
        List<RemarkFacts> remarks = new ArrayList<>(declarations.remarks());
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                remarks.addAll(Options.remarks(table, declarations));
                if (isView(table)) {
                    remarks.add(RemarkFacts.note(
                            "The view " + table.getName() + " of @View is not compared: making and changing views is"
                                    + " left to you",
                            declarations.origin(table)));
                }
            }
            namespace
                    .getUserDefinedTypes()
                    .forEach(type -> remarks.add(RemarkFacts.note(
                            "The mapping needs a composite type that is left to you: " + type.getName() + ".", null)));
        }
        return remarks;
    }

    private static boolean isView(Table table) {
        return table.getViewQuery() != null;
    }

    private TableFacts table(Table table) {
        List<ForeignKeyFacts> foreignKeys = new ArrayList<>();
        for (ForeignKey key : table.getForeignKeys().values()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                foreignKeys.add(foreignKey(key));
            }
        }
        return new TableFacts(
                table.getSchema() == null ? null : new NameFacts(table.getSchema(), table.isSchemaQuoted()),
                new NameFacts(table.getName(), table.isQuoted()),
                table.getComment(),
                declarations.sort(table).stream()
                        .map(column -> column(table, column))
                        .toList(),
                table.getPrimaryKey() == null
                        ? List.of()
                        : Names.of(table.getPrimaryKey().getColumns()),
                table.getUniqueKeys().values().stream()
                        .map(key -> Keys.unique(table, key))
                        .toList(),
                foreignKeys,
                table.getIndexes().values().stream().map(Keys::index).toList(),
                checks(table.getChecks()),
                declarations.origin(table));
    }

    private ColumnFacts column(Table table, Column column) {
        return new ColumnFacts(
                Names.of(column),
                column.getSqlType(metadata),
                isOfEnumType(column.getValue()),
                definitions.get(column),
                column.isNullable() || (column.getGeneratedAs() != null && !generatedMayBeNotNull),
                column.isIdentity(),
                column.getDefaultValue(),
                column.getGeneratedAs(),
                column.getGeneratedAs() == null || isStored(column.getGeneratedAs()),
                column.getCollation(),
                column.getComment(),
                column.isUnique(),
                checks(column.getCheckConstraints()),
                declarations.origin(table, column),
                declarations.within(table, column));
    }

    private static boolean isOfEnumType(Value value) {
        if (!(value instanceof BasicValue basic)) {
            return false;
        }
        Type type = basic.getType();
        Type element = type instanceof BasicPluralType<?, ?> plural ? plural.getElementType() : type;
        return element instanceof BasicType<?> of
                && ENUM_TYPES.contains(of.getJdbcType().getDefaultSqlTypeCode());
    }

    /** The dialect decides, and from PostgreSQL 18 on may decide otherwise. */
    private boolean isStored(String expression) {
        return metadata.getDatabase()
                .getDialect()
                .generatedAs(expression)
                .stripTrailing()
                .endsWith("stored");
    }

    private static List<CheckFacts> checks(List<CheckConstraint> checks) {
        return checks.stream()
                .map(check -> new CheckFacts(
                        check.getName() == null || check.getName().isBlank() ? null : Names.parse(check.getName()),
                        check.getConstraint()))
                .toList();
    }

    private static ForeignKeyFacts foreignKey(ForeignKey key) {
        Table target = key.getReferencedTable();
        List<Column> targetColumns =
                key.isReferenceToPrimaryKey() ? target.getPrimaryKey().getColumns() : key.getReferencedColumns();
        OnDeleteAction action = key.getOnDeleteAction();
        return new ForeignKeyFacts(
                Names.given(key.getName(), "FK"),
                Names.of(key.getColumns()),
                target.getSchema() == null ? null : new NameFacts(target.getSchema(), target.isSchemaQuoted()),
                new NameFacts(target.getName(), target.isQuoted()),
                Names.of(targetColumns),
                action == null ? null : action.name(),
                key.getKeyDefinition());
    }

    private static SequenceFacts sequence(Sequence sequence) {
        Identifier schema = sequence.getName().getSchemaName();
        Identifier name = sequence.getName().getSequenceName();
        return new SequenceFacts(
                schema == null ? null : new NameFacts(schema.getText(), schema.isQuoted()),
                new NameFacts(name.getText(), name.isQuoted()),
                sequence.getInitialValue(),
                sequence.getIncrementSize());
    }

    private List<String> auxiliaryStatements() {
        Database database = metadata.getDatabase();
        SqlStringGenerationContext context =
                SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
        List<String> statements = new ArrayList<>();
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(database.getDialect())) {
                statements.addAll(List.of(object.sqlCreateStrings(context)));
            }
        }
        return statements;
    }
}
