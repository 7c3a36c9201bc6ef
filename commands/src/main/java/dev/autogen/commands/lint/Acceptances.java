package dev.autogen.commands.lint;

import static java.util.stream.Collectors.joining;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.NearestName;
import dev.autogen.commands.history.MigrationFile;
import dev.autogen.migration.Accept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads what a migration accepts. What an annotation says, the class tells, in which constants are resolved; where it
 * stands, the source, which is parsed only where there is one.
 */
final class Acceptances {
    private static final String NAME = Accept.class.getSimpleName();

    private final MigrationFile file;
    private final Class<?> type;
    /** Null until a line is asked for; empty where the source cannot be parsed. */
    private Optional<CompilationUnit> source;

    private Acceptances(MigrationFile file, Class<?> type) {
        this.file = file;
        this.type = type;
    }

    /** What stands on the class of a migration and on its methods, in the order of the source. */
    static List<Acceptance> of(MigrationFile file, Class<?> type) {
        return new Acceptances(file, type).all();
    }

    /**
     * Refuses reasons that say nothing and hazards that nobody knows.
     *
     * @param known the ids that may be accepted
     * @throws ConfigurationException with a line for each
     */
    static void require(List<Acceptance> acceptances, Collection<String> known) {
        String wrong = acceptances.stream()
                .flatMap(acceptance -> objection(acceptance, known).stream())
                .map(objection -> "\n  " + objection)
                .collect(joining());
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("What the migrations accept makes no sense:" + wrong
                    + "\nNothing was judged. `@Accept(value = \"data-loss\", because = \"...\")` names a hazard by the id"
                    + " that `autogen lint` shows, and says why it is no harm.");
        }
    }

    private static Optional<String> objection(Acceptance acceptance, Collection<String> known) {
        String place = acceptance.place() + ": ";
        if (!known.contains(acceptance.hazard())) {
            return Optional.of(place + "there is no hazard '" + acceptance.hazard() + "'; the nearest name is "
                    + NearestName.to(acceptance.hazard(), new TreeSet<>(known)));
        }
        return acceptance.because().isBlank()
                ? Optional.of(place + "it does not say why " + acceptance.hazard() + " is accepted: because is blank")
                : Optional.empty();
    }

    private List<Acceptance> all() {
        List<Acceptance> found = new ArrayList<>(on(type, null));
        for (Method method : type.getDeclaredMethods()) {
            found.addAll(on(method, method.getName()));
        }
        found.sort(Comparator.comparing(acceptance -> acceptance.place().line().orElse(0)));
        return found;
    }

    private List<Acceptance> on(AnnotatedElement element, String method) {
        Accept[] accepts = element.getAnnotationsByType(Accept.class);
        if (accepts.length == 0) {
            return List.of();
        }
        List<Integer> lines = lines(method);
        List<Acceptance> found = new ArrayList<>();
        for (int i = 0; i < accepts.length; i++) {
            found.add(new Acceptance(
                    accepts[i].value(),
                    accepts[i].on(),
                    accepts[i].because(),
                    type,
                    method,
                    new SourceLine(file.path(), i < lines.size() ? lines.get(i) : null)));
        }
        return found;
    }

    /** The lines of the annotations on the class, or on its methods of that name. */
    private List<Integer> lines(String method) {
        return source().stream()
                .flatMap(unit -> unit.findAll(TypeDeclaration.class).stream())
                .filter(declared -> declared.getNameAsString().equals(type.getSimpleName()))
                .flatMap(declared -> annotated((TypeDeclaration<?>) declared, method))
                .flatMap(node -> node.getAnnotations().stream())
                .filter(annotation -> annotation.getName().getIdentifier().equals(NAME))
                .flatMap(annotation -> line(annotation).stream())
                .toList();
    }

    private static Stream<NodeWithAnnotations<?>> annotated(TypeDeclaration<?> declared, String method) {
        if (method == null) {
            return Stream.of(declared);
        }
        return declared.getMethodsByName(method).stream().map((MethodDeclaration each) -> each);
    }

    private static Optional<Integer> line(AnnotationExpr annotation) {
        return annotation.getBegin().map(position -> position.line);
    }

    private Optional<CompilationUnit> source() {
        if (source == null) {
            ParserConfiguration configuration = new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE);
            try {
                source = new JavaParser(configuration).parse(file.path()).getResult();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return source;
    }
}
