package dev.autogen.commands;

import dev.autogen.commands.WalkedMigration.Outcome;
import java.util.List;

/**
 * What came of a walk over a history, up, down and up again.
 *
 * @param migrations what became of each, in order
 * @param strays what is different at an end of the way from what the migrations are known to have changed
 * @param majorVersion the server's release
 */
public record WalkedHistory(List<WalkedMigration> migrations, List<String> strays, int majorVersion) {

    public WalkedHistory {
        migrations = List.copyOf(migrations);
        strays = List.copyOf(strays);
    }

    /** Those that fared so. */
    public List<WalkedMigration> that(Outcome outcome) {
        return migrations.stream()
                .filter(migration -> migration.outcome() == outcome)
                .toList();
    }
}
