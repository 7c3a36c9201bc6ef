package dev.autogen.introspector;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Enum types, domains and sequences that the model wants otherwise than the database has them. For the judging those of
 * the default schema are made in {@code pg_temp}. Everything there is visible, so PostgreSQL prints their bare names;
 * they are renamed before it prints, and the new names are what is mapped back. What is new in another schema is found by
 * its qualified name alone, and so made where it will be.
 */
final class PendingObjects {
    private static final String MARK = "autogen_pending_%05d_";

    private final String defaultSchema;
    private final Map<String, Pending> byName = new LinkedHashMap<>();
    private final List<Pending> oddlyNamed = new ArrayList<>();

    private final List<String> preparations = new ArrayList<>();
    private boolean changesOtherSchemas;

    /**
     * An object of the default schema.
     *
     * @param temporary what stands for it meanwhile, with {@code pg_temp} in front
     * @param basis name of the type that it is made of; null when there is none
     */
    private record Pending(
            QualifiedName name, String temporary, String create, String hide, String mark, String basis) {}

    PendingObjects(Catalog desired, Catalog live, String defaultSchema) {
        this.defaultSchema = defaultSchema;
        desired.schemaNames().stream()
                .filter(schema -> !live.schemaNames().contains(schema))
                .forEach(schema -> preparations.add("CREATE SCHEMA " + quote(schema)));
        Map<QualifiedName, EnumType> liveTypes = live.enumTypes().stream().collect(toMap(EnumType::name, type -> type));
        for (EnumType type : desired.enumTypes()) {
            EnumType found = liveTypes.get(type.name());
            if (found == null || !type.labels().equals(found.labels())) {
                add(type.name(), "TYPE", definition(type), null, found != null);
            }
        }
        Map<QualifiedName, Domain> liveDomains = live.domains().stream().collect(toMap(Domain::name, domain -> domain));
        for (Domain domain : desired.domains()) {
            Domain found = liveDomains.get(domain.name());
            if (found == null || !domain.baseType().equals(found.baseType())) {
                add(
                        domain.name(),
                        "DOMAIN",
                        definition(domain),
                        domain.baseType().name(),
                        found != null);
            }
        }
        Set<QualifiedName> liveSequences =
                live.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        for (Sequence sequence : desired.sequences()) {
            if (!liveSequences.contains(sequence.name())) {
                add(sequence.name(), "SEQUENCE", "", null, false);
            }
        }
    }

    /** What stands behind the name of an enum type where it is made. */
    static String definition(EnumType type) {
        return type.labels().stream()
                .map(label -> "'" + label.replace("'", "''") + "'")
                .collect(joining(", ", " AS ENUM (", ")"));
    }

    /** What stands behind the name of a domain where it is made only to be known. */
    static String definition(Domain domain) {
        return " AS " + domain.baseType().toSql()
                + (domain.collation() == null ? "" : " COLLATE " + domain.collation());
    }

    private void add(QualifiedName name, String kind, String definition, String basis, boolean exists) {
        if (name.schema() != null && !name.schema().equals(defaultSchema)) {
            if (exists) {
                changesOtherSchemas = true;
            } else {
                preparations.add("CREATE " + kind + " " + quote(name.schema()) + "." + quote(name.name()) + definition);
            }
            return;
        }
        String mark = MARK.formatted(byName.size());
        // pg_temp comes before pg_catalog: a type of one's own that is called text must not be what "text" means there.
        boolean hidden = !kind.equals("SEQUENCE") && DataType.isTaken(name.name());
        String temporary = "pg_temp." + (hidden ? mark : quote(name.name()));
        Pending pending = new Pending(
                name,
                temporary,
                "CREATE " + kind + " " + temporary + definition + ";\n",
                hidden ? "" : "ALTER " + kind + " " + temporary + " RENAME TO " + mark + ";\n",
                mark,
                basis);
        if (byName.putIfAbsent(name.name(), pending) == null
                && !quote(name.name()).equals(name.name())) {
            oddlyNamed.add(pending);
        }
    }

    /** When there is nothing that stands in for something in the default schema. */
    static PendingObjects none(String defaultSchema) {
        return new PendingObjects(Catalog.EMPTY, Catalog.EMPTY, defaultSchema);
    }

    /** Whether nothing stands in for something in the default schema. */
    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Statements that make what is new outside the default schema; each may fail. */
    List<String> preparations() {
        return List.copyOf(preparations);
    }

    /** Whether a type of another schema changes, for which nothing stands in. */
    boolean changesOtherSchemas() {
        return changesOtherSchemas;
    }

    /** What to create, and how to hide it, for SQL that mentions these names. */
    Needed neededBy(Mentions mentions, Set<String> typeNames) {
        if (byName.isEmpty()) {
            return Needed.NOTHING;
        }
        Set<String> names = new TreeSet<>(typeNames);
        names.addAll(mentions.words());
        oddlyNamed.stream()
                .map(pending -> pending.name().name())
                .filter(mentions::mayMention)
                .forEach(names::add);
        Set<Pending> needed = new LinkedHashSet<>();
        names.forEach(name -> collect(name, needed));
        return new Needed(
                needed.stream().map(this::create).collect(joining()),
                needed.stream().map(Pending::hide).collect(joining()));
    }

    /** What a domain is made of may only be to come, too. */
    private String create(Pending pending) {
        return pending.basis() == null ? pending.create() : withTemporaryNames(pending.create());
    }

    /** What a domain is made of comes before it. */
    private void collect(String name, Set<Pending> needed) {
        Pending pending = byName.get(name);
        if (pending != null && !needed.contains(pending)) {
            if (pending.basis() != null && !pending.basis().equals(name)) {
                collect(pending.basis(), needed);
            }
            needed.add(pending);
        }
    }

    /**
     * Statements around a job.
     *
     * @param create makes the objects
     * @param hide gives them the names that are mapped back
     */
    record Needed(String create, String hide) {
        static final Needed NOTHING = new Needed("", "");
    }

    /** A model's SQL, where names with the default schema in front stand for what is in {@code pg_temp} for now. */
    String withTemporaryNames(String sql) {
        String temporary = sql;
        for (Pending pending : byName.values()) {
            String name = pending.name().name();
            for (String spelling : QualifiedSpelling.of(defaultSchema, name)) {
                temporary = QualifiedSpelling.replaced(temporary, spelling, pending.temporary());
            }
        }
        return temporary;
    }

    /** The SQL as it was before {@link #withTemporaryNames}. */
    String withoutTemporaryNames(String sql) {
        String original = sql;
        for (Pending pending : byName.values()) {
            String name = quote(pending.name().name());
            original = QualifiedSpelling.replaced(original, pending.temporary(), quote(defaultSchema) + "." + name);
        }
        return original;
    }

    /** PostgreSQL's words with the names that the objects will have. */
    String withRealNames(String words) {
        if (!words.contains("autogen_pending_")) {
            return words;
        }
        String real = words;
        for (Pending pending : byName.values()) {
            real = real.replace(
                    pending.mark(),
                    quote(defaultSchema) + "." + quote(pending.name().name()));
        }
        return real;
    }
}
