package dev.autogen.model;

import static java.util.stream.Collectors.joining;

import dev.autogen.model.CatalogBuilder.Problem;
import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paragraphs a user reads when entities cannot be read. */
final class Failures {

    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\S+) does not exist");
    private static final String CLASS_PATH_CURE =
            "Add it to the class path with --classpath, or compile the project so that its class path is complete.";

    private Failures() {}

    static ModelException noEntities(EntitySources sources, Collection<ManagedType> found) {
        List<String> places = new ArrayList<>();
        sources.sourceRoots().forEach(root -> places.add("source root " + root));
        sources.classDirectories().forEach(directory -> places.add("class directory " + directory));
        sources.jars().forEach(jar -> places.add("jar " + jar));
        StringBuilder message = new StringBuilder("No entities were found. Looked for classes with @Entity of "
                + "jakarta.persistence in "
                + (places.isEmpty() ? "no place at all" : String.join(", ", places)) + ". ");
        Optional<ManagedType> legacy =
                found.stream().filter(ManagedType::legacy).findFirst();
        if (legacy.isPresent()) {
            message.append(legacy.orElseThrow().className())
                    .append(" has the annotations of javax.persistence: Hibernate 6.6 to 7.x, which autogen works "
                            + "with, knows those of jakarta.persistence alone. Move the entities to Jakarta "
                            + "Persistence 3 first.");
        } else if (!found.isEmpty()) {
            message.append("The filters leave nothing of the ")
                    .append(found.size())
                    .append(" classes there: look at --packages, --include-class and --exclude-class.");
        } else {
            message.append("Say where they are with --entities: source roots, class directories or jars.");
        }
        return new ModelException(message.toString(), null, null);
    }

    static ModelException doesNotCompile(Compilation compilation) {
        List<Diagnostic> errors = compilation.errors();
        Diagnostic first = errors.get(0);
        SourcePosition position = first.file()
                .map(file -> new SourcePosition(file, (int) first.line()))
                .orElse(null);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        Optional<String> missing =
                errors.stream().flatMap(error -> missingClass(error).stream()).findFirst();
        String cure = missing.map(name -> "The class path lacks " + name + ". " + CLASS_PATH_CURE)
                .orElse("Correct the source and run autogen again.");
        return new ModelException(
                "The entities do not compile: " + oneLine(first.toString()) + more + ". " + cure, position, null);
    }

    /** The compiler names the package only; the import in its line has the class. */
    private static Optional<String> missingClass(Diagnostic error) {
        Matcher matcher = NO_PACKAGE.matcher(error.message());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        return Optional.of(error.file()
                .flatMap(file -> SourceFiles.line(file, error.line()))
                .map(String::strip)
                .filter(line -> line.startsWith("import ") && line.endsWith(";") && line.contains(name))
                .map(line ->
                        line.substring("import ".length(), line.length() - 1).strip())
                .orElse("package " + name));
    }

    static ModelException notRead(BridgeException thrown, SourceIndex index, List<ManagedType> types) {
        return switch (thrown.reason()) {
            case CLASS_MISSING -> {
                String needing = thrown.subject().isEmpty() ? "" : ", which " + thrown.subject() + " needs,";
                yield new ModelException(
                        "The class " + thrown.getMessage() + needing + " is not on the class path. " + CLASS_PATH_CURE,
                        index.position(thrown.subject(), "").orElse(null),
                        thrown);
            }
            case MAPPING_REJECTED -> {
                Optional<String> culprit = culprit(thrown.getMessage(), types);
                Optional<SourcePosition> position = culprit.flatMap(name -> index.position(name, ""));
                yield new ModelException(
                        "Hibernate rejects the mapping"
                                + culprit.map(name -> " of " + name).orElse("")
                                + position.map(place -> " (" + place + ")").orElse("") + ": "
                                + oneLine(thrown.getMessage())
                                + ". Correct the entity; the application would not start with it either.",
                        position.orElse(null),
                        thrown);
            }
            case BAD_CONFIGURATION ->
                new ModelException(
                        "Hibernate cannot be set up: " + oneLine(thrown.getMessage())
                                + ". Look at --naming, --service and --hibernate, and at the class path.",
                        null,
                        thrown);
        };
    }

    static ModelException contradictory(List<Problem> problems, SourceIndex index) {
        List<String> words = new ArrayList<>();
        Optional<SourcePosition> first = Optional.empty();
        for (Problem problem : problems) {
            List<SourcePosition> places = problem.origins().stream()
                    .flatMap(origin -> index.position(origin).stream())
                    .distinct()
                    .toList();
            first = first.or(() -> places.stream().findFirst());
            words.add(oneLine(problem.message())
                    + (places.isEmpty()
                            ? ""
                            : places.stream().map(SourcePosition::toString).collect(joining(", ", " (", ")"))));
        }
        return new ModelException(
                "The entities contradict themselves: " + String.join("; ", words)
                        + ". Correct them; nothing was compared or written.",
                first.orElse(null),
                null);
    }

    static ModelException unreadable(Path path, IOException cause) {
        return new ModelException(
                path + " cannot be read: " + cause.getMessage() + ". Check that you may read it.", null, cause);
    }

    static ModelException unsupported(String version) {
        return new ModelException(
                "The project's Hibernate is " + version + "; autogen works with 6.6 and with 7.x. Move the project to "
                        + "Hibernate 6.6 or later.",
                null,
                null);
    }

    /**
     * The mapped class that Hibernate's message names, the longest name first so that a nested class wins; else the only
     * one whose simple name it has as a word.
     */
    private static Optional<String> culprit(String message, List<ManagedType> types) {
        List<String> names = types.stream().map(ManagedType::className).toList();
        Optional<String> named = names.stream().filter(message::contains).max(Comparator.comparingInt(String::length));
        if (named.isPresent()) {
            return named;
        }
        List<String> bySimpleName = names.stream()
                .filter(name -> hasWord(message, simpleName(name)))
                .toList();
        return bySimpleName.size() == 1 ? Optional.of(bySimpleName.get(0)) : Optional.empty();
    }

    private static boolean hasWord(String message, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(message)
                .find();
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static String oneLine(String text) {
        String joined = text.strip().replaceAll("\\s+", " ");
        return joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
