package dev.autogen.cli;

import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.RevisionEntry;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws branches to the left of revisions, newest first, as version control does: a lane for each branch that is open,
 * a star at the revision. A history in one line has no lanes.
 */
final class HistoryGraph {
    private final List<RevisionEntry> entries;
    private final Set<String> shown;
    private final boolean oneLine;

    /** What each open lane leads to, from left to right. */
    private final List<String> lanes = new ArrayList<>();

    /**
     * @param entries revisions, each before what it stands on
     */
    HistoryGraph(List<RevisionEntry> entries) {
        this.entries = entries;
        this.shown = entries.stream().map(entry -> entry.info().id()).collect(toSet());
        this.oneLine = isOneLine();
    }

    private boolean isOneLine() {
        Set<String> parents = new HashSet<>();
        long ends =
                entries.stream().filter(entry -> below(entry.info()).isEmpty()).count();
        return ends <= 1
                && entries.stream()
                        .map(entry -> below(entry.info()))
                        .allMatch(below -> below.size() <= 1 && below.stream().allMatch(parents::add));
    }

    private List<String> below(RevisionInfo revision) {
        return revision.parents().stream().filter(shown::contains).toList();
    }

    /** The lines of one revision with what stands to the left of them; to be called in order. */
    List<String> draw(RevisionInfo revision, List<String> lines) {
        if (oneLine) {
            return lines;
        }
        List<String> drawn = new ArrayList<>();
        int lane = lanes.indexOf(revision.id());
        if (lane < 0) {
            lane = lanes.size();
            lanes.add(revision.id());
        }
        for (int other = lanes.lastIndexOf(revision.id()); other > lane; other = lanes.lastIndexOf(revision.id())) {
            drawn.add(joining(lane, other));
            lanes.remove(other);
        }
        drawn.add(node(lane) + " " + lines.get(0));
        List<String> below = below(revision);
        String margin = bars(below.isEmpty() ? lane : -1);
        lines.subList(1, lines.size()).forEach(line -> drawn.add(margin + " " + line));
        if (below.isEmpty()) {
            if (lane < lanes.size() - 1) {
                drawn.add(closing(lane));
            }
            lanes.remove(lane);
        } else {
            lanes.set(lane, below.get(0));
            for (int i = 1; i < below.size(); i++) {
                drawn.add(opening(lane));
                lanes.add(lane + 1, below.get(below.size() - i));
            }
        }
        return drawn;
    }

    private String node(int lane) {
        StringBuilder row = new StringBuilder(bars(-1));
        row.setCharAt(2 * lane, '*');
        return row.toString();
    }

    /** All lanes but one. */
    private String bars(int without) {
        StringBuilder row = blank(2 * lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            row.setCharAt(2 * i, i == without ? ' ' : '|');
        }
        return row.toString().stripTrailing();
    }

    /** Two lanes that lead to the same revision become one. */
    private String joining(int lane, int other) {
        StringBuilder row = closingRow(other);
        row.setCharAt(2 * other - 1, '/');
        for (int i = 2 * lane + 1; i < 2 * other - 1; i += 2) {
            row.setCharAt(i, '_');
        }
        return row.toString().stripTrailing();
    }

    /** A lane ends, and those to the right of it move up. */
    private String closing(int lane) {
        return closingRow(lane).toString().stripTrailing();
    }

    private StringBuilder closingRow(int lane) {
        StringBuilder row = blank(2 * lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            if (i < lane) {
                row.setCharAt(2 * i, '|');
            } else if (i > lane) {
                row.setCharAt(2 * i - 1, '/');
            }
        }
        return row;
    }

    /** A lane begins beside another, and those to the right of it move on. */
    private String opening(int lane) {
        StringBuilder row = blank(2 * lanes.size() + 1);
        for (int i = 0; i < lanes.size(); i++) {
            if (i <= lane) {
                row.setCharAt(2 * i, '|');
            }
            if (i >= lane) {
                row.setCharAt(2 * i + 1, '\\');
            }
        }
        return row.toString().stripTrailing();
    }

    private static StringBuilder blank(int width) {
        return new StringBuilder(" ".repeat(width));
    }
}
