package dev.autogen.migration.revision;

import java.util.Optional;
import java.util.Set;

/** What identifiers and labels may be called, so that references can be told apart from them. */
public final class RevisionNames {
    private static final String USED_BY_REFERENCES = "@-+:";
    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    private RevisionNames() {}

    /**
     * Why that cannot be an identifier or label, as the end of a sentence about it.
     *
     * @return empty if it can be
     */
    public static Optional<String> objection(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (WORDS.contains(name)) {
            return Optional.of("is a word of its own in references to revisions");
        }
        if (name.chars().anyMatch(c -> USED_BY_REFERENCES.indexOf(c) >= 0)) {
            return Optional.of("holds one of @ - + : which references to revisions use");
        }
        if (name.chars()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '"' || c == '\\')) {
            return Optional.of("holds white space, quotes or a backslash");
        }
        return Optional.empty();
    }
}
