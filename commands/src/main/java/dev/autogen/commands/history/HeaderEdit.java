package dev.autogen.commands.history;

import static java.util.stream.Collectors.joining;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.autogen.migration.Revision;
import dev.autogen.migration.revision.RevisionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Changes words in the header of a migration's source: single tokens of it, so that formatting, comments and everything
 * else stay as they are, character by character.
 */
public final class HeaderEdit {
    private static final ParserConfiguration CONFIGURATION =
            new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE);

    private final MigrationFile file;
    private final List<JavaToken> tokens = new ArrayList<>();
    private final AnnotationExpr annotation;
    /** What stands in the place of a token; a token that is not in it stays. */
    private final IdentityHashMap<JavaToken, String> edits = new IdentityHashMap<>();

    /**
     * Begins an edit.
     *
     * @param source the text of the file
     * @throws RevisionException if the text cannot be taken apart into what it is made of
     */
    public HeaderEdit(MigrationFile file, String source) {
        this.file = file;
        CompilationUnit unit =
                new JavaParser(CONFIGURATION).parse(source).getResult().orElseThrow(this::notUnderstood);
        for (Optional<JavaToken> token = first(unit.getTokenRange().orElseThrow(this::notUnderstood));
                token.isPresent();
                token = token.get().getNextToken()) {
            tokens.add(token.get());
        }
        this.annotation = unit.getTypes().stream()
                .flatMap(type -> type.getAnnotationByName(Revision.class.getSimpleName()).stream())
                .findFirst()
                .orElseThrow(this::notUnderstood);
        if (!text().equals(source)) {
            throw notUnderstood();
        }
    }

    private static Optional<JavaToken> first(TokenRange range) {
        JavaToken token = range.getBegin();
        while (token.getPreviousToken().isPresent()) {
            token = token.getPreviousToken().get();
        }
        return Optional.of(token);
    }

    /** Lets the migration stand on another revision; one without a parent gets it as its first. */
    public void parent(String before, String after) {
        if (before == null) {
            insertBehind("id", ", revises = " + literal(after));
        } else {
            replaceLiteral("revises", before, after);
        }
    }

    /** Says that it was written at another time; it has to say when already. */
    public void created(Instant before, Instant after) {
        replaceLiteral("created", before.toString(), after.toString());
    }

    /** Gives the class another name, wherever the code of its file mentions it. */
    public void className(String before, String after) {
        tokens.stream()
                .filter(token -> token.getCategory().isIdentifier())
                .filter(token -> token.getText().equals(before))
                .forEach(token -> edits.put(token, after));
    }

    /** The source with the changes. */
    public String text() {
        return tokens.stream()
                .map(token -> edits.getOrDefault(token, token.getText()))
                .collect(joining());
    }

    private void replaceLiteral(String member, String before, String after) {
        StringLiteralExpr literal = pair(member).findAll(StringLiteralExpr.class).stream()
                .filter(candidate -> candidate.getValue().equals(before))
                .findFirst()
                .or(() -> pair(member).findFirst(StringLiteralExpr.class))
                .orElseThrow(this::notUnderstood);
        edits.put(range(literal).getBegin(), literal(after));
    }

    private void insertBehind(String member, String text) {
        JavaToken last = range(pair(member)).getEnd();
        edits.put(last, last.getText() + text);
    }

    private MemberValuePair pair(String member) {
        return annotation.findAll(MemberValuePair.class).stream()
                .filter(pair -> pair.getNameAsString().equals(member))
                .findFirst()
                .orElseThrow(this::notUnderstood);
    }

    private TokenRange range(Node node) {
        return node.getTokenRange().orElseThrow(this::notUnderstood);
    }

    private static String literal(String id) {
        return '"' + id.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private RevisionException notUnderstood() {
        return new RevisionException("The header of " + file.path() + " is written in a way that autogen cannot change."
                + " Change it by hand: @Revision's revises and created, and the name of the class.");
    }
}
