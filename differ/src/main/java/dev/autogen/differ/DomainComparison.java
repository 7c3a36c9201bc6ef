package dev.autogen.differ;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares domains. */
final class DomainComparison {
    private final Catalog desired;
    private final Catalog live;
    private final Retention retention;
    private final Steps steps;

    DomainComparison(Catalog desired, Catalog live, Retention retention, Steps steps) {
        this.desired = desired;
        this.live = live;
        this.retention = retention;
        this.steps = steps;
    }

    /** Compares all domains. */
    void compare() {
        Map<QualifiedName, Domain> existing = byName(live);
        for (Domain domain : inOrder(desired)) {
            Domain found = existing.remove(domain.name());
            if (found == null) {
                steps.add(Phase.CREATE_DOMAIN, new CreateDomain(domain), List.of());
            } else {
                compare(domain, found);
            }
        }
        List<Domain> gone = new ArrayList<>(inOrder(live));
        gone.removeIf(domain -> !existing.containsKey(domain.name()));
        Collections.reverse(gone);
        for (Domain domain : gone) {
            if (retention.drops(ObjectRef.domain(domain.name()), "domain " + domain.name())) {
                steps.add(Phase.DROP_DOMAIN, new DropDomain(domain.name(), domain), List.of());
            }
        }
    }

    private static Map<QualifiedName, Domain> byName(Catalog catalog) {
        Map<QualifiedName, Domain> domains = new LinkedHashMap<>();
        catalog.domains().forEach(domain -> domains.put(domain.name(), domain));
        return domains;
    }

    /** Each domain behind the one that it is based on. */
    private static List<Domain> inOrder(Catalog catalog) {
        Map<QualifiedName, Domain> open = byName(catalog);
        List<Domain> ordered = new ArrayList<>();
        catalog.domains().forEach(domain -> place(domain, open, ordered));
        return ordered;
    }

    private static void place(Domain domain, Map<QualifiedName, Domain> open, List<Domain> ordered) {
        if (open.remove(domain.name()) != null) {
            Domain base = open.get(EnumComparison.typeName(domain.baseType()));
            if (base != null) {
                place(base, open, ordered);
            }
            ordered.add(domain);
        }
    }

    private void compare(Domain wanted, Domain found) {
        if (!wanted.baseType().equals(found.baseType()) || !Objects.equals(wanted.collation(), found.collation())) {
            replace(wanted, found);
            return;
        }
        List<DomainChange> changes = changes(wanted, found);
        if (!changes.isEmpty()) {
            steps.add(Phase.ALTER_DOMAIN, new AlterDomain(wanted.name(), changes), List.of());
        }
    }

    private static List<DomainChange> changes(Domain wanted, Domain found) {
        List<DomainChange> changes = new ArrayList<>();
        for (CheckConstraint check : found.checks()) {
            if (wanted.checks().stream().noneMatch(other -> same(other, check))) {
                changes.add(new DomainChange.DropCheck(check.name(), check));
            }
        }
        if (!same(wanted.defaultValue(), found.defaultValue())) {
            changes.add(new DomainChange.Default(wanted.defaultValue(), found.defaultValue()));
        }
        if (wanted.nullable() != found.nullable()) {
            changes.add(new DomainChange.Nullability(wanted.nullable()));
        }
        for (CheckConstraint check : wanted.checks()) {
            if (found.checks().stream().noneMatch(other -> same(check, other))) {
                changes.add(new DomainChange.AddCheck(check));
            }
        }
        if (!Objects.equals(wanted.comment(), found.comment())) {
            changes.add(new DomainChange.Comment(wanted.comment(), found.comment()));
        }
        return changes;
    }

    private static boolean same(CheckConstraint one, CheckConstraint other) {
        return one.name().equals(other.name())
                && one.expression().meansTheSameAs(other.expression())
                && one.validated() == other.validated();
    }

    private static boolean same(SqlExpression one, SqlExpression other) {
        return one == null ? other == null : one.meansTheSameAs(other);
    }

    /** PostgreSQL cannot change what a domain is based on: its columns wait as plain ones until it is made anew. */
    private void replace(Domain wanted, Domain found) {
        String reason = found.baseType().equals(wanted.baseType())
                ? "the collation of domain " + wanted.name() + " changes"
                : "domain " + wanted.name() + " is based on " + wanted.baseType() + ", no more on " + found.baseType();
        DataType type = new DataType(wanted.name().schema(), wanted.name().name(), List.of(), 0);
        List<AlterColumn> back = new ArrayList<>();
        for (Table table : live.tables()) {
            for (Column column : table.columns()) {
                if (column.type().element().equals(type)) {
                    DataType before =
                            dimensioned(found.baseType(), column.type().dimensions());
                    DataType after =
                            dimensioned(wanted.baseType(), column.type().dimensions());
                    steps.add(
                            Phase.ALTER_DOMAIN,
                            alter(table, column, column.type(), before, found.collation(), null),
                            reason);
                    back.add(alter(table, column, before, column.type(), null, after));
                }
            }
        }
        steps.add(Phase.ALTER_DOMAIN, new DropDomain(found.name(), found), reason);
        steps.add(Phase.ALTER_DOMAIN, new CreateDomain(wanted), reason);
        back.forEach(column -> steps.add(Phase.ALTER_DOMAIN, column, reason));
    }

    private static DataType dimensioned(DataType type, int dimensions) {
        return dimensions == 0 ? type : new DataType(type.schema(), type.name(), type.modifiers(), dimensions);
    }

    private static AlterColumn alter(
            Table table, Column column, DataType from, DataType to, String collation, DataType through) {
        String value = quote(column.name()) + "::";
        return new AlterColumn(
                table.name(),
                column.name(),
                List.of(new ColumnChange.Type(
                        to,
                        column.collation() == null ? collation : column.collation(),
                        through == null ? null : value + through.toSql() + "::" + to.toSql(),
                        from,
                        column.collation(),
                        through == null ? null : value + from.toSql())));
    }
}
