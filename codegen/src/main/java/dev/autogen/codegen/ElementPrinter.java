package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.names;
import static dev.autogen.codegen.Literals.number;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tables consist of, as calls of {@link dev.autogen.migration.Elements} and {@link dev.autogen.migration.Types}. */
final class ElementPrinter {
    private static final Map<String, String> FACTORIES = Map.ofEntries(
            Map.entry("bigint", "bigint"),
            Map.entry("integer", "integer"),
            Map.entry("smallint", "smallint"),
            Map.entry("boolean", "bool"),
            Map.entry("real", "real"),
            Map.entry("double precision", "doublePrecision"),
            Map.entry("numeric", "numeric"),
            Map.entry("varchar", "varchar"),
            Map.entry("text", "text"),
            Map.entry("bytea", "bytea"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("timetz", "timetz"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamptz", "timestamptz"),
            Map.entry("interval", "interval"),
            Map.entry("uuid", "uuid"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("xml", "xml"),
            Map.entry("inet", "inet"),
            Map.entry("tsvector", "tsvector"));

    /** Types whose factory takes one number. */
    private static final Map<String, String> SIZED = Map.of(
            "varchar", "varchar",
            "char", "character",
            "time", "time",
            "timetz", "timetz",
            "timestamp", "timestamp",
            "timestamptz", "timestamptz");

    private final StaticImports imports;

    ElementPrinter(StaticImports imports) {
        this.imports = imports;
    }

    Chain type(DataType type) {
        Chain printed = element(type.element());
        for (int i = 0; i < type.dimensions(); i++) {
            printed = printed.then("array");
        }
        return printed;
    }

    private Chain element(DataType type) {
        List<String> modifiers = type.modifiers();
        boolean numeric = modifiers.stream().allMatch(ElementPrinter::isNumber);
        if (type.schema() == null && numeric) {
            Expression[] numbers = modifiers.stream().map(Expression.Atom::new).toArray(Expression[]::new);
            String factory = modifiers.isEmpty() ? FACTORIES.get(type.name()) : SIZED.get(type.name());
            if (factory != null && modifiers.size() <= 1) {
                return imports.type(factory, numbers);
            }
            if (type.name().equals("numeric") && modifiers.size() == 2) {
                return imports.type("numeric", numbers);
            }
        }
        String sql = type.toSql();
        return isReadBack(type, sql)
                ? imports.type("type", name(sql))
                : imports.type("type", names(modifiers, exactName(new QualifiedName(type.schema(), type.name()))));
    }

    private static boolean isNumber(String modifier) {
        return modifier.length() < 10 && modifier.matches("-?[1-9][0-9]*|0");
    }

    private static boolean isReadBack(DataType type, String sql) {
        try {
            return DataType.parse(sql).equals(type);
        } catch (IllegalArgumentException notReadable) {
            return false;
        }
    }

    /** A name in the default schema as it is, one in another schema with {@code name(schema, name)}. */
    Expression reference(QualifiedName name) {
        return name.schema() == null ? name(name.name()) : exactName(name);
    }

    private Expression exactName(QualifiedName name) {
        return name.schema() == null
                ? imports.element("name", name(name.name()))
                : imports.element("name", name(name.schema()), name(name.name()));
    }

    Chain column(Column column) {
        Chain printed = imports.element("column", name(column.name()), type(column.type()));
        if (!column.nullable()) {
            printed = printed.then("notNull");
        }
        if (column.identity() != null) {
            printed = printed.then(
                    identity(column.identity().kind()),
                    sequence(column.identity().options()));
        }
        if (column.defaultValue() != null) {
            printed = printed.then("defaultSql", text(column.defaultValue().text()));
        }
        if (column.generated() != null) {
            printed = printed.then(
                    column.generated().stored() ? "generatedAs" : "generatedAsVirtual",
                    text(column.generated().expression().text()));
        }
        if (column.collation() != null) {
            printed = printed.then("collate", name(column.collation()));
        }
        if (column.comment() != null) {
            printed = printed.then("comment", text(column.comment()));
        }
        return printed;
    }

    private static String identity(Identity.Kind kind) {
        return switch (kind) {
            case ALWAYS -> "generatedAlways";
            case BY_DEFAULT -> "generatedByDefault";
            case SERIAL -> "serial";
        };
    }

    /** The argument for a sequence with options, none for one without. */
    Expression[] sequence(SequenceOptions options) {
        return options.equals(SequenceOptions.NONE)
                ? new Expression[0]
                : new Expression[] {options(imports.element("sequence"), options)};
    }

    /** The calls that say the options. */
    Chain options(Chain sequence, SequenceOptions options) {
        Chain printed = option(sequence, "startWith", options.start());
        printed = option(printed, "incrementBy", options.increment());
        printed = option(printed, "minValue", options.minValue());
        printed = option(printed, "maxValue", options.maxValue());
        printed = option(printed, "cache", options.cache());
        if (options.cycle() != null) {
            printed = printed.then(options.cycle() ? "cycle" : "noCycle");
        }
        return printed;
    }

    private static Chain option(Chain sequence, String method, Long value) {
        return value == null ? sequence : sequence.then(method, number(value));
    }

    /** What its author has yet to write. */
    Chain todo(String question) {
        return imports.element("todo", text(question));
    }

    /** The comment of a new table. */
    Chain comment(String comment) {
        return imports.element("comment", text(comment));
    }

    /** A constraint within a new table. */
    Chain constraint(Constraint constraint) {
        return constraint.accept(new ConstraintPrinter(null, null));
    }

    /** A constraint that is added to a table. */
    Chain constraint(Constraint constraint, String op, String table) {
        return constraint.accept(new ConstraintPrinter(op, table));
    }

    /** The index's keys and options, as calls on {@code createIndex(name, table}. */
    Chain index(String method, Index index, String table) {
        boolean plain = index.keys().stream()
                .allMatch(key -> key.column() != null && key.equals(IndexKey.column(key.column())));
        List<String> columns =
                plain ? index.keys().stream().map(IndexKey::column).toList() : List.of();
        Chain printed = Chain.of(method, names(columns, name(index.name()), name(table)));
        if (!plain) {
            printed = printed.then("on", index.keys().stream().map(this::key).toArray(Expression[]::new));
        }
        if (index.unique()) {
            printed = printed.then("unique");
        }
        if (!index.method().equals(Index.BTREE)) {
            printed = printed.then("using", name(index.method()));
        }
        if (!index.include().isEmpty()) {
            printed = printed.then("include", names(index.include()));
        }
        if (index.nullsNotDistinct()) {
            printed = printed.then("nullsNotDistinct");
        }
        if (index.predicate() != null) {
            printed = printed.then("where", text(index.predicate().text()));
        }
        for (Map.Entry<String, String> option : index.options().entrySet()) {
            printed = printed.then("with", name(option.getKey()), name(option.getValue()));
        }
        return printed;
    }

    private Chain key(IndexKey key) {
        Chain printed = key.column() != null
                ? imports.element("key", name(key.column()))
                : imports.element("expression", text(key.expression().text()));
        if (key.collation() != null) {
            printed = printed.then("collate", name(key.collation()));
        }
        if (key.operatorClass() != null) {
            printed = printed.then("operatorClass", name(key.operatorClass()));
        }
        if (key.descending()) {
            printed = printed.then("desc");
        }
        if (key.nullsFirst() != key.descending()) {
            printed = printed.then(key.nullsFirst() ? "nullsFirst" : "nullsLast");
        }
        return printed;
    }

    /** Constraints of new tables are elements, those added later are operations with the table as second argument. */
    private final class ConstraintPrinter implements Constraint.Visitor<Chain> {
        private final String op;
        private final String table;

        ConstraintPrinter(String op, String table) {
            this.op = op;
            this.table = table;
        }

        private Chain call(String element, String operation, Constraint constraint, Expression... rest) {
            if (constraint.name() == null) {
                throw new IllegalArgumentException("a constraint without a name cannot be written: " + constraint);
            }
            List<Expression> more = List.of(rest);
            if (table == null) {
                return imports.element(element, arguments(List.of(name(constraint.name())), more));
            }
            return Chain.of(op + operation, arguments(List.of(name(constraint.name()), name(table)), more));
        }

        private static Expression[] arguments(List<Expression> first, List<Expression> more) {
            return Stream.concat(first.stream(), more.stream()).toArray(Expression[]::new);
        }

        @Override
        public Chain visit(PrimaryKey key) {
            Chain printed = call("primaryKey", "createPrimaryKey", key, names(key.columns()));
            return deferrable(
                    withoutOverlaps(included(printed, key.include()), key.withoutOverlaps()), key.deferrability());
        }

        @Override
        public Chain visit(UniqueConstraint unique) {
            Chain printed = call("unique", "createUnique", unique, names(unique.columns()));
            printed = included(printed, unique.include());
            if (unique.nullsNotDistinct()) {
                printed = printed.then("nullsNotDistinct");
            }
            return deferrable(withoutOverlaps(printed, unique.withoutOverlaps()), unique.deferrability());
        }

        @Override
        public Chain visit(ForeignKey key) {
            Chain printed = call("foreignKey", "createForeignKey", key, names(key.columns()))
                    .then("references", names(key.targetColumns(), reference(key.target())));
            if (key.onDelete() != ReferentialAction.NO_ACTION
                    || !key.onDeleteColumns().isEmpty()) {
                printed = printed.then("onDelete", names(key.onDeleteColumns(), imports.action(key.onDelete())));
            }
            if (key.onUpdate() != ReferentialAction.NO_ACTION) {
                printed = printed.then("onUpdate", imports.action(key.onUpdate()));
            }
            if (key.matchFull()) {
                printed = printed.then("matchFull");
            }
            if (key.period()) {
                printed = printed.then("period");
            }
            printed = deferrable(printed, key.deferrability());
            return valid(printed, key.validated(), key.enforced());
        }

        @Override
        public Chain visit(CheckConstraint check) {
            Chain printed =
                    call("check", "createCheck", check, text(check.expression().text()));
            if (check.noInherit()) {
                printed = printed.then("noInherit");
            }
            return valid(printed, check.validated(), check.enforced());
        }

        @Override
        public Chain visit(ExclusionConstraint exclusion) {
            Chain printed = call("exclude", "createExclusion", exclusion);
            if (!exclusion.method().equals("gist")) {
                printed = printed.then("using", name(exclusion.method()));
            }
            for (ExclusionConstraint.Element element : exclusion.elements()) {
                IndexKey key = element.key();
                boolean plain = key.column() != null && key.equals(IndexKey.column(key.column()));
                printed = printed.then("with", plain ? name(key.column()) : key(key), name(element.operator()));
            }
            if (exclusion.predicate() != null) {
                printed = printed.then("where", text(exclusion.predicate().text()));
            }
            return deferrable(printed, exclusion.deferrability());
        }

        private Chain valid(Chain printed, boolean validated, boolean enforced) {
            if (!enforced) {
                return printed.then("notEnforced");
            }
            return validated ? printed : printed.then("notValid");
        }

        private Chain withoutOverlaps(Chain printed, boolean withoutOverlaps) {
            return withoutOverlaps ? printed.then("withoutOverlaps") : printed;
        }

        private Chain included(Chain printed, List<String> include) {
            return include.isEmpty() ? printed : printed.then("include", names(include));
        }

        private Chain deferrable(Chain printed, Deferrability deferrability) {
            return switch (deferrability) {
                case NOT_DEFERRABLE -> printed;
                case INITIALLY_IMMEDIATE -> printed.then("deferrable");
                case INITIALLY_DEFERRED -> printed.then("initiallyDeferred");
            };
        }
    }
}
