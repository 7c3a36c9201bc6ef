package dev.autogen.introspector;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Enum types and sequences that the model wants otherwise than the database has them. For the judging they are made in
 * {@code pg_temp}. Everything there is visible, so PostgreSQL prints their bare names; they are renamed before it
 * prints, and the new names are what is mapped back.
 */
final class PendingObjects {
    private static final String MARK = "autogen_pending_%05d_";

    private final String defaultSchema;
    private final Map<String, Pending> byName = new LinkedHashMap<>();
    private final List<Pending> oddlyNamed = new ArrayList<>();

    private record Pending(QualifiedName name, String create, String hide, String mark) {}

    PendingObjects(Catalog desired, Catalog live, String defaultSchema) {
        this.defaultSchema = defaultSchema;
        Map<QualifiedName, EnumType> liveTypes = live.enumTypes().stream().collect(toMap(EnumType::name, type -> type));
        Set<QualifiedName> liveSequences =
                live.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        for (EnumType type : desired.enumTypes()) {
            if (!type.equals(liveTypes.get(type.name()))) {
                String labels = type.labels().stream()
                        .map(label -> "'" + label.replace("'", "''") + "'")
                        .collect(joining(", "));
                add(type.name(), "TYPE", " AS ENUM (" + labels + ")");
            }
        }
        for (Sequence sequence : desired.sequences()) {
            if (!liveSequences.contains(sequence.name())) {
                add(sequence.name(), "SEQUENCE", "");
            }
        }
    }

    private void add(QualifiedName name, String kind, String definition) {
        String mark = MARK.formatted(byName.size());
        String temporary = "pg_temp." + quote(name.name());
        Pending pending = new Pending(
                name,
                "CREATE " + kind + " " + temporary + definition + ";\n",
                "ALTER " + kind + " " + temporary + " RENAME TO " + mark + ";\n",
                mark);
        // Of two equal names in different schemas the first, which is the default schema's, is what a bare name means.
        if (byName.putIfAbsent(name.name(), pending) == null
                && !quote(name.name()).equals(name.name())) {
            oddlyNamed.add(pending);
        }
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
        List<Pending> needed = names.stream()
                .map(byName::get)
                .filter(pending -> pending != null)
                .toList();
        return new Needed(
                needed.stream().map(Pending::create).collect(joining()),
                needed.stream().map(Pending::hide).collect(joining()));
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

    /** PostgreSQL's words with the names that the objects will have. */
    String withRealNames(String words) {
        if (!words.contains("autogen_pending_")) {
            return words;
        }
        String real = words;
        for (Pending pending : byName.values()) {
            String schema = pending.name().schema() == null
                    ? defaultSchema
                    : pending.name().schema();
            real = real.replace(
                    pending.mark(), quote(schema) + "." + quote(pending.name().name()));
        }
        return real;
    }
}
