package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives names to what a model leaves unnamed, the ones that PostgreSQL would choose ({@code ChooseRelationName} and
 * {@code ChooseConstraintName} in its sources): a number follows where a name is taken.
 */
final class Names {
    /** Tables, sequences, indexes: one name space a schema. */
    private final Set<QualifiedName> relations = new HashSet<>();
    /** PostgreSQL avoids a constraint name that is used anywhere in the schema. */
    private final Set<QualifiedName> constraints = new HashSet<>();

    private final Map<List<String>, Integer> counters = new HashMap<>();

    void reserveRelation(QualifiedName name) {
        relations.add(name);
    }

    void reserveConstraint(QualifiedName table, Constraint constraint) {
        QualifiedName name = table.withName(constraint.name());
        constraints.add(name);
        if (hasIndex(constraint)) {
            relations.add(name);
        }
    }

    /** Whether an index of the same name stands behind it. */
    static boolean hasIndex(Constraint constraint) {
        return constraint instanceof PrimaryKey
                || constraint instanceof UniqueConstraint
                || constraint instanceof ExclusionConstraint;
    }

    /** The constraint itself if it has a name, else the same with a name of its own. */
    Constraint named(Table table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint;
        }
        String suffix = constraint.accept(Suffix.INSTANCE);
        Constraint named = constraint.withName(
                choose(table.name(), columns(table, constraint), suffix, hasIndex(constraint), true));
        reserveConstraint(table.name(), named);
        return named;
    }

    /** The index itself if it has a name, else the same with a name of its own. */
    Index named(Table table, Index index) {
        if (index.name() != null) {
            return index;
        }
        String columns = index.keys().stream().map(Names::word).collect(joining("_"));
        Index named = index.withName(choose(table.name(), columns, "idx", true, false));
        reserveRelation(table.name().withName(named.name()));
        return named;
    }

    /** What PostgreSQL calls an unnamed check of that table, but for the number. */
    static String ofCheck(Table table, CheckConstraint check) {
        return Identifiers.objectName(table.name().name(), columns(table, check), "check");
    }

    private String choose(QualifiedName table, String columns, String suffix, boolean relation, boolean constraint) {
        List<String> counter = List.of(String.valueOf(table.schema()), table.name(), columns, suffix);
        for (int number = counters.getOrDefault(counter, 0); ; number++) {
            QualifiedName name = table.withName(
                    Identifiers.objectName(table.name(), columns, number == 0 ? suffix : suffix + number));
            if (!(relation && relations.contains(name)) && !(constraint && constraints.contains(name))) {
                counters.put(counter, number + 1);
                return name.name();
            }
        }
    }

    private static String columns(Table table, Constraint constraint) {
        if (constraint instanceof UniqueConstraint unique) {
            return String.join("_", unique.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return String.join("_", key.columns());
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion.elements().stream()
                    .map(element -> word(element.key()))
                    .collect(joining("_"));
        }
        if (constraint instanceof CheckConstraint check) {
            List<String> columns = Mentions.columns(table, check.expression());
            return columns.size() == 1 ? columns.get(0) : "";
        }
        return "";
    }

    private static String word(IndexKey key) {
        if (key.column() != null) {
            return key.column();
        }
        String text = key.expression().canonical();
        int parenthesis = text.indexOf('(');
        boolean call = parenthesis > 0
                && text.endsWith(")")
                && text.substring(0, parenthesis).matches("[a-z_][a-z0-9_]*");
        return call ? text.substring(0, parenthesis) : "expr";
    }

    private enum Suffix implements Constraint.Visitor<String> {
        INSTANCE;

        @Override
        public String visit(PrimaryKey primaryKey) {
            return "pkey";
        }

        @Override
        public String visit(UniqueConstraint unique) {
            return "key";
        }

        @Override
        public String visit(ForeignKey key) {
            return "fkey";
        }

        @Override
        public String visit(CheckConstraint check) {
            return "check";
        }

        @Override
        public String visit(ExclusionConstraint exclusion) {
            return "excl";
        }
    }
}
