package dev.autogen.commands;

import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A revision as a history shows it.
 *
 * @param info what its header says
 * @param file the file that holds it
 * @param branches the labels that apply to it, in alphabetical order
 * @param marks what is special about its place
 * @param impliedBy revisions that depend on it and are applied, where no row of the version table names it
 */
public record RevisionEntry(
        RevisionInfo info, Path file, List<String> branches, Set<Mark> marks, List<String> impliedBy) {

    /** What can be special about a revision's place. */
    public enum Mark {
        /** Nothing has it as a parent. */
        HEAD,
        /** It has several parents. */
        MERGE,
        /** Several have it as a parent. */
        BRANCH_POINT,
        /** It describes what was there before autogen. */
        BASELINE,
        /** The database has applied it, and none of its children; only where the database was asked. */
        CURRENT
    }

    public RevisionEntry {
        branches = List.copyOf(branches);
        impliedBy = List.copyOf(impliedBy);
    }

    /** Whether that is special about it. */
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }
}
