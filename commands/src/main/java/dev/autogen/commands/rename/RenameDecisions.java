package dev.autogen.commands.rename;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Progress;
import dev.autogen.differ.Rename;
import dev.autogen.differ.RenameAdvice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is a rename and what is not, as far as someone told it: nothing is ever guessed. */
public final class RenameDecisions {
    private final Function<List<Rename>, RenameAdvice> advice;
    private final Progress progress;

    /**
     * @param advice what may be renames besides those that are told
     * @param progress hears what follows from what was told
     */
    public RenameDecisions(Function<List<Rename>, RenameAdvice> advice, Progress progress) {
        this.advice = advice;
        this.progress = progress;
    }

    /**
     * The told renames with what follows from them beyond doubt: columns and tables of the same foreign keys whose names
     * are made of that of a renamed table.
     *
     * @param respelled whether what is only spelled otherwise is renamed as well
     */
    public List<Rename> told(List<Rename> told, boolean respelled) {
        Set<Rename> all = new LinkedHashSet<>(told);
        if (respelled) {
            all.addAll(without(advice.apply(told).respelled(), told));
        }
        Set<Rename> following = new LinkedHashSet<>();
        while (!all.isEmpty() && following.addAll(certain(all))) {
            all.addAll(following);
        }
        if (!following.isEmpty()) {
            progress.say("With that are renamed: " + words(following) + ".");
        }
        return new ArrayList<>(all);
    }

    private List<Rename> certain(Set<Rename> all) {
        return without(advice.apply(List.copyOf(all)).certain(), List.copyOf(all));
    }

    /** Those that say nothing of what is told already. */
    private static List<Rename> without(List<Rename> some, List<Rename> told) {
        Set<String> old = told.stream().map(Rename::from).collect(Collectors.toSet());
        return some.stream().filter(rename -> !old.contains(rename.from())).toList();
    }

    /** {@code orders → purchases, lines.order_id → purchase_id}. */
    static String words(Iterable<Rename> renames) {
        List<String> words = new ArrayList<>();
        renames.forEach(rename -> words.add(rename.from() + " → " + rename.to()));
        return words.stream().collect(joining(", "));
    }
}
