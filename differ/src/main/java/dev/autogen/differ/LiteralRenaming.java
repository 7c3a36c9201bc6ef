package dev.autogen.differ;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Renames what stands within a typed literal of PostgreSQL's own texts: a sequence in {@code 'users_seq'::regclass}, a
 * label in {@code 'sad'::mood}.
 */
final class LiteralRenaming {
    private final Map<QualifiedName, QualifiedName> sequences;
    private final Map<QualifiedName, Map<String, String>> labels;
    private final Set<String> schemas;

    /**
     * For some renames.
     *
     * @param schemas the schemas that are told apart; what is in any other is in the default one
     */
    LiteralRenaming(
            Map<QualifiedName, QualifiedName> sequences,
            Map<QualifiedName, Map<String, String>> labels,
            Set<String> schemas) {
        this.sequences = sequences;
        this.labels = new HashMap<>(labels);
        this.schemas = Set.copyOf(schemas);
    }

    String apply(String sql) {
        if (sequences.isEmpty() && labels.isEmpty()) {
            return sql;
        }
        return TypedLiterals.LITERAL.matcher(sql).replaceAll(literal -> Matcher.quoteReplacement(renamed(literal)));
    }

    private String renamed(MatchResult literal) {
        String content = literal.group(1);
        String type = literal.group().substring(content.length() + 2);
        if (type.equals("::regclass")) {
            Matcher relation = TypedLiterals.QUALIFIED.matcher(content.replace("''", "'"));
            return relation.matches() ? "'" + sequence(relation, content) + "'" + type : literal.group();
        }
        String label = content.replace("''", "'");
        String to = labels.getOrDefault(name(literal.group(2), literal.group(3)), Map.of())
                .getOrDefault(label, label);
        return "'" + to.replace("'", "''") + "'" + type;
    }

    private String sequence(Matcher relation, String content) {
        QualifiedName to = sequences.get(name(relation.group(1), relation.group(2)));
        if (to == null) {
            return content;
        }
        String schema = relation.group(1) == null ? "" : relation.group(1) + ".";
        return (schema + Identifiers.quote(to.name())).replace("'", "''");
    }

    private QualifiedName name(String schema, String name) {
        String qualifier = schema == null ? null : TypedLiterals.unquoted(schema);
        return new QualifiedName(
                qualifier != null && schemas.contains(qualifier) ? qualifier : null, TypedLiterals.unquoted(name));
    }
}
