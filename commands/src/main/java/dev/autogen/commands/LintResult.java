package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.lint.Finding;
import dev.autogen.commands.lint.Level;
import dev.autogen.commands.lint.LintedMigration;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code lint} found.
 *
 * @param migrations the migrations that were looked at, in the order of the history
 * @param selection which these are, and why, in a phrase: {@code 2 migrations that the database has not applied}
 * @param warnings what else there is to know of the run
 * @param project the project directory, for paths in reports
 */
public record LintResult(List<LintedMigration> migrations, String selection, List<String> warnings, Path project) {
    public LintResult {
        migrations = List.copyOf(migrations);
        requireNonNull(selection, "selection is null");
        warnings = List.copyOf(warnings);
        requireNonNull(project, "project is null");
    }

    /** All findings, accepted ones too. */
    public Stream<Finding> findings() {
        return migrations.stream().flatMap(migration -> migration.findings().stream());
    }

    /** Whether there is a finding of that level or worse that nobody accepts. */
    public boolean fails(Level from) {
        return findings().anyMatch(finding -> finding.fails(from));
    }
}
