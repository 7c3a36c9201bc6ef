package dev.autogen.commands.rename;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Progress;
import dev.autogen.commands.Question;
import dev.autogen.commands.Question.Choice;
import dev.autogen.commands.Questions;
import dev.autogen.commands.UnansweredException;
import dev.autogen.differ.PossibleRename;
import dev.autogen.differ.PossibleRename.Candidate;
import dev.autogen.differ.Rename;
import dev.autogen.differ.RenameAdvice;
import dev.autogen.differ.RenameGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks which of the possible renames are renames: what all have in common first, then tables, each with what follows,
 * then their columns. Whatever is not answered with yes stays an addition and a drop.
 */
public final class RenameDialogue {
    private static final String EACH = "e";
    private static final int SHOWN = 6;

    private final Questions questions;
    private final Function<List<Rename>, RenameAdvice> advice;
    private final SourceReasons reasons;
    private final Progress progress;

    private final Set<Rename> decided = new LinkedHashSet<>();
    private final List<String> answered = new ArrayList<>();
    private final Set<Rename> denied = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * @param questions whom to ask
     * @param advice what may be renames besides those that are told
     * @param reasons what the sources know of them
     * @param progress hears how to tell the same without being asked
     */
    public RenameDialogue(
            Questions questions,
            Function<List<Rename>, RenameAdvice> advice,
            SourceReasons reasons,
            Progress progress) {
        this.questions = questions;
        this.advice = advice;
        this.reasons = reasons;
        this.progress = progress;
    }

    /**
     * The told renames and those that were decided for.
     *
     * @throws UnansweredException if whoever is asked wants no more
     */
    public List<Rename> decide(List<Rename> told) {
        decided.addAll(told);
        RenameAdvice current = advice.apply(List.copyOf(decided));
        while (ask(current)) {
            current = advice.apply(List.copyOf(decided));
        }
        if (!answered.isEmpty()) {
            progress.say("To tell the same without being asked: " + String.join(" ", answered));
        }
        return List.copyOf(decided);
    }

    /** Asks the next question; false where there is none. */
    private boolean ask(RenameAdvice advised) {
        if (!open(advised.following()).isEmpty()) {
            following(advised);
            return true;
        }
        List<Rename> respelled = open(advised.respelled());
        if (respelled.size() > 1 && asked.add("")) {
            all(
                    respelled.size() + " names are only spelled otherwise, as after a change of the naming strategy: "
                            + shown(respelled) + ". Are these renamed?",
                    respelled,
                    "--rename-spelling");
            return true;
        }
        for (RenameGroup group : advised.groups()) {
            List<Rename> open = open(group.renames());
            if (open.size() > 1 && asked.add(group.pattern().toString())) {
                String what =
                        group.ofTable().map(table -> "columns of " + table).orElse("tables");
                all("Are these " + what + " renamed? " + shown(open) + reasons.of(group), open, told(group.pattern()));
                return true;
            }
        }
        for (PossibleRename possible : advised.possible()) {
            List<Candidate> open = possible.candidates().stream()
                    .filter(candidate -> !denied.contains(candidate.rename()))
                    .toList();
            if (!open.isEmpty() && asked.add(possible.kind() + " " + possible.object() + " " + possible.name())) {
                one(reasons.explain(new PossibleRename(possible.kind(), possible.object(), possible.name(), open)));
                return true;
            }
        }
        return false;
    }

    private List<Rename> open(List<Rename> renames) {
        return renames.stream()
                .filter(rename -> !denied.contains(rename) && !decided.contains(rename))
                .toList();
    }

    /** What follows may take along more. */
    private void following(RenameAdvice advised) {
        Set<Rename> all = new LinkedHashSet<>(decided);
        RenameAdvice last = advised;
        while (all.addAll(open(last.following()))) {
            last = advice.apply(List.copyOf(all));
        }
        List<Rename> renames = open(List.copyOf(all));
        List<String> alongside = last.alongside();
        String also = alongside.isEmpty() ? "" : " (by themselves: " + limited(alongside) + ")";
        String answer = answer(
                new Question("And with it: " + shown(renames) + also + "?", choices(renames.size() > 1), Question.YES));
        take(answer, renames, renames.stream().map(RenameDialogue::told).toList());
    }

    private void all(String question, List<Rename> renames, String told) {
        take(answer(new Question(question, choices(true), Question.NO)), renames, List.of(told));
    }

    private void take(String answer, List<Rename> renames, List<String> told) {
        if (answer.equals(Question.YES)) {
            decided.addAll(renames);
            answered.addAll(told);
        } else if (answer.equals(Question.NO)) {
            denied.addAll(renames);
        } else {
            for (Rename rename : renames) {
                String each = answer(
                        new Question("Is " + rename.from() + " called " + rename.to() + " now?", choices(false), "n"));
                take(each, List.of(rename), List.of(told(rename)));
            }
        }
    }

    private void one(PossibleRename possible) {
        List<Candidate> candidates = possible.candidates();
        String place = reasons.place(possible).map(where -> "; " + where).orElse("");
        if (candidates.size() == 1) {
            Candidate only = candidates.get(0);
            String why = only.reasons().isEmpty() ? "" : " (" + String.join(", ", only.reasons()) + place + ")";
            String question = "Is " + named(possible) + " the renamed " + old(possible, only) + "?" + why;
            take(
                    answer(new Question(question, choices(false), Question.NO)),
                    List.of(only.rename()),
                    List.of(told(only.rename())));
            return;
        }
        List<Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            choices.add(new Choice(
                    String.valueOf(choices.size() + 1),
                    "the renamed " + old(possible, candidate) + " (" + String.join(", ", candidate.reasons()) + ")"));
        }
        choices.add(new Choice(Question.NO, "none of them, it is new"));
        String answer = answer(
                new Question("What is " + named(possible) + "?" + place.replace("; ", " "), choices, Question.NO));
        if (answer.equals(Question.NO)) {
            candidates.forEach(candidate -> denied.add(candidate.rename()));
        } else {
            Rename chosen = candidates.get(Integer.parseInt(answer) - 1).rename();
            take(Question.YES, List.of(chosen), List.of(told(chosen)));
        }
    }

    private static String named(PossibleRename possible) {
        return switch (possible.kind()) {
            case TABLE -> "table " + possible.name();
            case SEQUENCE -> "sequence " + possible.name();
            case COLUMN, VALUE -> possible.object().owner() + "." + possible.name();
        };
    }

    private static String old(PossibleRename possible, Candidate candidate) {
        return switch (possible.kind()) {
            case TABLE, SEQUENCE -> candidate.name();
            case COLUMN, VALUE -> candidate.rename().from();
        };
    }

    private String answer(Question question) {
        Optional<String> answer = questions.ask(question);
        return answer.orElseThrow(UnansweredException::new);
    }

    private static List<Choice> choices(boolean several) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice(Question.YES, ""), new Choice(Question.NO, "")));
        if (several) {
            choices.add(new Choice(EACH, "ask for each"));
        }
        return choices;
    }

    private static String shown(List<Rename> renames) {
        return limited(renames.stream()
                .map(rename -> RenameDecisions.words(List.of(rename)))
                .toList());
    }

    private static String limited(List<String> words) {
        return words.stream().limit(SHOWN).collect(joining(", "))
                + (words.size() > SHOWN ? " and " + (words.size() - SHOWN) + " more" : "");
    }

    /** As a shell takes it. */
    private static String told(Rename rename) {
        String text = rename.toString();
        boolean plain = text.matches("[\\w.=-]+");
        return "--rename " + (plain ? text : "'" + text.replace("'", "'\\''") + "'");
    }
}
