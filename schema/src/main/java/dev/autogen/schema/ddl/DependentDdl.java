package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.QualifiedName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code CREATE} and {@code DROP} of views, policies, triggers, rules and statistics. */
final class DependentDdl {
    private final SqlNames names;

    DependentDdl(SqlNames names) {
        this.names = names;
    }

    List<String> create(DependentObject object) {
        return object.accept(new Creation());
    }

    String drop(DependentName id) {
        String kind = id.kind().word().toUpperCase(Locale.ROOT);
        return "DROP " + kind + " "
                + (id.part() == null
                        ? names.qualified(id.relation())
                        : quote(id.part()) + " ON " + names.qualified(id.relation()));
    }

    private final class Creation implements DependentObject.Visitor<List<String>> {
        private final List<String> statements = new ArrayList<>();

        @Override
        public List<String> visit(View view) {
            String name = names.qualified(view.name());
            statements.add("CREATE VIEW " + name + with(view.options()) + " AS\n" + view.query());
            owner("VIEW " + name, view.access().owner());
            view.defaults()
                    .forEach((column, value) -> statements.add(
                            "ALTER VIEW " + name + " ALTER COLUMN " + quote(column) + " SET DEFAULT " + value.text()));
            rights(name, view.access());
            comments("VIEW " + name, name, view.comments());
            return statements;
        }

        @Override
        public List<String> visit(MaterializedView view) {
            String name = names.qualified(view.name());
            statements.add("CREATE MATERIALIZED VIEW " + name + with(view.options()) + " AS\n" + view.query()
                    + (view.populated() ? "" : "\nWITH NO DATA"));
            owner("MATERIALIZED VIEW " + name, view.access().owner());
            rights(name, view.access());
            comments("MATERIALIZED VIEW " + name, name, view.comments());
            return statements;
        }

        @Override
        public List<String> visit(Policy policy) {
            String roles = policy.roles().isEmpty()
                    ? ""
                    : policy.roles().stream().map(DependentDdl::role).collect(joining(", ", " TO ", ""));
            statements.add("CREATE POLICY " + on(policy.name(), policy.table())
                    + (policy.permissive() ? "" : " AS RESTRICTIVE")
                    + (policy.command().equals(Policy.ALL) ? "" : " FOR " + policy.command())
                    + roles
                    + (policy.using() == null ? "" : " USING (" + policy.using().text() + ")")
                    + (policy.check() == null
                            ? ""
                            : " WITH CHECK (" + policy.check().text() + ")"));
            comment("POLICY " + on(policy.name(), policy.table()), policy.comment());
            return statements;
        }

        @Override
        public List<String> visit(Trigger trigger) {
            statements.add("CREATE " + (trigger.constraint() ? "CONSTRAINT " : "") + "TRIGGER "
                    + quote(trigger.name()) + " " + trigger.events() + " ON " + names.qualified(trigger.table()) + " "
                    + trigger.action());
            firing(trigger.table(), trigger.firing(), "TRIGGER " + quote(trigger.name()));
            comment("TRIGGER " + on(trigger.name(), trigger.table()), trigger.comment());
            return statements;
        }

        @Override
        public List<String> visit(Rule rule) {
            statements.add("CREATE RULE " + quote(rule.name()) + " AS ON " + rule.event() + " TO "
                    + names.qualified(rule.table()) + " " + rule.action());
            firing(rule.table(), rule.firing(), "RULE " + quote(rule.name()));
            comment("RULE " + on(rule.name(), rule.table()), rule.comment());
            return statements;
        }

        @Override
        public List<String> visit(ExtendedStatistics statistics) {
            String name = names.qualified(statistics.name());
            String subjects = Stream.concat(
                            statistics.columns().stream().map(column -> quote(column)),
                            statistics.expressions().stream().map(expression -> "(" + expression.text() + ")"))
                    .collect(joining(", "));
            statements.add("CREATE STATISTICS " + name
                    + (statistics.kinds().isEmpty() ? "" : " (" + String.join(", ", statistics.kinds()) + ")")
                    + " ON " + subjects + " FROM " + names.qualified(statistics.table()));
            owner("STATISTICS " + name, statistics.owner());
            if (statistics.target() != null) {
                statements.add("ALTER STATISTICS " + name + " SET STATISTICS " + statistics.target());
            }
            comment("STATISTICS " + name, statistics.comment());
            return statements;
        }

        private void owner(String what, String owner) {
            if (owner != null) {
                statements.add("ALTER " + what + " OWNER TO " + role(owner));
            }
        }

        private void rights(String name, Access access) {
            access.withheld().forEach(role -> statements.add("REVOKE ALL ON " + name + " FROM " + role(role)));
            for (Grant grant : access.grants()) {
                String columns = grant.columns().isEmpty() ? "" : " " + SqlNames.list(grant.columns());
                statements.add(grant.privileges().stream()
                                .map(privilege -> privilege + columns)
                                .collect(joining(", ", "GRANT ", " ON "))
                        + name + " TO " + role(grant.role()) + (grant.grantable() ? " WITH GRANT OPTION" : ""));
            }
        }

        private void firing(QualifiedName table, Firing firing, String what) {
            String state = switch (firing) {
                case ORIGIN -> null;
                case DISABLED -> "DISABLE ";
                case REPLICA -> "ENABLE REPLICA ";
                case ALWAYS -> "ENABLE ALWAYS ";
            };
            if (state != null) {
                statements.add("ALTER TABLE " + names.qualified(table) + " " + state + what);
            }
        }

        private void comments(String what, String name, Comments comments) {
            comment(what, comments.comment());
            comments.ofColumns().forEach((column, text) -> comment("COLUMN " + name + "." + quote(column), text));
        }

        private void comment(String what, String text) {
            if (text != null) {
                statements.add("COMMENT ON " + what + " IS " + SqlNames.literal(text));
            }
        }
    }

    private String on(String part, QualifiedName relation) {
        return quote(part) + " ON " + names.qualified(relation);
    }

    private static String role(String role) {
        return role.equals(Grant.PUBLIC) ? "PUBLIC" : quote(role);
    }

    private static String with(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> quote(option.getKey()) + " = " + SqlNames.literal(option.getValue()))
                        .collect(joining(", ", " WITH (", ")"));
    }
}
