package dev.autogen.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.model.bridge.ModelFacts;
import dev.autogen.model.bridge.NameFacts;
import dev.autogen.model.bridge.RemarkFacts;
import dev.autogen.model.bridge.SequenceFacts;
import dev.autogen.model.bridge.TableFacts;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns Hibernate's facts into a catalog: names as PostgreSQL stores them, types and clauses taken apart. */
final class CatalogBuilder {

    /** What was said about a column or table that deserves a word, and which member said it (null when unknown). */
    record Remark(String message, MemberFacts origin) {}

    /** What no schema can be right for, and the members that say it; none of them is null. */
    record Problem(String message, List<MemberFacts> origins) {

        static Problem of(String message, MemberFacts... origins) {
            return new Problem(
                    message,
                    Stream.of(origins).filter(Objects::nonNull).distinct().toList());
        }
    }

    private final String defaultSchema;
    private final Map<QualifiedName, MemberFacts> tableOrigins = new LinkedHashMap<>();
    private final Map<ColumnRef, MemberFacts> columnOrigins = new LinkedHashMap<>();
    private final Map<MemberFacts, List<ColumnRef>> embeddedColumns = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<QualifiedName, String> relations = new HashMap<>();
    /** Thousands of columns have a handful of types. */
    private final Map<String, DataType> types = new HashMap<>();

    private final Map<String, ColumnDefinition> definitions = new HashMap<>();

    CatalogBuilder(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    Catalog build(ModelFacts facts) {
        facts.remarks().forEach(this::heed);
        Set<String> schemas = new TreeSet<>();
        List<Table> tables = new ArrayList<>();
        for (TableFacts table : facts.tables()) {
            tables.add(table(table));
        }
        List<Sequence> sequences =
                facts.sequences().stream().map(this::sequence).toList();
        List<EnumType> enumTypes = enumTypes(facts.auxiliaryStatements());
        tables.forEach(table -> addSchema(schemas, table.name()));
        sequences.forEach(sequence -> addSchema(schemas, sequence.name()));
        enumTypes.forEach(type -> addSchema(schemas, type.name()));
        return new Catalog(schemas.stream().map(Schema::of).toList(), List.of(), enumTypes, sequences, tables);
    }

    /** The member behind each table. */
    Map<QualifiedName, MemberFacts> tableOrigins() {
        return tableOrigins;
    }

    /** The member behind each column. */
    Map<ColumnRef, MemberFacts> columnOrigins() {
        return columnOrigins;
    }

    /** The columns of each embedded member. */
    Map<MemberFacts, List<ColumnRef>> embeddedColumns() {
        return embeddedColumns;
    }

    List<Remark> remarks() {
        return remarks;
    }

    QualifiedName qualified(NameFacts schema, NameFacts name) {
        String stored = schema == null ? null : Names.stored(schema);
        return new QualifiedName(defaultSchema.equals(stored) ? null : stored, Names.stored(name));
    }

    /** What the entities contradict themselves in. */
    List<Problem> problems() {
        return problems;
    }

    void problem(String message, MemberFacts... origins) {
        problems.add(Problem.of(message, origins));
    }

    private void heed(RemarkFacts fact) {
        if (fact.contradiction()) {
            problem(fact.message(), fact.origin(), fact.other());
        } else {
            remark(fact.message(), fact.origin());
        }
    }

    /** Tables and sequences of a schema share their names, which PostgreSQL folds and cuts. */
    private void claim(QualifiedName name, String what, MemberFacts origin) {
        String other = relations.putIfAbsent(name, what);
        if (other != null) {
            problem(
                    "PostgreSQL calls both " + other + " and " + what + " " + name
                            + ", since names that are not quoted are folded to lower case and all are cut at 63 bytes",
                    tableOrigins.get(name),
                    origin);
        }
    }

    void remark(String message, MemberFacts origin) {
        remarks.add(new Remark(message, origin));
    }

    private Table table(TableFacts facts) {
        QualifiedName name = qualified(facts.schema(), facts.name());
        claim(name, "the table " + facts.name().text(), facts.origin());
        if (facts.origin() != null) {
            tableOrigins.putIfAbsent(name, facts.origin());
        }
        return new TableBuilder(this, name, facts).build();
    }

    void columnOrigin(QualifiedName table, String column, MemberFacts origin, List<MemberFacts> within) {
        ColumnRef ref = new ColumnRef(table, column);
        if (origin != null) {
            columnOrigins.put(ref, origin);
        }
        within.forEach(embedded -> embeddedColumns
                .computeIfAbsent(embedded, key -> new ArrayList<>())
                .add(ref));
    }

    /** Start and increment are left out where they are PostgreSQL's default, as the introspector does. */
    private Sequence sequence(SequenceFacts facts) {
        Long start = facts.start() == 1 ? null : Long.valueOf(facts.start());
        Long increment = facts.increment() == 1 ? null : Long.valueOf(facts.increment());
        QualifiedName name = qualified(facts.schema(), facts.name());
        claim(name, "the sequence " + facts.name().text(), null);
        return Sequence.of(name, SequenceOptions.of(start, increment));
    }

    private List<EnumType> enumTypes(List<String> statements) {
        List<EnumType> types = new ArrayList<>();
        for (String statement : statements) {
            EnumTypeStatement.parse(statement)
                    .ifPresentOrElse(type -> types.add(inDefaultSchema(type)), () -> unknownStatement(statement));
        }
        return types.stream().distinct().toList();
    }

    private EnumType inDefaultSchema(EnumType type) {
        String schema =
                type.name().schema() == null ? defaultSchema : type.name().schema();
        return new EnumType(QualifiedName.ofType(schema, type.name().name(), defaultSchema), type.labels());
    }

    /** Hibernate's casts between an enum type and text are a convenience that needs a superuser: not schema. */
    private void unknownStatement(String statement) {
        if (!statement.startsWith("create cast")) {
            remark("The mapping has an auxiliary database object that is left to you: " + statement, null);
        }
    }

    private void addSchema(Set<String> schemas, QualifiedName name) {
        if (name.schema() != null && !name.schema().equals(defaultSchema)) {
            schemas.add(name.schema());
        }
    }

    /** The type in the catalog's spelling, without the default schema. */
    DataType type(String text) {
        return types.computeIfAbsent(text, this::parsed);
    }

    /** An enum type of the entities: Hibernate names it alone, also where PostgreSQL has a type of that name. */
    DataType enumType(String text) {
        return DataType.parse(Identifiers.quote(defaultSchema) + "." + text).seenFrom(defaultSchema);
    }

    /** What a column definition says. */
    ColumnDefinition definition(String text) {
        return definitions.computeIfAbsent(text, ColumnDefinition::parse);
    }

    private DataType parsed(String text) {
        return DataType.parse(text).seenFrom(defaultSchema);
    }

    /** Names as they stand in records that are sorted by name, unnamed ones last and by content. */
    static <T> java.util.Comparator<T> byName(java.util.function.Function<T, String> name) {
        return comparing(name, nullsLast(naturalOrder())).thenComparing(Object::toString);
    }
}
