package dev.autogen.model;

import dev.autogen.model.bridge.NameFacts;
import dev.autogen.schema.Identifiers;
import java.util.List;

/** Names of the mapping as PostgreSQL stores them. */
final class Names {

    private Names() {}

    static String stored(NameFacts name) {
        return name.quoted() ? Identifiers.cut(name.text()) : Identifiers.fold(name.text());
    }

    /** The same; null for null. */
    static String storedOrNull(NameFacts name) {
        return name == null ? null : stored(name);
    }

    static List<String> stored(List<NameFacts> names) {
        return names.stream().map(Names::stored).toList();
    }
}
