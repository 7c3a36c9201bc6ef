package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.TableSize;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.Touched;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what a PostgreSQL database (14 and later) holds. Stateless.
 *
 * <p>Every method is one read-only transaction of its own that is rolled back: the connection must not be inside a
 * transaction, and is afterwards as it was. The number of statements is the same for one table and for ten thousand.
 */
public final class CatalogIntrospector {
    private static final int ATTEMPTS = 3;
    /** How functions such as {@code pg_get_expr} end when something went after the statement began. */
    private static final String CACHE_LOOKUP_FAILED = "XX000";

    private static final String NOT_IN_ENCODING = "22021";

    /** A reader. */
    public CatalogIntrospector() {}

    /**
     * Reads the catalog as it is at one moment. Every table in the scope is seen, also those on which the role has no
     * right.
     *
     * @throws IntrospectionException if the role may not use one of the schemas, or the server is older than 14
     * @throws SQLException if the database cannot be asked
     */
    public LiveCatalog introspect(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, null);
    }

    /**
     * Reads the same, but of all tables only these, in a time that hardly depends on how many others there are; sequences
     * of columns of the others are left out, too. Names that no table has are passed over.
     *
     * @throws IntrospectionException as the other one
     * @throws SQLException if the database cannot be asked
     */
    public LiveCatalog introspect(Connection connection, Scope scope, Set<QualifiedName> tables) throws SQLException {
        return read(connection, scope, tables);
    }

    /** Null for all tables. */
    private static LiveCatalog read(Connection connection, Scope scope, Set<QualifiedName> only) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (ReadTransaction transaction = ReadTransaction.snapshot(connection)) {
                Reading reading = new Reading(connection, scope, only, transaction.server());
                LiveCatalog live = reading.read();
                if (!reading.names.equals(transaction.closeAsking(CatalogQueries.NAMES, reading.tables))) {
                    throw new ChangedMeanwhileException("a name");
                }
                return live;
            } catch (ChangedMeanwhileException changed) {
                giveUpAfter(attempt, changed);
            } catch (SQLException failure) {
                if (NOT_IN_ENCODING.equals(failure.getSQLState())) {
                    throw new IntrospectionException(
                            "A name, comment or expression in the catalog is no valid text (" + failure.getMessage()
                                    + "). The encoding of the database, such as SQL_ASCII, lets any bytes in; rename"
                                    + " the object or correct its definition.",
                            failure);
                }
                if (!CACHE_LOOKUP_FAILED.equals(failure.getSQLState())) {
                    throw failure;
                }
                giveUpAfter(attempt, failure);
            }
        }
    }

    private static void giveUpAfter(int attempt, Exception cause) {
        if (attempt == ATTEMPTS) {
            throw new IntrospectionException(
                    "The schema is being changed by someone else while autogen reads it (" + cause.getMessage()
                            + "). Run this again when that is done.",
                    cause);
        }
    }

    /** Reads what the server is and what the role may do there. */
    public ServerFacts facts(Connection connection) throws SQLException {
        try (ReadTransaction transaction = ReadTransaction.snapshot(connection)) {
            return transaction.server();
        }
    }

    /**
     * Estimates how many rows every table in the scope has, from PostgreSQL's statistics and without looking into any, and
     * says how much room it takes.
     */
    public Map<QualifiedName, TableSize> sizes(Connection connection, Scope scope) throws SQLException {
        Map<QualifiedName, TableSize> sizes = new TreeMap<>();
        forEachIn(
                scope,
                connection,
                CatalogQueries.SIZES,
                (name, row) -> sizes.put(name, new TableSize(row.getLong("rows"), row.getLong("bytes"))));
        return sizes;
    }

    /**
     * Names what goes with a table or enum type and is no part of the catalog: triggers, rules, policies, the comment of a
     * type, another owner than the role that asks, and who else may do what; in phrases such as {@code trigger audit}.
     * Lacks those with which nothing goes.
     */
    public Map<QualifiedName, List<String>> attached(Connection connection, Scope scope) throws SQLException {
        Map<QualifiedName, List<String>> attached = new TreeMap<>();
        forEachIn(scope, connection, CatalogQueries.ATTACHED, (name, row) -> {
            List<String> phrases = List.of((String[]) row.getArray("attached").getArray());
            if (!phrases.isEmpty()) {
                attached.put(name, phrases);
            }
        });
        return attached;
    }

    /**
     * Names the functions that are not PostgreSQL's own and may give another value with each call, whatever their schema:
     * as the default of a new column, they are called for each row.
     */
    public Set<String> volatileFunctions(Connection connection) throws SQLException {
        Set<String> functions = new TreeSet<>();
        try (ReadTransaction transaction = ReadTransaction.snapshot(connection)) {
            forEach(
                    connection,
                    CatalogQueries.VOLATILE_FUNCTIONS,
                    textArray(connection, List.of("pg_catalog", "information_schema")),
                    row -> functions.add(row.getString("name")));
        }
        return functions;
    }

    private static void forEachIn(Scope scope, Connection connection, String query, NamedRowReader reader)
            throws SQLException {
        try (ReadTransaction transaction = ReadTransaction.snapshot(connection)) {
            forEach(
                    connection,
                    query,
                    textArray(connection, scope.schemas()),
                    row -> reader.read(scope.name(row.getString("schema"), row.getString("name")), row));
        }
    }

    /**
     * Finds all that hangs on some objects and would not let them be changed or dropped: views, policies, triggers, rules,
     * and what cannot be made again. Two queries, however many objects there are.
     *
     * @return what hangs on them, each behind what it hangs on itself
     */
    public List<Dependent> dependents(Connection connection, Scope scope, List<Touched> touched) throws SQLException {
        try (ReadTransaction transaction = ReadTransaction.snapshot(connection, scope.defaultSchema())) {
            return new DependentsReader(connection, scope, transaction.server()).read(touched);
        }
    }

    private static void forEach(Connection connection, String query, Array argument, RowReader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static Array textArray(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** What is done with a row about something that has a name. */
    @FunctionalInterface
    private interface NamedRowReader {
        void read(QualifiedName name, ResultSet row) throws SQLException;
    }

    /** One reading of one catalog. */
    private static final class Reading {
        private final Connection connection;
        private final Scope scope;
        /** Null for all tables. */
        private final Set<QualifiedName> only;

        private final ServerFacts server;
        private final List<Long> namespaces = new ArrayList<>();
        private final Map<String, Schema> schemas = new TreeMap<>();
        private final List<String> extensions = new ArrayList<>();
        private Array tables;
        /** What {@link CatalogQueries#NAMES} says of them. */
        private String names;

        Reading(Connection connection, Scope scope, Set<QualifiedName> only, ServerFacts server) {
            this.connection = connection;
            this.scope = scope;
            this.only = only;
            this.server = server;
        }

        LiveCatalog read() throws SQLException {
            forEach(connection, CatalogQueries.NAMESPACES, textArray(connection, scope.schemas()), this::namespace);
            Array within = connection.createArrayOf("oid", namespaces.toArray());
            CatalogNames catalogNames = new CatalogNames(scope);
            Relations relations = new Relations(scope);
            Array asked = only == null ? within : connection.createArrayOf("oid", oids().toArray());
            forEachRelation(CatalogQueries.RELATIONS, asked, relations::relation);
            tables = connection.createArrayOf("oid", relations.oids().toArray());
            LiveTexts texts = new LiveTexts();
            forEachSeenFromTheDefaultSchema(asked, within, texts::read);
            ColumnReader columns = new ColumnReader(relations, catalogNames, texts);
            forEachRelation(CatalogQueries.COLUMNS, asked, columns::read);
            IndexReader indexes = new IndexReader(relations, catalogNames, texts);
            forEachRelation(CatalogQueries.indexKeys(server.majorVersion()), asked, indexes::read);
            ConstraintReader constraints = new ConstraintReader(relations, indexes, scope, texts);
            forEachRelation(CatalogQueries.constraints(server.majorVersion()), asked, constraints::read);
            SequenceReader sequences = new SequenceReader(relations, columns.serialSequences(), scope);
            forEach(connection, CatalogQueries.SEQUENCES, within, sequences::read);
            TypeReader types = new TypeReader(relations, catalogNames, scope, texts);
            forEach(connection, CatalogQueries.TYPES, within, types::read);
            indexes.finish();
            Catalog catalog = new Catalog(
                    schemas.values().stream()
                            .filter(schema -> !schema.name().equals(scope.defaultSchema()))
                            .toList(),
                    extensions,
                    types.enumTypes(),
                    types.domains(),
                    sequences.sequences(),
                    relations.tables());
            return new LiveCatalog(catalog, relations.leftOut(), schemas.containsKey(scope.defaultSchema()), server);
        }

        private List<Long> oids() throws SQLException {
            List<Long> oids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.OIDS)) {
                statement.setArray(
                        1,
                        textArray(
                                connection,
                                only.stream()
                                        .map(table -> table.schema() == null ? scope.defaultSchema() : table.schema())
                                        .toList()));
                statement.setArray(
                        2,
                        textArray(
                                connection,
                                only.stream().map(QualifiedName::name).toList()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        oids.add(row.getLong(1));
                    }
                }
            }
            return oids;
        }

        /** Asks about the relations that are to be read. */
        private void forEachRelation(String query, Array asked, RowReader reader) throws SQLException {
            forEach(connection, selecting(query), asked, reader);
        }

        private String selecting(String query) {
            return only == null ? query : CatalogQueries.ofRelations(query);
        }

        /**
         * Asks for the texts in one round trip with names of the default schema in sight, behind PostgreSQL's own.
         *
         * @param asked the relations, as the query selects them
         * @param within the schemas of the domains
         */
        private void forEachSeenFromTheDefaultSchema(Array asked, Array within, RowReader reader) throws SQLException {
            String sql = ReadTransaction.searchPath("pg_catalog, " + Identifiers.quote(scope.defaultSchema())) + ";\n"
                    + selecting(CatalogQueries.TEXTS) + ";\n" + ReadTransaction.searchPath("pg_catalog") + ";\n"
                    + CatalogQueries.NAMES;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 1; i <= CatalogQueries.ARGUMENTS_OF_TEXTS; i++) {
                    boolean ofDomains = CatalogQueries.DOMAIN_ARGUMENTS_OF_TEXTS.contains(i);
                    statement.setArray(i, ofDomains ? within : asked);
                }
                statement.setArray(CatalogQueries.ARGUMENTS_OF_TEXTS + 1, tables);
                statement.setArray(CatalogQueries.ARGUMENTS_OF_TEXTS + 2, tables);
                statement.execute();
                statement.getMoreResults();
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        reader.read(row);
                    }
                }
                statement.getMoreResults();
                statement.getMoreResults();
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    names = row.getString(1);
                }
            }
        }

        private void namespace(ResultSet row) throws SQLException {
            String name = row.getString("schema");
            long oid = row.getLong("oid");
            if (row.wasNull()) {
                extensions.add(name);
                return;
            }
            if (!row.getBoolean("usable")) {
                throw new IntrospectionException("Role '" + server.role() + "' may not use schema '" + name
                        + "' of database '" + server.database() + "'. Whoever owns the schema can allow it with: GRANT"
                        + " USAGE ON SCHEMA " + Identifiers.quote(name) + " TO " + Identifiers.quote(server.role())
                        + ";");
            }
            namespaces.add(oid);
            schemas.put(name, new Schema(name, row.getString("comment")));
        }
    }
}
