package dev.autogen.migration.run;

import static dev.autogen.schema.ddl.PostgresDdl.literal;

import dev.autogen.schema.ddl.SqlStatement;

/** A script for psql in the making. */
final class ScriptText {
    private final StringBuilder text = new StringBuilder();

    ScriptText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** A comment; a line break in it must not end it, so that a message cannot become a statement. */
    ScriptText comment(String words) {
        return line("-- "
                + words.replaceAll("[\\x{00}-\\x{1F}\\x{7F}\\x{85}\\x{2028}\\x{2029}]+", " ")
                        .strip());
    }

    /** A statement of autogen's own. */
    ScriptText statement(SqlStatement statement) {
        return line(ParameterInlining.text(statement) + ";");
    }

    /** Statements of PL/pgSQL, each with its semicolon. */
    ScriptText block(String body) {
        String quotes = "$autogen$";
        for (int i = 1; body.contains(quotes); i++) {
            quotes = "$autogen" + i + "$";
        }
        return line("DO " + quotes + "\nBEGIN\n" + body.strip().indent(2) + "END\n" + quotes + ";");
    }

    /** Fails where the condition is true. */
    ScriptText refuseIf(String condition, String message, String hint) {
        return block(
                "IF " + condition + " THEN\n" + raise(literal(message), hint).indent(2) + "END IF;");
    }

    static String raise(String messageSql, String hint) {
        return "RAISE EXCEPTION USING MESSAGE = " + messageSql + ",\n  HINT = " + literal(hint) + ";";
    }

    /**
     * What follows, until {@code \endif}, is run where the condition is true; psql asks for it once.
     *
     * @param variable the variable of psql's that holds the answer
     */
    ScriptText onlyIf(String condition, String variable) {
        return line("SELECT " + condition + " AS " + variable + " \\gset").line("\\if :" + variable);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
