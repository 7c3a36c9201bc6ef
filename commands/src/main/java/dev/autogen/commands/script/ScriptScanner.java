package dev.autogen.commands.script;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over a script once and finds where its statements end, as psql does (psqlscan.l): semicolons within quotes,
 * comments, parentheses and bodies that begin with {@code BEGIN ATOMIC} end none.
 */
final class ScriptScanner {
    private static final Pattern ROUTINE = Pattern.compile("create (or replace )?(function|procedure) .*");
    private static final Pattern ROWS_FOLLOW =
            Pattern.compile("COPY\\b.*\\bFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern STRINGS = Pattern.compile(
            "SET\\s+(?:SESSION\\s+|LOCAL\\s+)?standard_conforming_strings\\s*(?:=|\\s+TO\\s)\\s*'?(\\w+)'?",
            Pattern.CASE_INSENSITIVE);
    private static final String END_OF_ROWS = "\n\\.";
    private static final int FIRST_WORDS = 4;

    private final String name;
    private final String text;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineKnownAt;
    private boolean backslashesEscape;

    // The statement that is being read.
    private int start = -1;
    private int startLine;
    private int parentheses;
    private int blocks;
    private final List<String> firstWords = new ArrayList<>();

    ScriptScanner(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * The statements.
     *
     * @throws ConfigurationException with the line, where a quote does not end or a command of psql's stands there
     */
    List<ScriptStatement> statements() {
        while (at < text.length()) {
            step();
        }
        finish(text.length());
        return statements;
    }

    private void step() {
        SqlToken token = SqlLexer.at(text, at, backslashesEscape);
        if (!token.complete()) {
            throw endless(token);
        }
        if (token.isSpaceOrComment()) {
            at = token.end();
        } else if (token.is("\\")) {
            PsqlCommand.at(name, lineAt(at), text.substring(at, endOfLine()));
            at = endOfLine();
        } else if (token.is(";") && parentheses == 0 && blocks == 0) {
            boolean rows = finish(at);
            at = rows ? endOfRows() : at + 1;
        } else {
            within(token);
        }
    }

    /** A piece of a statement. */
    private void within(SqlToken token) {
        if (start < 0) {
            start = at;
            startLine = lineAt(at);
        }
        at = token.end();
        if (token.kind() == SqlToken.Kind.WORD) {
            word(token.text().toLowerCase(Locale.ROOT));
        } else if (token.is("(")) {
            parentheses++;
        } else if (token.is(")")) {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    private void word(String word) {
        if (firstWords.size() < FIRST_WORDS) {
            firstWords.add(word);
        }
        switch (word) {
            case "begin" -> blocks += isRoutine() ? 1 : 0;
            case "case" -> blocks += blocks > 0 && isRoutine() ? 1 : 0;
            case "end" -> blocks -= blocks > 0 && isRoutine() ? 1 : 0;
            default -> {}
        }
    }

    /** Whether a function or procedure is being made, outside parentheses. */
    private boolean isRoutine() {
        return parentheses == 0
                && ROUTINE.matcher(String.join(" ", firstWords) + " ").matches();
    }

    /** Ends the statement; tells whether rows follow it. */
    private boolean finish(int end) {
        boolean rows = false;
        if (start >= 0) {
            String statement = text.substring(start, end).stripTrailing();
            statements.add(new ScriptStatement(statement, startLine));
            rows = ROWS_FOLLOW.matcher(statement).matches();
            Matcher strings = STRINGS.matcher(statement);
            if (strings.matches()) {
                backslashesEscape = strings.group(1).equalsIgnoreCase("off");
            }
        }
        start = -1;
        parentheses = 0;
        blocks = 0;
        firstWords.clear();
        return rows;
    }

    private int endOfRows() {
        int mark = endOfLine();
        do {
            mark = text.indexOf(END_OF_ROWS, mark);
            if (mark < 0) {
                throw new ConfigurationException(name + ":" + lineAt(at)
                        + ": the rows after COPY do not end with a line \\. as pg_dump writes it.");
            }
            mark += END_OF_ROWS.length();
        } while (mark < text.length() && text.charAt(mark) != '\n' && text.charAt(mark) != '\r');
        return mark;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private ConfigurationException endless(SqlToken token) {
        String text = token.text();
        String what = token.kind() == SqlToken.Kind.BLOCK_COMMENT
                ? "comment"
                : text.startsWith("$") ? "quote " + text.substring(0, text.indexOf('$', 1) + 1) : "quote";
        return new ConfigurationException(
                name + ":" + lineAt(token.start()) + ": the " + what + " that begins here does not end.");
    }

    private int lineAt(int position) {
        for (; lineKnownAt < position; lineKnownAt++) {
            if (text.charAt(lineKnownAt) == '\n') {
                line++;
            }
        }
        return line;
    }
}
