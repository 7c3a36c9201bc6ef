package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.NameFacts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.mapping.Column;

/** Identifiers of the mapping. */
final class Names {

    /** What {@code NamingHelper} makes of what it hashes: an MD5 in base 35, to which a table per class adds more. */
    private static final Pattern HASH = Pattern.compile("[0-9a-y]{20,}");

    private Names() {}

    static NameFacts of(Column column) {
        return new NameFacts(column.getName(), column.isQuoted());
    }

    static List<NameFacts> of(List<Column> columns) {
        return columns.stream().map(Names::of).toList();
    }

    /** The name of a constraint or index, null when Hibernate made it up: {@code FK}, {@code UK} or {@code IDX} and a hash. */
    static NameFacts given(String name, String prefix) {
        boolean invented = name == null
                || name.isBlank()
                || (name.toUpperCase(Locale.ROOT).startsWith(prefix)
                        && HASH.matcher(name.substring(prefix.length()).toLowerCase(Locale.ROOT))
                                .matches());
        return invented ? null : parse(name);
    }

    /** A name with Hibernate's quotes around it, or without. */
    static NameFacts parse(String name) {
        char first = name.charAt(0);
        boolean quoted = name.length() > 2 && (first == '`' || first == '"') && name.charAt(name.length() - 1) == first;
        return quoted ? new NameFacts(name.substring(1, name.length() - 1), true) : new NameFacts(name, false);
    }
}
