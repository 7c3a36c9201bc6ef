package dev.autogen.migration.run;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.function.Consumer;

/** Migrations that tests make up. */
final class Migrations {
    private Migrations() {}

    /** One that nothing undoes. */
    static LoadedMigration migration(RevisionInfo info, Consumer<Operations> up) {
        return migration(info, up, op -> {});
    }

    static LoadedMigration migration(RevisionInfo info, Consumer<Operations> up, Consumer<Operations> down) {
        return new LoadedMigration(info, new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        });
    }
}
