package dev.autogen.conformance.laws;

import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.DifferException;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What must hold for any two catalogs, tried on two real databases. Answers the differences that it came by, so that what
 * must hold for their source can be tried on many at once.
 */
final class Laws {
    private final LawDatabase live;
    private final LawDatabase other;
    private final boolean all;
    private CatalogPair pair;
    private List<WrittenDiff> diffs;

    /**
     * The laws.
     *
     * @param all whether each is tried on each pair; else the dearer ones take turns
     */
    Laws(LawDatabase live, LawDatabase other, boolean all) {
        this.live = live;
        this.other = other;
        this.all = all;
    }

    List<WrittenDiff> hold(CatalogPair tried) throws SQLException {
        pair = tried;
        diffs = new ArrayList<>();
        try {
            create(live, pair.from());
            create(other, pair.to());
            Catalog from = live.introspect();
            Catalog to = other.introspect();
            if (isTurn(0)) {
                standsStill(from);
            }
            if (isTurn(1)) {
                thereAndBack("from one to the other", pair.to(), from, DiffOptions.DATABASES);
            }
            if (isTurn(2)) {
                thereAndBack("between two databases", to, from, DiffOptions.DATABASES);
            }
            if (isTurn(3)) {
                thereAndBack("as entities", unnamed(pair.to()), from, DiffOptions.ENTITIES.withAllowDrops(true));
            }
        } catch (IllegalArgumentException | IllegalStateException | DifferException | ClassCastException thrown) {
            throw new LawViolation(
                    "nothing is thrown: " + thrown.getClass().getSimpleName(), thrown.toString(), thrown);
        }
        return diffs;
    }

    private boolean isTurn(int law) {
        return all || Math.floorMod(pair.seed(), 4) == law;
    }

    /** Made from nothing, the database holds what was said. */
    private void create(LawDatabase database, Catalog catalog) throws SQLException {
        String law = "made from nothing";
        database.clear(pair.defaultSchema());
        Canonicalization spoken = database.canonicalize(law, catalog, database.introspect());
        SchemaDiff diff = diff(spoken, DiffOptions.DATABASES);
        database.apply(law, diff.upgrade());
        Catalog made = database.introspect();
        Canonicalization again = database.canonicalize(law, catalog, made);
        demandEqual(law + " it is what was said", again.desired(), again.live());
        demandNothing(law + " nothing differs", diff(again, DiffOptions.DATABASES));
        demandNothing(law + " nothing differs, the other way round", theOtherWayRound(again, DiffOptions.DATABASES));
        diffs.add(WrittenDiff.of(pair.seed(), diff));
    }

    /** A database does not differ from itself, and the words on which PostgreSQL settles are settled. */
    private void standsStill(Catalog catalog) throws SQLException {
        Catalog settled = live.canonicalize("settled", pair.from(), catalog).desired();
        Catalog again = live.canonicalize("settled", CanonicalWords.of(settled), catalog)
                .desired();
        demandEqual("canonical texts are settled", CanonicalWords.of(settled), CanonicalWords.of(again));
        Canonicalization same = live.canonicalize("settled", catalog, catalog);
        demandNothing("a database does not differ from itself", diff(same, DiffOptions.DATABASES));
    }

    private void thereAndBack(String law, Catalog desired, Catalog start, DiffOptions options) throws SQLException {
        List<String> before = live.listing();
        Canonicalization spoken = live.canonicalize(law, desired, start);
        SchemaDiff diff = diff(spoken, options);
        Dice dice = new Dice(pair.seed());
        SchemaDiff ofShuffled =
                new SchemaDiffer().diff(shuffled(spoken.desired(), dice), shuffled(spoken.live(), dice), options);
        demandEqual(law + ": the order of what is compared does not matter", ofShuffled.changes(), diff.changes());
        if (!live.feasible(diff, spoken)) {
            refusedRightly(law, diff);
            return;
        }
        live.apply(law, diff.upgrade());
        Catalog there = live.introspect();
        Canonicalization again = live.canonicalize(law, desired, there);
        demandNothing(law + ": afterwards nothing differs", diff(again, options));
        if (options.complete()) {
            demandNothing(law + ": afterwards nothing differs, the other way round", theOtherWayRound(again, options));
            demandEqual(law + ": both databases list the same", live.listing(), other.listing());
        }

        live.apply(law + ", back", diff.downgrade());
        demandEqual(law + ", back: the start is listed again", live.listing(), before);
        Canonicalization back = live.canonicalize(law, start, live.introspect());
        demandNothing(law + ", back: the start is there again", diff(back, DiffOptions.DATABASES));
        diffs.add(WrittenDiff.of(pair.seed(), diff));
        safelyThereAndBack(law + ", while it is in use", desired, start, diff, options);
        inStagesThereAndBack(law + ", in stages", desired, start, diff, options);
    }

    private void inStagesThereAndBack(String law, Catalog desired, Catalog start, SchemaDiff diff, DiffOptions options)
            throws SQLException {
        Deque<List<String>> before = new ArrayDeque<>();
        List<Stage> stages = Stage.expandAndContract(diff, start);
        for (Stage stage : stages) {
            before.push(live.listing());
            live.carryOut(law + ", " + stage.kind(), stage.recipe().upgrade());
        }
        Canonicalization again = live.canonicalize(law, desired, live.introspect());
        demandNothing(law + ": afterwards nothing differs", diff(again, options));
        if (options.complete()) {
            demandEqual(law + ": both databases list the same", live.listing(), other.listing());
        }
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            live.carryOut(law + ", " + stage.kind() + " back", stage.recipe().downgrade());
            demandEqual(law + ": what was before " + stage.kind() + " is there again", live.listing(), before.pop());
        }
    }

    /** What autogen does not write because PostgreSQL would refuse it, PostgreSQL does refuse. */
    private void refusedRightly(String law, SchemaDiff diff) throws SQLException {
        try {
            live.apply(law, diff.upgrade());
        } catch (LawViolation refused) {
            return;
        }
        throw new LawViolation(
                law + ": what is said to be refused is refused", Ddl.of(pair.defaultSchema(), diff.upgrade()));
    }

    private void safelyThereAndBack(String law, Catalog desired, Catalog start, SchemaDiff diff, DiffOptions options)
            throws SQLException {
        Recipe recipe = Recipe.safe(diff, start);
        if (recipe.equals(Recipe.plain(diff))) {
            return;
        }
        List<String> before = live.listing();
        live.carryOut(law, recipe.upgrade());
        Canonicalization again = live.canonicalize(law, desired, live.introspect());
        demandNothing(law + ": afterwards nothing differs", diff(again, options));
        if (options.complete()) {
            demandEqual(law + ": both databases list the same", live.listing(), other.listing());
        }
        live.carryOut(law + ", back", recipe.downgrade());
        demandEqual(law + ", back: the start is listed again", live.listing(), before);
    }

    private static SchemaDiff diff(Canonicalization spoken, DiffOptions options) {
        return new SchemaDiffer().diff(spoken.desired(), spoken.live(), options);
    }

    private static SchemaDiff theOtherWayRound(Canonicalization spoken, DiffOptions options) {
        Catalog one = spoken.live();
        Catalog two = spoken.desired();
        return new SchemaDiffer().diff(one, two, options);
    }

    private void demandNothing(String law, SchemaDiff diff) {
        if (!diff.isEmpty()) {
            throw new LawViolation(law, Ddl.of(pair.defaultSchema(), diff.upgrade()) + diff.changes());
        }
    }

    private static void demandEqual(String law, Catalog expected, Catalog actual) {
        Catalog one = CanonicalWords.of(expected);
        Catalog two = CanonicalWords.of(actual);
        demandEqual(law, facts(one), facts(two));
    }

    private static List<String> facts(Catalog catalog) {
        List<String> facts = new ArrayList<>();
        catalog.schemas().forEach(schema -> facts.add("schema " + schema));
        catalog.enumTypes().forEach(type -> facts.add(type.toString()));
        catalog.sequences().forEach(sequence -> facts.add(sequence.toString()));
        for (Table table : catalog.tables()) {
            facts.add("table " + table.name() + " " + table.comment());
            table.columns().forEach(column -> facts.add(table.name() + " " + column));
            table.constraints().forEach(constraint -> facts.add(table.name() + " " + constraint));
            table.indexes().forEach(index -> facts.add(table.name() + " " + index));
        }
        return facts;
    }

    private static void demandEqual(String law, List<?> actual, List<?> expected) {
        if (!actual.equals(expected)) {
            List<Object> missing = new ArrayList<>(expected);
            missing.removeAll(actual);
            List<Object> surplus = new ArrayList<>(actual);
            surplus.removeAll(expected);
            throw new LawViolation(law, "missing: " + lines(missing) + "\nsurplus: " + lines(surplus));
        }
    }

    private static String lines(List<Object> things) {
        StringBuilder lines = new StringBuilder();
        things.forEach(thing -> lines.append("\n  ").append(thing));
        return lines.toString();
    }

    private static Catalog shuffled(Catalog catalog, Dice dice) {
        return catalog.withTables(catalog.tables().stream()
                .map(table -> table.withConstraints(dice.shuffled(table.constraints()))
                        .withIndexes(dice.shuffled(table.indexes())))
                .toList());
    }

    /** The catalog as an entity model says it that names neither constraints nor indexes. */
    private static Catalog unnamed(Catalog catalog) {
        return catalog.withTables(catalog.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                                .map(constraint -> constraint.withName(null))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> index.withName(null))
                                .toList()))
                .toList());
    }
}
