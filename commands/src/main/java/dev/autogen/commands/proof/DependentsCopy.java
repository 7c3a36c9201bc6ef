package dev.autogen.commands.proof;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Grant;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Copies views, policies, triggers and the like, with the roles and functions they need, onto the tables of a copy. */
final class DependentsCopy {
    private static final String ROLE_EXISTS = "select 1 from pg_catalog.pg_roles where rolname = ?";

    private final List<Dependent> dependents;
    private final PostgresDdl ddl;

    DependentsCopy(List<Dependent> dependents, PostgresDdl ddl) {
        this.dependents = dependents;
        this.ddl = ddl;
    }

    /**
     * Makes them; answers what cannot be made.
     *
     * @param ownServer whether roles may be made: they belong to a whole server
     */
    Optional<String> fill(Connection connection, boolean ownServer) throws SQLException {
        if (dependents.isEmpty()) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement()) {
            for (String role : roles()) {
                if (exists(connection, role)) {
                    continue;
                }
                if (!ownServer) {
                    return Optional.of("needs role " + role + ", which the scratch server does not have");
                }
                statement.execute("CREATE ROLE " + Identifiers.quote(role));
            }
            statement.execute("SET check_function_bodies = off");
            for (Dependent dependent : dependents) {
                try {
                    for (String function : dependent.functions()) {
                        statement.execute(function);
                    }
                    make(statement, dependent);
                } catch (SQLException e) {
                    return Optional.of("the copy of " + dependent.description() + " failed ("
                            + e.getMessage().lines().findFirst().orElse("") + ")");
                }
            }
            return Optional.empty();
        }
    }

    private void make(Statement statement, Dependent dependent) throws SQLException {
        DependentObject object = dependent.object();
        if (object == null) {
            return;
        }
        for (SqlStatement sql : ddl.statements(new CreateDependent(object))) {
            statement.execute(sql.sql());
        }
        for (Index index : dependent.indexes()) {
            for (SqlStatement sql : ddl.statements(new CreateIndex(object.id().relation(), index, false))) {
                statement.execute(sql.sql());
            }
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROLE_EXISTS)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        dependents.stream()
                .map(Dependent::object)
                .filter(object -> object != null)
                .forEach(object -> roles.addAll(object.accept(new RolesOf())));
        roles.remove(Grant.PUBLIC);
        return roles;
    }

    /** The roles that an object names. */
    private static final class RolesOf implements DependentObject.Visitor<Collection<String>> {
        @Override
        public Collection<String> visit(View view) {
            return of(view.access());
        }

        @Override
        public Collection<String> visit(MaterializedView view) {
            return of(view.access());
        }

        @Override
        public Collection<String> visit(Policy policy) {
            return policy.roles();
        }

        @Override
        public Collection<String> visit(Trigger trigger) {
            return List.of();
        }

        @Override
        public Collection<String> visit(Rule rule) {
            return List.of();
        }

        @Override
        public Collection<String> visit(ExtendedStatistics statistics) {
            return statistics.owner() == null ? List.of() : List.of(statistics.owner());
        }

        private static Collection<String> of(Access access) {
            Set<String> roles = new TreeSet<>(access.withheld());
            access.ownerRole().ifPresent(roles::add);
            access.grants().forEach(grant -> roles.add(grant.role()));
            return roles;
        }
    }
}
