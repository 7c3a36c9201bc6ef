package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Domain;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.DomainChange;

/**
 * Prints domains as calls of {@link dev.autogen.migration.Operations}.
 *
 * @param elements prints their types
 * @param op what the first call is called on, with its dot: {@code op.} or {@code op.inSchema("audit").}
 */
record DomainPrinter(ElementPrinter elements, String op) {

    Chain created(Domain domain) {
        Chain printed = Chain.of(op + "createDomain", name(domain.name().name()), elements.type(domain.baseType()));
        if (domain.collation() != null) {
            printed = printed.then("collate", name(domain.collation()));
        }
        if (domain.defaultValue() != null) {
            printed = printed.then("defaultSql", text(domain.defaultValue().text()));
        }
        if (!domain.nullable()) {
            printed = printed.then("notNull");
        }
        for (CheckConstraint check : domain.checks()) {
            printed = printed.then(
                    check.validated() ? "check" : "checkNotValid",
                    name(check.name()),
                    text(check.expression().text()));
        }
        if (domain.comment() != null) {
            printed = printed.then("comment", text(domain.comment()));
        }
        return printed;
    }

    Chain altered(AlterDomain operation) {
        Chain printed = Chain.of(op + "alterDomain", name(operation.name().name()));
        for (DomainChange change : operation.changes()) {
            printed = change.accept(new DomainChangePrinter(printed));
        }
        return printed;
    }
}
