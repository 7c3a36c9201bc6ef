package dev.autogen.model;

import dev.autogen.model.SqlTokens.Token;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code create type Mood as enum ('HAPPY','SAD')}, in which Hibernate announces a named enum type. */
final class EnumTypeStatement {

    private EnumTypeStatement() {}

    /** The type; empty when the statement is another. */
    static Optional<EnumType> parse(String statement) {
        List<Token> tokens = SqlTokens.of(statement);
        int as = indexOf(tokens, "as");
        boolean isEnum = as > 2
                && as + 2 < tokens.size()
                && tokens.get(0).is("create")
                && tokens.get(1).is("type")
                && tokens.get(as + 1).is("enum")
                && tokens.get(as + 2).isGroup();
        if (!isEnum) {
            return Optional.empty();
        }
        String name = identifier(tokens.get(as - 1).text());
        String schema = as > 4 ? identifier(tokens.get(2).text()) : null;
        List<String> labels = new ArrayList<>();
        for (Token token : SqlTokens.of(tokens.get(as + 2).inside())) {
            if (token.text().startsWith("'")) {
                labels.add(unquote(token.text()));
            }
        }
        return Optional.of(new EnumType(new QualifiedName(schema, name), labels));
    }

    private static int indexOf(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    private static String identifier(String written) {
        return written.startsWith("\"") ? Identifiers.cut(unquote(written)) : Identifiers.fold(written);
    }

    private static String unquote(String written) {
        String quote = written.substring(0, 1);
        return written.substring(1, written.length() - 1).replace(quote + quote, quote);
    }
}
