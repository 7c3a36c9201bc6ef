package dev.autogen.commands.proof;

import dev.autogen.commands.proof.rows.OpenBackfills;
import dev.autogen.commands.proof.rows.RowFindings;
import dev.autogen.commands.proof.rows.RowFindings.Way;
import dev.autogen.migration.RecordedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is found out about one migration while rows go over it. */
final class StepFindings {
    private Way upgrade = Way.untried("upgrade");
    private Way downgrade = Way.untried("downgrade");
    private final Map<String, String> without = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    void add(boolean up, Way way) {
        if (up) {
            upgrade = way;
        } else {
            downgrade = way;
        }
    }

    void without(Map<String, String> tables) {
        tables.forEach(without::putIfAbsent);
    }

    /** Adds a line of its own, once. */
    void note(String line) {
        if (!notes.contains(line)) {
            notes.add(line);
        }
    }

    /** All of it, a line each. */
    List<String> lines(RecordedMigration migration) {
        List<String> lines =
                new ArrayList<>(new RowFindings(upgrade, downgrade, without, OpenBackfills.of(migration)).remarks());
        lines.addAll(notes);
        return lines;
    }
}
