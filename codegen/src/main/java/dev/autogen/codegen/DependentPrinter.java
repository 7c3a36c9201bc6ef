package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.names;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Comments;
import dev.autogen.schema.dependent.DependentName;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Firing;
import dev.autogen.schema.dependent.Grant;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import java.util.Map;

/** Prints views, policies, triggers, rules and statistics as calls of {@link dev.autogen.migration.Operations}. */
final class DependentPrinter implements DependentObject.Visitor<Chain> {
    private final ElementPrinter elements;
    private final String op;

    /**
     * @param op what the first call is called on, with its dot: {@code op.} or {@code op.inSchema("audit").}
     */
    DependentPrinter(ElementPrinter elements, String op) {
        this.elements = elements;
        this.op = op;
    }

    Chain drop(DependentName id) {
        String method = switch (id.kind()) {
            case VIEW -> "dropView";
            case MATERIALIZED_VIEW -> "dropMaterializedView";
            case POLICY -> "dropPolicy";
            case TRIGGER -> "dropTrigger";
            case RULE -> "dropRule";
            case STATISTICS -> "dropStatistics";
        };
        return id.part() == null
                ? Chain.of(op + method, name(id.relation().name()))
                : Chain.of(op + method, name(id.part()), name(id.relation().name()));
    }

    @Override
    public Chain visit(View view) {
        Chain printed =
                options(Chain.of(op + "createView", name(view.name().name()), text(view.query())), view.options());
        for (Map.Entry<String, SqlExpression> value : view.defaults().entrySet()) {
            printed = printed.then(
                    "columnDefault", name(value.getKey()), text(value.getValue().text()));
        }
        return comments(access(printed, view.access()), view.comments());
    }

    @Override
    public Chain visit(MaterializedView view) {
        Chain printed = options(
                Chain.of(op + "createMaterializedView", name(view.name().name()), text(view.query())), view.options());
        if (!view.populated()) {
            printed = printed.then("withNoData");
        }
        return comments(access(printed, view.access()), view.comments());
    }

    @Override
    public Chain visit(Policy policy) {
        Chain printed = Chain.of(
                op + "createPolicy", name(policy.name()), name(policy.table().name()));
        if (!policy.permissive()) {
            printed = printed.then("restrictive");
        }
        if (!policy.command().equals(Policy.ALL)) {
            printed = printed.then("forCommand", name(policy.command()));
        }
        if (!policy.roles().isEmpty()) {
            printed = printed.then("to", names(policy.roles()));
        }
        if (policy.using() != null) {
            printed = printed.then("using", text(policy.using().text()));
        }
        if (policy.check() != null) {
            printed = printed.then("withCheck", text(policy.check().text()));
        }
        return comment(printed, policy.comment());
    }

    @Override
    public Chain visit(Trigger trigger) {
        Chain printed = Chain.of(
                op + "createTrigger",
                name(trigger.name()),
                name(trigger.table().name()),
                text(trigger.events()),
                text(trigger.action()));
        if (trigger.constraint()) {
            printed = printed.then("constraint");
        }
        return comment(firing(printed, trigger.firing()), trigger.comment());
    }

    @Override
    public Chain visit(Rule rule) {
        Chain printed = Chain.of(
                op + "createRule",
                name(rule.name()),
                name(rule.table().name()),
                name(rule.event()),
                text(rule.action()));
        return comment(firing(printed, rule.firing()), rule.comment());
    }

    @Override
    public Chain visit(ExtendedStatistics statistics) {
        Chain printed = Chain.of(
                        op + "createStatistics",
                        names(statistics.columns(), name(statistics.name().name())))
                .then("from", elements.reference(statistics.table()));
        if (!statistics.expressions().isEmpty()) {
            printed = printed.then(
                    "onExpressions",
                    statistics.expressions().stream()
                            .map(expression -> text(expression.text()))
                            .toArray(Expression[]::new));
        }
        if (!statistics.kinds().isEmpty()) {
            printed = printed.then("kinds", names(statistics.kinds()));
        }
        if (statistics.target() != null) {
            printed = printed.then("target", Literals.number(statistics.target()));
        }
        return comment(owner(printed, statistics.owner()), statistics.comment());
    }

    private static Chain options(Chain printed, Map<String, String> options) {
        Chain more = printed;
        for (Map.Entry<String, String> option : options.entrySet()) {
            more = more.then("with", name(option.getKey()), name(option.getValue()));
        }
        return more;
    }

    private static Chain access(Chain printed, Access access) {
        Chain more = owner(printed, access.owner());
        for (String role : access.withheld()) {
            more = role.equals(Grant.PUBLIC) ? more.then("revokeAllFromPublic") : more.then("revokeAll", name(role));
        }
        for (Grant grant : access.grants()) {
            more = grant.role().equals(Grant.PUBLIC)
                    ? more.then("grantToPublic", names(grant.privileges()))
                    : more.then("grant", names(grant.privileges(), name(grant.role())));
            if (!grant.columns().isEmpty()) {
                more = more.then("onColumns", names(grant.columns()));
            }
            if (grant.grantable()) {
                more = more.then("withGrantOption");
            }
        }
        return more;
    }

    private static Chain comments(Chain printed, Comments comments) {
        Chain more = comment(printed, comments.comment());
        for (Map.Entry<String, String> column : comments.ofColumns().entrySet()) {
            more = more.then("columnComment", name(column.getKey()), text(column.getValue()));
        }
        return more;
    }

    private static Chain firing(Chain printed, Firing firing) {
        return switch (firing) {
            case ORIGIN -> printed;
            case DISABLED -> printed.then("disabled");
            case REPLICA -> printed.then("enabledInReplica");
            case ALWAYS -> printed.then("enabledAlways");
        };
    }

    private static Chain owner(Chain printed, String owner) {
        return owner == null ? printed : printed.then("owner", name(owner));
    }

    private static Chain comment(Chain printed, String comment) {
        return comment == null ? printed : printed.then("comment", text(comment));
    }
}
