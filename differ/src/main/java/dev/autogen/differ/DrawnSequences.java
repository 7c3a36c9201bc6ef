package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns of a catalog draw their default from which of its sequences. */
final class DrawnSequences {
    /** Those of the two sides. */
    record Both(DrawnSequences desired, DrawnSequences live) {}

    private static final Pattern DRAWS = Pattern.compile("nextval\\('((?:[^']|'')*)'(?:::regclass)?\\)");

    /** As PostgreSQL prints the name of a relation in an expression. */
    private static final Pattern NAMES = Pattern.compile("'((?:[^']|'')*)'::regclass");

    private final Map<QualifiedName, Sequence> sequences = new HashMap<>();
    private final Set<String> schemas;
    private final Map<ColumnRef, Sequence> serials = new HashMap<>();

    private DrawnSequences(Catalog catalog) {
        catalog.sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
        schemas = new HashSet<>(catalog.schemaNames());
    }

    static DrawnSequences of(Catalog catalog) {
        return new DrawnSequences(catalog);
    }

    /** The sequence from which the default draws. */
    Optional<Sequence> of(SqlExpression defaultValue) {
        if (defaultValue == null || sequences.isEmpty()) {
            return Optional.empty();
        }
        Matcher draws = DRAWS.matcher(defaultValue.canonical());
        if (!draws.matches()) {
            return Optional.empty();
        }
        return named(draws.group(1));
    }

    /** The sequences that the default names wherever in it. */
    List<Sequence> within(SqlExpression defaultValue) {
        if (defaultValue == null || sequences.isEmpty()) {
            return List.of();
        }
        return NAMES.matcher(defaultValue.canonical())
                .results()
                .flatMap(name -> named(name.group(1)).stream())
                .toList();
    }

    private Optional<Sequence> named(String literal) {
        Matcher name = TypedLiterals.QUALIFIED.matcher(literal.replace("''", "'"));
        return name.matches()
                ? Optional.ofNullable(sequences.get(name(name.group(1), name.group(2))))
                : Optional.empty();
    }

    private QualifiedName name(String schema, String name) {
        String qualifier = schema == null ? null : TypedLiterals.unquoted(schema);
        return new QualifiedName(
                qualifier != null && schemas.contains(qualifier) ? qualifier : null, TypedLiterals.unquoted(name));
    }

    /** The sequence behind a serial column. */
    Sequence behind(QualifiedName table, Column serial) {
        ColumnRef ref = new ColumnRef(table, serial.name());
        Sequence found = serials.get(ref);
        return found != null
                ? found
                : new Sequence(
                        DefaultName.ofSequence(table, serial.name()).first(),
                        serial.type(),
                        serial.identity().options(),
                        ref,
                        null);
    }

    /**
     * The catalog where a column counts as serial, too, that draws from a sequence of an unusual name which it owns: what
     * a renamed table or column leaves. Only where the other side numbers the column as well: there the two can be
     * compared.
     */
    Catalog serialWhereNumbered(Catalog catalog, Catalog other) {
        Set<QualifiedName> owners = new HashSet<>();
        sequences.values().stream()
                .filter(sequence -> sequence.ownedBy() != null)
                .forEach(sequence -> owners.add(sequence.ownedBy().table()));
        if (owners.isEmpty()) {
            return catalog;
        }
        Map<QualifiedName, Table> others = new HashMap<>();
        other.tables().forEach(table -> others.put(table.name(), table));
        List<Table> tables = catalog.tables().stream()
                .map(table -> owners.contains(table.name()) && others.containsKey(table.name())
                        ? serialWhereNumbered(table, others.get(table.name()))
                        : table)
                .toList();
        Set<Sequence> parts = new HashSet<>(serials.values());
        return catalog.withTables(tables)
                .withSequences(catalog.sequences().stream()
                        .filter(sequence -> !parts.contains(sequence))
                        .toList());
    }

    private Table serialWhereNumbered(Table table, Table other) {
        return table.withColumns(table.columns().stream()
                .map(column -> {
                    ColumnRef ref = new ColumnRef(table.name(), column.name());
                    boolean numbered = other.column(column.name())
                            .filter(twin -> twin.identity() != null)
                            .isPresent();
                    Optional<Sequence> own =
                            of(column.defaultValue()).filter(sequence -> ref.equals(sequence.ownedBy()));
                    if (!numbered || own.isEmpty()) {
                        return column;
                    }
                    serials.put(ref, own.get());
                    return column.withDefault(null)
                            .withIdentity(
                                    new Identity(Identity.Kind.SERIAL, own.get().options()));
                })
                .toList());
    }
}
