package dev.autogen.commands;

import dev.autogen.commands.database.Database;
import dev.autogen.commands.lint.MigrationLint;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.RunListener;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.TableSize;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database says of the migrations that are linted. It is only read.
 *
 * @param current the revisions at which it is
 * @param applied all that it has applied
 * @param own whether it is autogen's own, whose few rows say nothing of any other
 * @param context what is there
 */
record LintDatabase(Set<String> current, Set<String> applied, boolean own, HazardContext context) {
    private static final TableSize EMPTY = new TableSize(0, 0);

    static LintDatabase read(Database database, Connection connection, Project project, RevisionGraph graph)
            throws SQLException {
        Set<String> current = graph.recognised(
                project.migrator(database, List.of(), RunListener.NONE).status().current());
        Scope scope = Comparing.scope(database);
        LiveCatalog live = new CatalogIntrospector().introspect(connection, scope);
        return new LintDatabase(
                current, graph.applied(current), database.isOwn(), DatabaseFacts.of(database, connection, live, scope));
    }

    boolean hasApplied(RevisionInfo revision) {
        return applied.contains(revision.id());
    }

    /** For migrations that were applied: what there was before them is not known any more, but how large things are. */
    Hazards beforeApplied() {
        return Hazards.in(HazardContext.UNKNOWN
                .withSizes(context.sizes())
                .withAttached(context.attached())
                .withServerVersion(context.serverVersion()));
    }

    /**
     * For migrations that are still to be applied. The tables that they make will be empty while they run, if they run one
     * after the other and nothing of unknown effect is between them. A database on which nothing was ever run, such as a
     * build server's, stands for others that are further: there they were filled long ago.
     *
     * @param pending the migrations, in order
     */
    Hazards beforePending(List<MigrationLint> pending) {
        boolean empty = !own && !current.isEmpty() && pending.stream().allMatch(MigrationLint::leavesNewTablesEmpty);
        if (!empty) {
            return Hazards.in(context);
        }
        Map<QualifiedName, TableSize> sizes = new HashMap<>(context.sizes());
        // One that is there already goes first, with its rows.
        pending.forEach(migration -> migration.newTables().forEach(table -> sizes.putIfAbsent(table, EMPTY)));
        return Hazards.in(context.withSizes(sizes));
    }
}
