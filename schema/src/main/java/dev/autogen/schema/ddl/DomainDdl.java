package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Domain;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.DomainChange;
import java.util.ArrayList;
import java.util.List;

/** {@code CREATE DOMAIN} and its changes. */
final class DomainDdl {
    private final SqlNames names;
    private final ConstraintDdl constraints;

    DomainDdl(SqlNames names) {
        this.names = names;
        this.constraints = new ConstraintDdl(names);
    }

    List<String> create(Domain domain) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN ")
                .append(names.qualified(domain.name()))
                .append(" AS ")
                .append(domain.baseType().toSql());
        if (domain.collation() != null) {
            sql.append(" COLLATE ").append(domain.collation());
        }
        if (domain.defaultValue() != null) {
            sql.append(" DEFAULT ").append(domain.defaultValue().text());
        }
        if (!domain.nullable()) {
            sql.append(" NOT NULL");
        }
        List<String> statements = new ArrayList<>();
        domain.checks().stream()
                .filter(CheckConstraint::validated)
                .forEach(check -> sql.append(' ').append(constraints.definition(check)));
        statements.add(sql.toString());
        domain.checks().stream()
                .filter(check -> !check.validated())
                .forEach(check -> statements.add(alter(domain.name()) + "ADD " + constraints.definition(check)));
        if (domain.comment() != null) {
            statements.add(comment(domain.name(), domain.comment()));
        }
        return statements;
    }

    List<String> alter(AlterDomain operation) {
        Clause clause = new Clause(operation.name());
        return operation.changes().stream().map(change -> change.accept(clause)).toList();
    }

    private String alter(QualifiedName domain) {
        return "ALTER DOMAIN " + names.qualified(domain) + " ";
    }

    private String comment(QualifiedName domain, String comment) {
        return "COMMENT ON DOMAIN " + names.qualified(domain) + " IS "
                + (comment == null ? "NULL" : SqlNames.literal(comment));
    }

    /** PostgreSQL takes one change a statement. */
    private final class Clause implements DomainChange.Visitor<String> {
        private final QualifiedName domain;

        Clause(QualifiedName domain) {
            this.domain = domain;
        }

        @Override
        public String visit(DomainChange.Default change) {
            return alter(domain)
                    + (change.to() == null
                            ? "DROP DEFAULT"
                            : "SET DEFAULT " + change.to().text());
        }

        @Override
        public String visit(DomainChange.Nullability change) {
            return alter(domain) + (change.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        }

        @Override
        public String visit(DomainChange.AddCheck change) {
            return alter(domain) + "ADD " + constraints.definition(change.check());
        }

        @Override
        public String visit(DomainChange.DropCheck change) {
            return alter(domain) + "DROP CONSTRAINT " + quote(change.name());
        }

        @Override
        public String visit(DomainChange.Comment change) {
            return comment(domain, change.to());
        }
    }
}
