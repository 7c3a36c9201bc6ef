package dev.autogen.commands.proof;

import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a database holds while migrations go over it: looked at whole once, and from then on where each of them can have
 * changed something.
 */
final class Landscape {
    private final RunOptions options;
    private final Map<Thing, Object> things;

    private Landscape(RunOptions options, Map<Thing, Object> things) {
        this.options = options;
        this.things = new HashMap<>(things);
    }

    static Landscape of(Connection connection, RunOptions options) throws SQLException {
        return new Landscape(options, Sight.of(Reach.WHOLE, connection, options).things());
    }

    /**
     * What a step changed.
     *
     * @param before what was there, by what changed; empty where it was not
     * @param after what is there now
     */
    record Step(Map<Thing, Optional<Object>> before, Map<Thing, Optional<Object>> after) {
        Step reverse() {
            return new Step(after, before);
        }
    }

    /** What is there as far as it is known; later steps do not show in it. */
    KnownSchema known() {
        return new KnownSchema(things);
    }

    /** Takes in what a step left, and answers what it changed. */
    Step follow(Reach reach, Connection connection) throws SQLException {
        Sight sight = Sight.of(reach, connection, options);
        Map<Thing, Optional<Object>> before = new HashMap<>();
        Map<Thing, Optional<Object>> after = new HashMap<>();
        for (Thing thing : concerned(sight, Set.of())) {
            Object was = things.get(thing);
            Object is = sight.things().get(thing);
            if (!Objects.equals(was, is)) {
                before.put(thing, Optional.ofNullable(was));
                after.put(thing, Optional.ofNullable(is));
            }
        }
        take(sight);
        return new Step(before, after);
    }

    /** Takes in what a step left, and answers how that differs from what it was to leave, a line a difference. */
    List<String> follow(Reach reach, Step expected, Connection connection) throws SQLException {
        Sight sight = Sight.of(reach, connection, options);
        Map<Thing, Object> wanted = new HashMap<>(things);
        expected.after()
                .forEach((thing, object) ->
                        object.ifPresentOrElse(known -> wanted.put(thing, known), () -> wanted.remove(thing)));
        Set<Thing> odd = new HashSet<>();
        for (Thing thing : concerned(sight, expected.after().keySet())) {
            if (!Objects.equals(wanted.get(thing), sight.things().get(thing))) {
                odd.add(thing);
            }
        }
        List<String> differences = odd.isEmpty() ? List.of() : differences(wanted, sight, odd, connection);
        take(sight);
        return differences;
    }

    /** What differs, now that all of it is looked at, from what the steps are known to have left. */
    List<String> strays(Connection connection) throws SQLException {
        return follow(Reach.WHOLE, new Step(Map.of(), Map.of()), connection);
    }

    private List<String> differences(Map<Thing, Object> wanted, Sight sight, Set<Thing> odd, Connection connection)
            throws SQLException {
        Map<Thing, Object> there = new HashMap<>(wanted);
        for (Thing thing : odd) {
            there.remove(thing);
            if (sight.things().containsKey(thing)) {
                there.put(thing, sight.things().get(thing));
            }
        }
        Set<Thing> among = withTargets(wanted, withTargets(there, odd));
        return Sight.picture(wanted, among).differences(Sight.picture(there, among), connection, options).stream()
                .map(Landscape::inWords)
                .toList();
    }

    /** Some things, and the tables that they refer to, without which they would make no sense. */
    private static Set<Thing> withTargets(Map<Thing, Object> things, Set<Thing> some) {
        Set<Thing> all = new HashSet<>();
        Deque<Thing> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            Thing thing = open.pop();
            if (all.add(thing) && things.get(thing) instanceof Table table) {
                table.foreignKeys().forEach(key -> open.add(new Thing(Thing.Kind.TABLE, key.target())));
            }
        }
        return all;
    }

    /** Nobody is to do anything about the line of a difference here, so it says what is there. */
    private static String inWords(String line) {
        String rest = line.substring(2);
        return switch (line.charAt(0)) {
            case '+' -> "too much: " + rest;
            case '-' -> "missing: " + rest;
            default -> "different: " + rest;
        };
    }

    /** All that the sight shows, or would show if it were there. */
    private Set<Thing> concerned(Sight sight, Set<Thing> more) {
        Set<Thing> concerned = new HashSet<>(sight.things().keySet());
        concerned.addAll(more);
        things.forEach((thing, object) -> {
            if (sight.covers(thing, object)) {
                concerned.add(thing);
            }
        });
        return concerned;
    }

    private void take(Sight sight) {
        things.entrySet().removeIf(entry -> sight.covers(entry.getKey(), entry.getValue()));
        things.putAll(sight.things());
    }
}
