package dev.autogen.commands.proof.rows;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autogen.migration.Step;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rows around the steps of a history. Before a step those are made up that its tables need, behind it is seen what became
 * of them, and then they are taken away; only rows that they refer to stay for the next step. So what is made for a step
 * depends on the tables that it touches, and what migrations insert themselves is left alone.
 */
public final class StepRows {
    private static final Numbering NUMBERING = new Numbering(1, true);

    private final Connection connection;
    private final String defaultSchema;
    private final PostgresDdl ddl;
    private final MadeRows made = new MadeRows();
    private final Map<String, String> without = new TreeMap<>();

    /** Null before the first step. */
    private Passage passage;

    /** Null where the step says itself what it renames. */
    private ObservedNames names;

    private Snapshot before = new Snapshot(Map.of());

    /**
     * A step of a history, in one direction.
     *
     * @param before what is there before it: the tables that may change, what they refer to, and the types
     * @param after the same behind it
     * @param steps what it does
     * @param tables the tables whose rows it may change, by their names before
     */
    public record Passage(Catalog before, Catalog after, List<Step> steps, Set<QualifiedName> tables) {
        public Passage {
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
            steps = List.copyOf(steps);
            tables = Set.copyOf(tables);
        }
    }

    /**
     * @param connection to a database that nobody else changes meanwhile but the migrations, outside of transactions; its
     *     search path is changed
     */
    public StepRows(Connection connection, String defaultSchema) throws SQLException {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
        this.ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + Identifiers.quote(defaultSchema) + ", public");
        }
    }

    /** Makes rows in the tables of a step, and looks at them. */
    public void prepare(Passage next) throws SQLException {
        passage = next;
        without.clear();
        // Java code may move any row, and nobody would find it again.
        takeAway(runsJavaCode(next.steps()) ? made.tables() : next.tables());
        RowMaker maker = new RowMaker(
                connection, next.before(), defaultSchema, new Demands(next.after(), next.steps()), NUMBERING, made);
        for (QualifiedName table : new TreeSet<>(next.tables())) {
            maker.fill(table);
        }
        maker.without().forEach((table, why) -> {
            if (next.tables().contains(table)) {
                without.put(table.toString(), why);
            }
        });
        before = snapshot(next.before(), next.tables());
        names = ObservedNames.areNeededFor(next.steps())
                ? ObservedNames.of(before.contents().keySet(), connection, defaultSchema)
                : null;
        next.tables().stream()
                .filter(table -> !before.contents().containsKey(table))
                .forEach(table -> without.putIfAbsent(
                        table.toString(), "migrations put more than " + Snapshot.MOST + " rows into it"));
    }

    /** What the rows lost, now that the step has run; takes them away. */
    public RowFindings.Way outcome(String direction) throws SQLException {
        Moves moves = moves();
        Snapshot after = snapshot(
                passage.after(), passage.tables().stream().map(moves::table).collect(toSet()));
        Survival survival = new Survival(before, after, moves, Step.operations(passage.steps()), connection);
        List<Loss> losses = survival.losses();
        for (QualifiedName table : passage.tables()) {
            Set<String> places =
                    made.of(table).stream().map(MadeRows.Row::place).collect(toSet());
            if (!places.isEmpty()) {
                made.moved(table, moves.table(table), survival.now(table, places));
            }
        }
        takeAway();
        return RowFindings.Way.survived(direction, losses);
    }

    private Moves moves() throws SQLException {
        return names == null
                ? Moves.of(Step.operations(passage.steps()))
                : names.to(names.now(connection, defaultSchema));
    }

    /** Tables of the step that have no rows, and why. */
    public Map<String, String> without() {
        return Map.copyOf(without);
    }

    /** Takes the rows of the step away: it did not bear them. */
    public void takeAway() throws SQLException {
        takeAway(passage.tables());
    }

    private void takeAway(Set<QualifiedName> tables) throws SQLException {
        for (QualifiedName table : new TreeSet<>(tables)) {
            made.remove(table, connection, ddl);
        }
    }

    private static boolean runsJavaCode(List<Step> steps) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Callback
                        || (step instanceof Step.Autocommit autocommit && runsJavaCode(autocommit.steps())));
    }

    /** Takes all rows of the step's tables away, and what refers to them, where a part of the step has moved them. */
    public void empty() throws SQLException {
        String tables = Stream.concat(passage.tables().stream(), made.tables().stream())
                .filter(table -> passage.before().table(table).isPresent())
                .map(ddl::qualified)
                .distinct()
                .sorted()
                .collect(joining(", "));
        if (!tables.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + tables + " CASCADE");
            } catch (SQLException e) {
                // Half of the step is done, which may have taken one of them away: the next attempt tells.
                Refusal.of(e);
            }
        }
    }

    /** What is in tables; nothing of those that are not as they are known to be. */
    private Snapshot snapshot(Catalog catalog, Set<QualifiedName> tables) throws SQLException {
        try {
            return Snapshot.of(connection, catalog, defaultSchema, tables);
        } catch (SQLException e) {
            Refusal refusal = Refusal.of(e);
            tables.forEach(table -> without.put(table.toString(), refusal.reason()));
            return new Snapshot(Map.of());
        }
    }
}
