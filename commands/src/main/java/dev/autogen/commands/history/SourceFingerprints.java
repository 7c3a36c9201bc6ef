package dev.autogen.commands.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.commands.config.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the classes of each source depend on: its own text, and the texts of the other sources that it mentions, and that
 * those mention. A source is mentioned where the name of its file stands as a word, even within a comment: too much is
 * compiled again at worst, never too little. A type that does not have its file's name is not found so; who compiles a
 * part of the sources has to fall back on all of them.
 */
final class SourceFingerprints {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final Map<Path, Set<Path>> mentioned = new HashMap<>();
    private final String environment;

    private SourceFingerprints(String environment) {
        this.environment = environment;
    }

    /**
     * Reads the sources.
     *
     * @param environment what else the classes depend on
     */
    static SourceFingerprints of(List<Path> sources, String environment) {
        SourceFingerprints fingerprints = new SourceFingerprints(environment);
        Map<String, Set<Path>> byName = new HashMap<>();
        for (Path source : sources) {
            fingerprints.texts.put(source, text(source));
            byName.computeIfAbsent(typeName(source), name -> new LinkedHashSet<>())
                    .add(source);
        }
        fingerprints.texts.forEach((source, text) -> {
            Set<Path> others = new LinkedHashSet<>();
            for (Matcher words = WORD.matcher(text); words.find(); ) {
                others.addAll(byName.getOrDefault(words.group(), Set.of()));
            }
            others.remove(source);
            fingerprints.mentioned.put(source, others);
        });
        return fingerprints;
    }

    /** The sources, and all that they mention. */
    Set<Path> closure(Collection<Path> sources) {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>(sources);
        while (!open.isEmpty()) {
            Path source = open.pop();
            if (reached.add(source)) {
                open.addAll(mentioned.get(source));
            }
        }
        return reached;
    }

    /** Changes whenever the source's classes might. */
    String of(Path source) {
        Fingerprint fingerprint =
                new Fingerprint().add(environment).add(source.getFileName().toString());
        for (Path part : closure(Set.of(source))) {
            fingerprint.add(texts.get(part));
        }
        return fingerprint.hex();
    }

    private static String typeName(Path source) {
        String file = source.getFileName().toString();
        return file.substring(0, file.length() - ".java".length());
    }

    private static String text(Path source) {
        try {
            return new String(Files.readAllBytes(source), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
