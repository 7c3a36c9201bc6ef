package dev.autogen.commands.history;

import static java.util.Comparator.comparing;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.JavadocComment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import dev.autogen.migration.Revision;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what stands above a migration's class: {@code @Revision} and the first paragraph of the Javadoc. The body may be
 * anything, also something that does not compile.
 */
final class MigrationHeader {
    private static final String ANNOTATION = Revision.class.getSimpleName();
    private static final Pattern MENTIONED = Pattern.compile("@\\s*(?:"
            + Revision.class.getPackageName().replace(".", "\\s*\\.\\s*") + "\\s*\\.\\s*)?" + ANNOTATION + "\\b");
    private static final String FORBIDDEN = "@-+: \t\n";

    private final Path file;
    private final Map<String, Expression> members = new HashMap<>();

    private MigrationHeader(Path file) {
        this.file = file;
    }

    /** The migration in the file; empty when the file holds something else. */
    static Optional<MigrationFile> read(Path file) {
        String source = text(file);
        if (!MENTIONED.matcher(source).find()) {
            return Optional.empty();
        }
        ParserConfiguration configuration = new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE);
        // Nothing is asked of the body, so nothing is checked or tied to its comments; that takes longer than parsing.
        configuration.getProcessors().clear();
        ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(source);
        Optional<TypeDeclaration<?>> type = parsed.getResult().stream()
                .flatMap(unit -> unit.getTypes().stream())
                .filter(candidate -> candidate.getAnnotationByName(ANNOTATION).isPresent())
                .findFirst();
        if (type.isEmpty()) {
            throw new RevisionException("The header of " + file + " cannot be read: "
                    + parsed.getProblems().stream()
                            .findFirst()
                            .map(problem -> problem.getVerboseMessage())
                            .orElse("no class carries @Revision")
                    + ". Correct the file, or move it out of the migrations' package.");
        }
        return Optional.of(new MigrationHeader(file).migration(type.get(), parsed));
    }

    private MigrationFile migration(TypeDeclaration<?> type, ParseResult<CompilationUnit> parsed) {
        AnnotationExpr annotation = type.getAnnotationByName(ANNOTATION).orElseThrow();
        if (annotation instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) {
                members.put(pair.getNameAsString(), pair.getValue());
            }
        }
        String className = type.getFullyQualifiedName().orElseThrow();
        RevisionInfo info = new RevisionInfo(
                id(),
                strings("revises"),
                strings("dependsOn"),
                strings("labels"),
                strings("replaces"),
                message(type, parsed),
                created(),
                members.get("baseline") instanceof BooleanLiteralExpr literal && literal.getValue(),
                file.getFileName().toString());
        return new MigrationFile(file, className, info);
    }

    private String id() {
        List<String> ids = strings("id");
        if (ids.size() != 1 || ids.get(0).isEmpty()) {
            throw new RevisionException(
                    "@Revision of " + file + " names no id. Give it one, such as id =" + " \"3f2a9c1b7d4e\".");
        }
        String id = ids.get(0);
        if (id.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            throw new RevisionException("The revision id '" + id + "' in " + file
                    + " holds white space or one of @ - + : which references to revisions use. Choose another.");
        }
        return id;
    }

    private List<String> strings(String member) {
        Expression value = members.get(member);
        if (value == null) {
            return List.of();
        }
        List<Expression> values =
                value instanceof ArrayInitializerExpr array ? List.copyOf(array.getValues()) : List.of(value);
        return values.stream().map(each -> string(member, each)).toList();
    }

    private String string(String member, Expression value) {
        if (value instanceof LiteralStringValueExpr literal) {
            return literal.getValue();
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

    private static String message(TypeDeclaration<?> type, ParseResult<CompilationUnit> parsed) {
        return javadoc(type, parsed)
                .map(javadoc ->
                        JavadocMessage.of(javadoc.parse().getDescription().toText()))
                .filter(message -> !message.isEmpty())
                .orElse(type.getNameAsString());
    }

    /** The last Javadoc between what comes before the type and the type. */
    private static Optional<JavadocComment> javadoc(TypeDeclaration<?> type, ParseResult<CompilationUnit> parsed) {
        List<Node> earlier = parsed.getResult().orElseThrow().getChildNodes().stream()
                .filter(node -> isBefore(node, type))
                .toList();
        return parsed.getCommentsCollection().stream()
                .flatMap(comments -> comments.getJavadocComments().stream())
                .filter(comment -> isBefore(comment, type))
                .filter(comment -> earlier.stream().allMatch(node -> isBefore(node, comment)))
                .max(comparing(comment -> comment.getRange().orElseThrow().begin));
    }

    private static boolean isBefore(Node one, Node other) {
        return one.getRange().orElseThrow().isBefore(other.getRange().orElseThrow().begin);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
