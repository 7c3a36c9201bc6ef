package dev.autogen.commands.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.commands.history.HeaderScanner.Kind;
import dev.autogen.migration.Revision;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands above a migration's class: {@code @Revision} and the first paragraph of the Javadoc. The body may be
 * anything, also something that does not compile: reading ends where it begins, which makes it quick as well.
 */
final class MigrationHeader {
    private static final String ANNOTATION = Revision.class.getSimpleName();
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private final Path file;
    private final HeaderScanner scanner;

    /** What {@code @Revision} says: string literals, else words. */
    private final Map<String, List<Value>> members = new HashMap<>();

    private record Value(boolean literal, String text) {}

    private MigrationHeader(Path file, String source) {
        this.file = file;
        this.scanner = new HeaderScanner(source);
    }

    /**
     * The migration in the file; empty when the file holds something else.
     *
     * @throws RevisionException if there is {@code @Revision}, but it cannot be understood
     */
    static Optional<MigrationFile> read(Path file) {
        String source = text(file);
        return source.contains(ANNOTATION) ? new MigrationHeader(file, source).migration() : Optional.empty();
    }

    private Optional<MigrationFile> migration() {
        String packageName = "";
        boolean annotated = false;
        scanner.advance();
        while (scanner.kind() != Kind.END) {
            if (scanner.is("package")) {
                packageName = restOfStatement() + ".";
            } else if (scanner.is("import")) {
                restOfStatement();
            } else if (scanner.is("@")) {
                annotated |= annotation();
            } else if (TYPES.contains(scanner.text())) {
                scanner.advance();
                if (annotated) {
                    return Optional.of(migration(packageName + scanner.text(), scanner.text()));
                }
                skipBody();
            } else {
                scanner.advance();
            }
        }
        if (annotated) {
            throw unreadable("@Revision stands there, but no class behind it");
        }
        return Optional.empty();
    }

    /** Goes behind the semicolon. */
    private String restOfStatement() {
        StringBuilder rest = new StringBuilder();
        scanner.advance();
        while (!scanner.is(";") && scanner.kind() != Kind.END) {
            rest.append(scanner.text());
            scanner.advance();
        }
        scanner.forgetJavadoc();
        scanner.advance();
        return rest.toString();
    }

    /** Goes behind an annotation; whether it is {@code @Revision}. */
    private boolean annotation() {
        scanner.advance();
        if (scanner.is("interface")) {
            return false;
        }
        String name = scanner.text();
        scanner.advance();
        while (scanner.is(".")) {
            scanner.advance();
            name = scanner.text();
            scanner.advance();
        }
        if (!name.equals(ANNOTATION)) {
            skipParentheses();
            return false;
        }
        if (scanner.is("(")) {
            scanner.advance();
            while (!scanner.is(")")) {
                member();
            }
            scanner.advance();
        }
        return true;
    }

    private void member() {
        String name = scanner.text();
        scanner.advance();
        expect("=");
        List<Value> values = new ArrayList<>();
        if (scanner.is("{")) {
            scanner.advance();
            while (!scanner.is("}")) {
                values.add(value());
                if (!scanner.is("}")) {
                    expect(",");
                }
            }
            scanner.advance();
        } else {
            values.add(value());
        }
        members.put(name, values);
        if (!scanner.is(")")) {
            expect(",");
        }
    }

    /** A literal that stands alone, or whatever else stands there. */
    private Value value() {
        boolean literal = scanner.kind() == Kind.STRING;
        StringBuilder text = new StringBuilder(scanner.text());
        scanner.advance();
        while (!scanner.is(",") && !scanner.is("}") && !scanner.is(")")) {
            if (scanner.kind() == Kind.END) {
                throw unreadable("@Revision does not end");
            }
            if (literal && scanner.kind() == Kind.WORD) {
                expect(",");
            }
            literal = false;
            text.append(scanner.text());
            scanner.advance();
        }
        return new Value(literal, text.toString());
    }

    private void expect(String symbol) {
        if (!scanner.is(symbol)) {
            throw unreadable(
                    scanner.kind() == Kind.END
                            ? "@Revision does not end"
                            : "in line " + scanner.line() + " '" + symbol + "' is missing before " + scanner.text());
        }
        scanner.advance();
    }

    private void skipParentheses() {
        if (!scanner.is("(")) {
            return;
        }
        int depth = 0;
        do {
            depth += scanner.is("(") ? 1 : scanner.is(")") ? -1 : 0;
            scanner.advance();
        } while (depth > 0 && scanner.kind() != Kind.END);
    }

    private void skipBody() {
        while (!scanner.is("{") && scanner.kind() != Kind.END) {
            scanner.advance();
        }
        int depth = 0;
        do {
            depth += scanner.is("{") ? 1 : scanner.is("}") ? -1 : 0;
            if (depth == 0) {
                scanner.forgetJavadoc();
            }
            scanner.advance();
        } while (depth > 0 && scanner.kind() != Kind.END);
    }

    private MigrationFile migration(String className, String simpleName) {
        String message = JavadocMessage.of(scanner.javadoc());
        RevisionInfo info = new RevisionInfo(
                id(),
                strings("revises"),
                strings("dependsOn"),
                strings("labels"),
                strings("replaces"),
                message.isEmpty() ? simpleName : message,
                created(),
                members.getOrDefault("baseline", List.of()).contains(new Value(false, "true")),
                file.getFileName().toString());
        return new MigrationFile(file, className, info);
    }

    private String id() {
        List<String> ids = strings("id");
        if (ids.size() != 1 || ids.get(0).isEmpty()) {
            throw new RevisionException(
                    "@Revision of " + file + " names no id. Give it one, such as id =" + " \"3f2a9c1b7d4e\".");
        }
        return ids.get(0);
    }

    private List<String> strings(String member) {
        return members.getOrDefault(member, List.of()).stream()
                .map(value -> string(member, value))
                .toList();
    }

    private String string(String member, Value value) {
        String text = value.text();
        boolean block = text.startsWith("\"\"\"");
        if (value.literal() && !block && text.length() > 1 && text.endsWith("\"")) {
            try {
                return text.substring(1, text.length() - 1).translateEscapes();
            } catch (IllegalArgumentException e) {
                throw unreadable(member + " holds an escape that means nothing: " + text);
            }
        }
        throw new RevisionException("@Revision's " + member + " in " + file
                + " is not a string literal. autogen reads headers without compiling them: write the text itself.");
    }

    private Instant created() {
        List<String> created = strings("created");
        if (created.isEmpty() || created.get(0).isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(created.get(0));
        } catch (DateTimeException e) {
            throw new RevisionException("@Revision's created in " + file + " is not a time such as"
                    + " 2026-11-21T10:15:30Z: " + created.get(0));
        }
    }

    private RevisionException unreadable(String problem) {
        return new RevisionException("The header of " + file + " cannot be read: " + problem
                + ". Correct the file, or move it out of the migrations' package.");
    }

    /** In whatever encoding: what the header says to autogen is ASCII, and the rest is the compiler's to judge. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
