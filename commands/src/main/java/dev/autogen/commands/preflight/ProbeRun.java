package dev.autogen.commands.preflight;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autogen.commands.preflight.Answer.Clear;
import dev.autogen.commands.preflight.Answer.Examples;
import dev.autogen.commands.preflight.Answer.Unknown;
import dev.autogen.commands.preflight.Answer.Violated;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Carries out probes, within their limits. */
final class ProbeRun {
    /** How many rows in the way are counted. */
    private static final int COUNTED = 1000;

    private static final int SHOWN = 5;

    /** What reading a row in order costs, in the planner's units, and something for what is done with it. */
    private static final double COST_OF_ROW = 0.05;

    private static final String CANCELLED = "57014";
    private static final String NOT_ALLOWED = "42501";
    private static final String SYNTAX = "42000";
    private static final String LOCKED = "55P03";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProbeSession session;
    private final PreflightLimits limits;
    private final Clock clock;
    private final Map<String, Long> estimates = new TreeMap<>();

    ProbeRun(ProbeSession session, PreflightLimits limits, Clock clock) {
        this.session = session;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Carries out a probe.
     *
     * @throws SQLException if the database is gone
     */
    Answer ask(Probe probe) throws SQLException {
        clock.beginProbe();
        try {
            if (probe instanceof RowProbe rows) {
                return rows(rows);
            }
            return probe instanceof DuplicateProbe duplicates
                    ? duplicates(duplicates)
                    : sequence((SequenceProbe) probe);
        } catch (SQLException e) {
            return new Unknown(reason(e));
        }
    }

    private Answer rows(RowProbe probe) throws SQLException {
        Scan scan = scan(probe.table(), probe.reach(), probe.sampleSize(), whole -> all(probe, whole));
        Optional<Sampled> sampled = sampled(probe.table(), probe.reach(), scan);
        try {
            List<List<String>> found = rows(found(probe, scan, ""));
            if (found.isEmpty()) {
                return new Clear(sampled);
            }
            Count count = count(Long.parseLong(found.get(0).get(0)), sampled);
            return new Violated(probe.problem(count), count, examples(probe.table(), found, 1), sampled);
        } catch (SQLException e) {
            if (!isOfData(e)) {
                throw e;
            }
            return failed(probe, scan, sampled);
        }
    }

    private Answer failed(RowProbe probe, Scan scan, Optional<Sampled> sampled) throws SQLException {
        if (probe.table().isConverted()) {
            return new Unknown("what the run makes of the rows before it cannot be computed for all of them");
        }
        FailingRows failing = new FailingRows(probe.table().live().orElseThrow().blocks(), new FailingRows.Question() {
            @Override
            public boolean fails(String condition) throws SQLException {
                return ProbeRun.this.fails(found(probe, scan, condition));
            }

            @Override
            public List<List<String>> keys(String condition) throws SQLException {
                return failingAt(probe, scan, condition);
            }
        });
        try {
            failing.find();
        } catch (SQLException e) {
            // That some rows fail is known by then, if not which.
            if (!CANCELLED.equals(e.getSQLState())) {
                throw e;
            }
        }
        List<List<String>> found = failing.found();
        Count count = new Count(Math.max(1, found.size()), failing.isComplete() && sampled.isEmpty());
        return new Violated(probe.failure(count), count, examples(probe.table(), found, 0), sampled);
    }

    /** Several partitions may have a row in one place, and not each of them need be at fault. */
    private List<List<String>> failingAt(RowProbe probe, Scan scan, String place) throws SQLException {
        List<List<String>> keys = new ArrayList<>();
        for (List<String> part : rows("SELECT DISTINCT found." + ForeseenTable.PART + "::text FROM "
                + probe.table().rows(probe.reach(), scan) + " AS found WHERE " + place + " ORDER BY 1")) {
            String here = place + " AND " + ForeseenTable.PART + " = " + part.get(0) + "::oid";
            if (fails(found(probe, scan, here))) {
                keys.addAll(rows(located(probe, scan, here)));
            }
        }
        return keys;
    }

    /** Whether a query ends with an error for what rows hold. */
    private boolean fails(String query) throws SQLException {
        try {
            rows(query);
            return false;
        } catch (SQLException e) {
            if (isOfData(e)) {
                return true;
            }
            throw e;
        }
    }

    private Answer duplicates(DuplicateProbe probe) throws SQLException {
        ForeseenTable table = probe.table();
        Scan scan = scan(table, Reach.ITSELF, RowProbe.SAMPLE, probe::all);
        Optional<Sampled> sampled = sampled(table, Reach.ITSELF, scan);
        List<String> counted = rows(probe.count(scan, COUNTED + 1)).get(0);
        long groups = Long.parseLong(counted.get(0));
        if (groups == 0) {
            return new Clear(sampled);
        }
        boolean exact = groups <= COUNTED && sampled.isEmpty();
        Count count = new Count(Long.parseLong(counted.get(1)), exact);
        List<List<String>> found = rows(ordered(table, probe.examples(scan, SHOWN, COUNTED)));
        return new Violated(probe.problem(Math.min(groups, COUNTED), count), count, examples(table, found, 1), sampled);
    }

    private Answer sequence(SequenceProbe probe) throws SQLException {
        List<List<String>> answer = rows(probe.question());
        if (answer.isEmpty()) {
            return new Unknown("there is no such sequence yet");
        }
        return probe.problem(answer.get(0))
                .<Answer>map(problem -> new Violated(problem, new Count(0, true), Examples.NONE, Optional.empty()))
                .orElseGet(() -> new Clear(Optional.empty()));
    }

    /** All of the table where it is small, or where the planner finds a cheap way; else a part of it. */
    private Scan scan(ForeseenTable table, Reach reach, long sampleSize, Query query) throws SQLException {
        long rows = estimatedRows(table, reach);
        double cost = plan(query.over(Scan.WHOLE)).get("Total Cost").asDouble();
        boolean pairs = sampleSize < RowProbe.SAMPLE;
        boolean small = rows <= limits.wholeUpTo() && !pairs;
        if (small || cost <= limits.wholeUpTo() * COST_OF_ROW || rows <= sampleSize) {
            return Scan.WHOLE;
        }
        return Scan.sample(sampleSize, rows);
    }

    private Optional<Sampled> sampled(ForeseenTable table, Reach reach, Scan scan) throws SQLException {
        return scan.percent().isEmpty()
                ? Optional.empty()
                : Optional.of(new Sampled(scan.percent().get(), estimatedRows(table, reach)));
    }

    private long estimatedRows(ForeseenTable table, Reach reach) throws SQLException {
        String source = table.source(reach);
        Long known = estimates.get(source);
        if (known == null) {
            known = plan("SELECT 1 FROM " + source).get("Plan Rows").asLong();
            estimates.put(source, known);
        }
        return known;
    }

    private JsonNode plan(String query) throws SQLException {
        String plan = explained(query);
        try {
            return JSON.readTree(plan).get(0).get("Plan");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL answers JSON where it is asked for it", e);
        }
    }

    /** No row is read for it, so an error that sounds like one of data is one of the question. */
    private String explained(String query) throws SQLException {
        try {
            return rows("EXPLAIN (FORMAT JSON) " + query).get(0).get(0);
        } catch (SQLException e) {
            if (isOfData(e)) {
                throw new SQLException("it cannot be put before the run (SQLSTATE " + e.getSQLState() + ")", SYNTAX, e);
            }
            throw e;
        }
    }

    /** All rows in the way: what that costs is known better than what the first of them cost. */
    private static String all(RowProbe probe, Scan scan) {
        return "SELECT 1 FROM " + probe.rows(scan) + " AS " + probe.table().alias() + " WHERE " + probe.violation(scan);
    }

    /** How many rows are in the way, and the first of them; where a condition is, only among those. */
    private static String found(RowProbe probe, Scan scan, String condition) {
        String violation = "(" + probe.violation(scan) + ")";
        String where = condition.isEmpty()
                ? violation
                : condition + " AND CASE WHEN " + condition + " THEN " + violation + " ELSE false END";
        return ordered(
                probe.table(),
                "SELECT * FROM " + probe.rows(scan) + " AS " + probe.table().alias() + " WHERE " + where + " LIMIT "
                        + (COUNTED + 1));
    }

    private static String ordered(ForeseenTable table, String query) {
        String keys = keys(table);
        return "SELECT count(*) OVER (), " + keys + " FROM (" + query + ") AS found ORDER BY " + order(table)
                + " LIMIT " + SHOWN;
    }

    /** The keys of the rows for which a condition on their place holds. */
    private static String located(RowProbe probe, Scan scan, String condition) {
        return "SELECT " + keys(probe.table()) + " FROM " + probe.table().rows(probe.reach(), scan) + " AS found WHERE "
                + condition + " ORDER BY " + order(probe.table());
    }

    private static String keys(ForeseenTable table) {
        Map<String, String> keys = table.keys();
        return keys.isEmpty()
                ? "found." + ForeseenTable.PLACE + "::text"
                : keys.keySet().stream().map(key -> "found." + key + "::text").collect(joining(", "));
    }

    private static String order(ForeseenTable table) {
        Map<String, String> keys = table.keys();
        return keys.isEmpty()
                ? "found." + ForeseenTable.PART + ", found." + ForeseenTable.PLACE
                : keys.keySet().stream().map(key -> "found." + key).collect(joining(", "));
    }

    /** The count stops one behind what is counted, which says that there are more. */
    private static Count count(long number, Optional<Sampled> sampled) {
        return new Count(Math.min(number, COUNTED), number <= COUNTED && sampled.isEmpty());
    }

    private static Examples examples(ForeseenTable table, List<List<String>> found, int from) {
        List<String> columns = table.keys().isEmpty()
                ? List.of("ctid")
                : List.copyOf(table.keys().values());
        List<List<String>> keys = new ArrayList<>();
        for (List<String> row : found.subList(0, Math.min(SHOWN, found.size()))) {
            keys.add(row.subList(from, row.size()));
        }
        return new Examples(columns, keys);
    }

    private List<List<String>> rows(String query) throws SQLException {
        Duration left = clock.left();
        if (left.isZero()) {
            throw new SQLException("no time is left", CANCELLED);
        }
        return session.rows(query, left);
    }

    /** What rows hold, or a function that works on them says, and not how the question is put. */
    private static boolean isOfData(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("P0") || state.startsWith("0A");
    }

    /**
     * Why there is no answer. What the server says of a value could hold that value, and is not repeated.
     *
     * @throws SQLException if there is no server any more
     */
    private String reason(SQLException e) throws SQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.isEmpty() || state.startsWith("08") || (state.startsWith("57") && !state.equals(CANCELLED))) {
            throw e;
        }
        return switch (state) {
            case CANCELLED -> clock.words();
            case NOT_ALLOWED -> "the role may not read all of it: " + message(e);
            case LOCKED -> "another session holds a lock on it";
            default ->
                isOfData(e)
                        ? "computing it for some row ends with an error (SQLSTATE " + state + ")"
                        : "the question has no answer now: " + message(e);
        };
    }

    private static String message(SQLException e) {
        String text = e.getMessage().lines().findFirst().orElse("").strip();
        return text.startsWith("ERROR: ") ? text.substring("ERROR: ".length()) : text;
    }

    /** A query by how much of a table it reads. */
    private interface Query {
        String over(Scan scan);
    }
}
