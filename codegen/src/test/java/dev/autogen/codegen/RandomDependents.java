package dev.autogen.codegen;

import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Comments;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Firing;
import dev.autogen.schema.dependent.Grant;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import java.util.List;
import java.util.Map;

/** Views, policies, triggers, rules and statistics with every option, as {@link RandomOperations} makes the rest. */
record RandomDependents(RandomTexts random, RandomElements elements) {

    /** One of each kind. */
    List<DependentObject> ofEachKind() {
        return List.of(
                new View(
                        random.qualified(),
                        random.sql(),
                        options(),
                        random.flag() ? Map.of() : Map.of(random.name(), random.expression()),
                        access(),
                        comments()),
                new MaterializedView(random.qualified(), random.sql(), options(), random.flag(), access(), comments()),
                new Policy(
                        random.qualified(),
                        random.name(),
                        random.flag(),
                        random.pick(List.of("ALL", "SELECT", "UPDATE")),
                        elements.maybeColumns(),
                        random.orNull(random::expression),
                        random.orNull(random::expression),
                        random.orNull(random::text)),
                new Trigger(
                        random.qualified(),
                        random.name(),
                        random.flag(),
                        random.sql(),
                        random.sql(),
                        firing(),
                        random.orNull(random::text)),
                new Rule(
                        random.qualified(),
                        random.name(),
                        random.pick(List.of("INSERT", "DELETE")),
                        random.sql(),
                        firing(),
                        random.orNull(random::text)),
                new ExtendedStatistics(
                        random.qualified(),
                        random.qualified(),
                        random.flag() ? List.of() : List.of("mcv", "ndistinct"),
                        elements.maybeColumns(),
                        random.atLeastOne(random::expression),
                        random.orNull(() -> 100),
                        random.orNull(random::name),
                        random.orNull(random::text)));
    }

    private Map<String, String> options() {
        return random.flag() ? Map.of() : Map.of("security_barrier", "true", "check_option", "local");
    }

    private Access access() {
        return new Access(
                random.orNull(random::name),
                random.some(() -> random.flag() ? Grant.PUBLIC : random.name()),
                random.some(() -> new Grant(
                        random.flag() ? Grant.PUBLIC : random.name(),
                        random.flag() ? List.of("SELECT") : List.of("INSERT", "UPDATE"),
                        elements.maybeColumns(),
                        random.flag())));
    }

    private Comments comments() {
        return new Comments(
                random.orNull(random::text), random.flag() ? Map.of() : Map.of(random.name(), random.text()));
    }

    private Firing firing() {
        return random.pick(List.of(Firing.values()));
    }
}
