package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import java.util.List;

/**
 * SQL that psql runs with the result that the runner would have.
 *
 * @param text the script, which ends with a line break
 * @param revisions the migrations in it, in order; none for a stamp
 * @param notices what it cannot show, a sentence each; the script says the same where it stands
 */
public record MigrationScript(String text, List<RevisionInfo> revisions, List<String> notices) {

    public MigrationScript {
        requireNonNull(text, "text is null");
        revisions = List.copyOf(revisions);
        notices = List.copyOf(notices);
    }
}
