package dev.autogen.commands.script;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of a statement of a script. */
enum StatementKind {
    /** Is run, and must succeed. */
    RUN(Set.of()),

    /** A setting: what this version of the server does not know, or does not have, does not matter. */
    SETTING(Set.of("42704", "22023", "42501", "0A000", "55P02")),

    /** Makes what every database has, such as the schema public; may be there. */
    MAYBE_THERE(Set.of("42P06", "42710")),

    /** Takes something away, as {@code pg_dump --clean} does first; may not be there. */
    MAYBE_MISSING(Set.of("42P01", "42704", "3F000", "42883", "42703")),

    /** Says nothing about the schema: rows, owners, grants, transactions, other databases. */
    PASSED_OVER(Set.of()),

    /** Undoes what stands before it. */
    REFUSED(Set.of());

    private static final List<Pattern> WITHOUT_SCHEMA = patterns(
            "(COPY|INSERT\\s+INTO|GRANT|REVOKE|REASSIGN\\s+OWNED|SECURITY\\s+LABEL|LOCK|ALTER\\s+SYSTEM)\\b.*",
            "(BEGIN|COMMIT|END|START\\s+TRANSACTION)(\\s+(WORK|TRANSACTION|ISOLATION|READ|DEFERRABLE|AND)\\b.*)?",
            "(SET|RESET)\\s+((SESSION|LOCAL)\\s+)?(SESSION\\s+AUTHORIZATION|ROLE)\\b.*",
            "SET\\s+((SESSION|LOCAL)\\s+)?(CLIENT_ENCODING|NAMES)\\b.*",
            "ALTER\\s+DEFAULT\\s+PRIVILEGES\\b.*",
            "ALTER\\b.*\\sOWNER\\s+TO\\s+(\"([^\"]|\"\")+\"|[\\w$]+)",
            "(CREATE|ALTER|DROP)\\s+(ROLE|USER(?!\\s+MAPPING)|GROUP|DATABASE|TABLESPACE|SUBSCRIPTION)\\b.*",
            "COMMENT\\s+ON\\s+(ROLE|DATABASE|TABLESPACE|LARGE\\s+OBJECT|SUBSCRIPTION)\\b.*",
            "ALTER\\s+LARGE\\s+OBJECT\\b.*",
            "SELECT\\s+pg_catalog\\.(lo_\\w+|lowrite|setval)\\s*\\(.*");
    private static final List<Pattern> SETTINGS = patterns("SET\\b.*", "SELECT\\s+pg_catalog\\.set_config\\s*\\(.*");
    private static final List<Pattern> OFTEN_THERE =
            patterns("CREATE\\s+(SCHEMA|EXTENSION|((OR\\s+REPLACE\\s+)?(TRUSTED\\s+)?(PROCEDURAL\\s+)?LANGUAGE))\\b.*");
    private static final List<Pattern> OFTEN_MISSING =
            patterns("DROP\\b.*", "ALTER\\s+TABLE\\b.*\\sDROP\\s+CONSTRAINT\\b[^,]*", "ALTER\\b.*\\sDROP\\s+DEFAULT");
    private static final List<Pattern> UNDOING = patterns("(ROLLBACK|ABORT)\\b.*");

    private final Set<String> tolerated;

    StatementKind(Set<String> tolerated) {
        this.tolerated = tolerated;
    }

    static StatementKind of(String statement) {
        if (matches(statement, UNDOING)) {
            return REFUSED;
        }
        if (matches(statement, WITHOUT_SCHEMA)) {
            return PASSED_OVER;
        }
        if (matches(statement, SETTINGS)) {
            return SETTING;
        }
        if (matches(statement, OFTEN_THERE)) {
            return MAYBE_THERE;
        }
        return matches(statement, OFTEN_MISSING) ? MAYBE_MISSING : RUN;
    }

    /** Whether a refusal with that SQLSTATE changes nothing. */
    boolean tolerates(String state) {
        return tolerated.contains(state);
    }

    private static boolean matches(String statement, List<Pattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(statement).matches());
    }

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }
}
