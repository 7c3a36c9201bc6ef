package dev.autogen.introspector;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Firing;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Operations as they are tried out: whatever they make is made in {@code pg_temp}, and means itself wherever else they
 * name it. Who owns it, who may do what with it and what is said about it is left out.
 */
final class TrialStatements {
    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("pg_temp");

    private final String defaultSchema;
    private final Map<QualifiedName, QualifiedName> scratchNames = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private final Set<String> types = new HashSet<>();

    TrialStatements(String defaultSchema, List<Operation> operations) {
        this.defaultSchema = defaultSchema;
        // The last one is what it is all about, and the texts of it may qualify names with its own.
        for (int i = operations.size() - 1; i >= 0; i--) {
            made(operations.get(i)).forEach(this::name);
        }
        operations.forEach(this::add);
    }

    /** All of them, as one text. */
    String sql() {
        return String.join(";\n", statements);
    }

    /** Names of the types that columns have. */
    Set<String> types() {
        return types;
    }

    private void name(QualifiedName made) {
        if (!scratchNames.containsKey(made)) {
            QualifiedName bare = QualifiedName.of(made.name());
            scratchNames.put(made, scratchNames.containsValue(bare) ? QualifiedName.of("autogen: " + made) : bare);
        }
    }

    /** Its name in {@code pg_temp}. Nothing is ever tried on what is there. */
    private QualifiedName scratch(QualifiedName name) {
        return requireNonNull(scratchNames.get(name), () -> name + " is not made by the trial");
    }

    private static Stream<QualifiedName> made(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Stream.of(create.table().name());
        } else if (operation instanceof CreateEnum create) {
            return Stream.of(create.type().name());
        } else if (operation instanceof CreateDependent create
                && !create.object().id().kind().isPart()) {
            return Stream.of(create.object().id().relation());
        }
        return Stream.empty();
    }

    private void add(Operation operation) {
        if (operation instanceof CreateTable create) {
            create.table().columns().forEach(column -> types.add(column.type().name()));
            render(new CreateTable(scratch(create.table())));
        } else if (operation instanceof CreateEnum create) {
            render(new CreateEnum(
                    new EnumType(scratch(create.type().name()), create.type().labels())));
        } else if (operation instanceof CreateIndex create) {
            render(new CreateIndex(scratch(create.table()), create.index(), false));
        } else if (operation instanceof CreateDependent create) {
            create.object().accept(new Likeness());
        } else {
            throw new IllegalArgumentException("cannot be tried on scratch tables: " + operation);
        }
    }

    private Table scratch(Table table) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.replaceAll(constraint -> constraint instanceof ForeignKey key
                ? key.withTarget(scratch(key.target()), key.targetColumns())
                : constraint);
        return table.withName(scratch(table.name())).withConstraints(constraints);
    }

    private void render(Operation operation) {
        DDL.statements(operation).stream().map(SqlStatement::sql).forEach(this::render);
    }

    private void render(String sql) {
        String scratch = sql;
        for (Map.Entry<QualifiedName, QualifiedName> named : scratchNames.entrySet()) {
            QualifiedName name = named.getKey();
            String schema = name.schema() == null ? defaultSchema : name.schema();
            for (String spelling : QualifiedSpelling.of(schema, name.name())) {
                scratch = QualifiedSpelling.replaced(scratch, spelling, inScratch(named.getValue()));
            }
        }
        statements.add(scratch);
    }

    private static String inScratch(QualifiedName name) {
        return "pg_temp." + quote(name.name());
    }

    /** Makes what is like an object in all that PostgreSQL checks. */
    private final class Likeness implements DependentObject.Visitor<Void> {
        @Override
        public Void visit(View view) {
            return create(View.of(scratch(view.name()), view.query()));
        }

        /** None can be made over scratch tables; a table of the same columns takes the same indexes. */
        @Override
        public Void visit(MaterializedView view) {
            render("CREATE TABLE " + inScratch(scratch(view.name())) + " AS\n" + view.query() + "\nWITH NO DATA");
            return null;
        }

        @Override
        public Void visit(Policy policy) {
            return create(new Policy(
                    scratch(policy.table()),
                    policy.name(),
                    policy.permissive(),
                    policy.command(),
                    List.of(),
                    policy.using(),
                    policy.check(),
                    null));
        }

        @Override
        public Void visit(Trigger trigger) {
            return create(new Trigger(
                    scratch(trigger.table()),
                    trigger.name(),
                    trigger.constraint(),
                    trigger.events(),
                    trigger.action(),
                    Firing.ORIGIN,
                    null));
        }

        @Override
        public Void visit(Rule rule) {
            return create(
                    new Rule(scratch(rule.table()), rule.name(), rule.event(), rule.action(), Firing.ORIGIN, null));
        }

        @Override
        public Void visit(ExtendedStatistics statistics) {
            return create(new ExtendedStatistics(
                    scratch(statistics.name()),
                    scratch(statistics.table()),
                    statistics.kinds(),
                    statistics.columns(),
                    statistics.expressions(),
                    null,
                    null,
                    null));
        }

        private Void create(DependentObject object) {
            render(new CreateDependent(object));
            return null;
        }
    }
}
