package dev.autogen.commands.proof.rows;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.autogen.migration.run.MigrationFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.postgresql.util.PSQLException;

/**
 * What rows that were made up went through.
 *
 * @param upgrade what the upgrade did to them
 * @param downgrade what the downgrade did to rows of the new schema
 * @param without tables that got none, and why
 * @param open columns whose backfill is to be written, and was made up as well
 */
public record RowFindings(Way upgrade, Way downgrade, Map<String, String> without, List<String> open) {
    private static final int SHOWN = 5;

    /**
     * What became of rows in one direction.
     *
     * @param name {@code upgrade} or {@code downgrade}
     * @param tried whether there were rows
     * @param losses what they lost
     * @param failure why it fails where there are rows; empty where it does not
     */
    public record Way(String name, boolean tried, List<Loss> losses, Optional<String> failure) {
        public Way {
            requireNonNull(name, "name is null");
            losses = List.copyOf(losses);
            requireNonNull(failure, "failure is null");
        }

        /** There were no rows. */
        public static Way untried(String name) {
            return new Way(name, false, List.of(), Optional.empty());
        }

        static Way survived(String name, List<Loss> losses) {
            return new Way(name, true, losses, Optional.empty());
        }

        /** It does not run where there are rows. */
        public static Way failed(String name, MigrationFailedException failure) {
            return new Way(name, true, List.of(), Optional.of(reason(failure)));
        }

        /** The server's own words, or those of Java code. */
        private static String reason(MigrationFailedException failure) {
            return failure.getCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                    ? sql.getServerErrorMessage().getMessage()
                    : String.valueOf(failure.getCause().getMessage())
                            .lines()
                            .findFirst()
                            .orElse("");
        }

        private void tell(List<String> lines) {
            failure.ifPresent(reason -> lines.add("with rows, " + name + " fails: " + reason));
            list(lines, name + " loses: ", loss -> !loss.changed());
            list(lines, name + " changes: ", Loss::changed);
        }

        private void list(List<String> lines, String title, Predicate<Loss> which) {
            List<String> found =
                    losses.stream().filter(which).map(Loss::toString).toList();
            if (!found.isEmpty()) {
                lines.add(title + shortened(found));
            }
        }

        /** A sentence for the class, without numbers. */
        private String verdict() {
            String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            List<String> words = new ArrayList<>();
            failure.ifPresent(reason -> words.add("With rows, " + name + " fails: " + reason + "."));
            sentence(words, capital + " loses ", loss -> !loss.changed());
            sentence(words, capital + " changes values of ", Loss::changed);
            return String.join(" ", words);
        }

        private void sentence(List<String> words, String begin, Predicate<Loss> which) {
            List<String> found = losses.stream().filter(which).map(Loss::what).toList();
            if (!found.isEmpty()) {
                words.add(begin + shortened(found) + ".");
            }
        }
    }

    public RowFindings {
        without = Collections.unmodifiableMap(new TreeMap<>(without));
        open = List.copyOf(open);
    }

    /** Lines for the output; none where there is nothing to tell. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(remarks());
        if (lines.isEmpty() && (upgrade.tried() || downgrade.tried())) {
            lines.add("rows survive both ways");
        }
        return lines;
    }

    /** Lines for the output; none where rows survive. */
    public List<String> remarks() {
        List<String> lines = new ArrayList<>();
        open.forEach(column -> lines.add("unproved: backfill of " + column + " to be written"));
        upgrade.tell(lines);
        downgrade.tell(lines);
        without.forEach((table, why) -> lines.add("no rows tried in " + table + ": " + why));
        return lines;
    }

    /** Sentences for the class; empty where there is nothing to tell. */
    public String verdict() {
        List<String> sentences = new ArrayList<>();
        open.forEach(column -> sentences.add("Unproved: backfill of " + column + " to be written."));
        sentences.add(upgrade.verdict());
        sentences.add(downgrade.verdict());
        return sentences.stream().filter(words -> !words.isEmpty()).collect(joining(" "));
    }

    private static String shortened(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
