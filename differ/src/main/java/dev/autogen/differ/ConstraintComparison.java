package dev.autogen.differ;

import static dev.autogen.schema.ReferentialAction.NO_ACTION;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares two constraints of one kind that belong together. */
final class ConstraintComparison {
    private final Retention retention;

    ConstraintComparison(Retention retention) {
        this.retention = retention;
    }

    /** What tells the constraint from others of its kind on the same table when the names do not. */
    Object structure(Constraint constraint) {
        return constraint.accept(new Structure());
    }

    Fate<Constraint> compare(QualifiedName table, Constraint desired, Constraint live) {
        String difference = difference(table, desired, live);
        if (difference != null) {
            return Fate.replaced(live, desired.name() == null ? desired.withName(live.name()) : desired, difference);
        }
        Constraint renamed = desired.name() == null ? live : live.withName(desired.name());
        if (isUnvalidated(live) && !isUnvalidated(desired)) {
            return renamed == live || desired.name().equals(live.name())
                    ? Fate.validated(live, validated(live))
                    : Fate.replaced(live, desired, "it is not validated");
        }
        return renamed.equals(live) ? Fate.stays(live) : Fate.renamed(live, renamed);
    }

    /** What differs, or null. */
    private String difference(QualifiedName table, Constraint desired, Constraint live) {
        Attributes attributes = new Attributes(retention.complete());
        if (!structure(desired).equals(structure(live))) {
            attributes.different("definition", Descriptions.of(desired), Descriptions.of(live));
        } else {
            desired.accept(new AttributesOf(attributes, live));
        }
        attributes
                .unsaid()
                .forEach(what -> retention.keep(
                        ObjectRef.constraint(table, live.name()),
                        "constraint " + live.name() + " of " + table + " keeps its " + what
                                + ": the model does not say it"));
        return attributes.differ() ? attributes.difference() : null;
    }

    private static boolean isUnvalidated(Constraint constraint) {
        return (constraint instanceof ForeignKey key && key.enforced() && !key.validated())
                || (constraint instanceof CheckConstraint check && check.enforced() && !check.validated());
    }

    private static Constraint validated(Constraint live) {
        if (live instanceof CheckConstraint check) {
            return check.withValidated(true);
        }
        return ((ForeignKey) live).withValidated(true);
    }

    /** Order of columns did not come from an entity model unless it named the constraint. */
    private Object ordered(List<String> columns) {
        return retention.complete() ? columns : new TreeSet<>(columns);
    }

    private static String canonical(SqlExpression expression) {
        return expression == null ? "" : expression.canonical();
    }

    private final class Structure implements Constraint.Visitor<Object> {
        @Override
        public Object visit(PrimaryKey key) {
            return ordered(key.columns());
        }

        @Override
        public Object visit(UniqueConstraint unique) {
            return ordered(unique.columns());
        }

        @Override
        public Object visit(ForeignKey key) {
            Set<List<String>> pairs = new java.util.HashSet<>();
            for (int i = 0; i < key.columns().size(); i++) {
                pairs.add(List.of(key.columns().get(i), key.targetColumns().get(i)));
            }
            return List.of(key.target(), pairs);
        }

        @Override
        public Object visit(CheckConstraint check) {
            return canonical(check.expression());
        }

        @Override
        public Object visit(ExclusionConstraint exclusion) {
            List<Object> parts = new ArrayList<>(List.of(exclusion.method(), canonical(exclusion.predicate())));
            for (ExclusionConstraint.Element element : exclusion.elements()) {
                IndexKey key = element.key();
                parts.add(key.column() == null ? canonical(key.expression()) : key.column());
                parts.add(element.operator());
            }
            return parts;
        }
    }

    private static final class AttributesOf implements Constraint.Visitor<Attributes> {
        private final Attributes attributes;
        private final Constraint live;

        AttributesOf(Attributes attributes, Constraint live) {
            this.attributes = attributes;
            this.live = live;
        }

        @Override
        public Attributes visit(PrimaryKey desired) {
            PrimaryKey other = (PrimaryKey) live;
            return attributes
                    .unsaidAt(List.of(), "included columns", desired.include(), other.include())
                    .unsaidAt(false, "without overlaps", desired.withoutOverlaps(), other.withoutOverlaps())
                    .unsaidAt(
                            Deferrability.NOT_DEFERRABLE,
                            "deferrability",
                            desired.deferrability(),
                            other.deferrability());
        }

        @Override
        public Attributes visit(UniqueConstraint desired) {
            UniqueConstraint other = (UniqueConstraint) live;
            if (desired.name() != null) {
                attributes.said("columns", desired.columns(), other.columns());
            }
            return attributes
                    .unsaidAt(List.of(), "included columns", desired.include(), other.include())
                    .unsaidAt(false, "without overlaps", desired.withoutOverlaps(), other.withoutOverlaps())
                    .unsaidAt(false, "nulls not distinct", desired.nullsNotDistinct(), other.nullsNotDistinct())
                    .unsaidAt(
                            Deferrability.NOT_DEFERRABLE,
                            "deferrability",
                            desired.deferrability(),
                            other.deferrability());
        }

        @Override
        public Attributes visit(ForeignKey desired) {
            ForeignKey other = (ForeignKey) live;
            attributes.said("on delete", desired.onDelete(), other.onDelete());
            if (desired.enforced() && !desired.validated()) {
                attributes.said("validated", false, other.validated());
            }
            return attributes
                    .unsaidAt(List.of(), "columns of on delete", desired.onDeleteColumns(), other.onDeleteColumns())
                    .unsaidAt(NO_ACTION, "on update", desired.onUpdate(), other.onUpdate())
                    .unsaidAt(false, "match full", desired.matchFull(), other.matchFull())
                    .unsaidAt(true, "enforced", desired.enforced(), other.enforced())
                    .unsaidAt(false, "period", desired.period(), other.period())
                    .unsaidAt(
                            Deferrability.NOT_DEFERRABLE,
                            "deferrability",
                            desired.deferrability(),
                            other.deferrability());
        }

        @Override
        public Attributes visit(CheckConstraint desired) {
            CheckConstraint other = (CheckConstraint) live;
            if (desired.enforced() && !desired.validated()) {
                attributes.said("validated", false, other.validated());
            }
            return attributes
                    .unsaidAt(true, "enforced", desired.enforced(), other.enforced())
                    .unsaidAt(false, "no inherit", desired.noInherit(), other.noInherit());
        }

        @Override
        public Attributes visit(ExclusionConstraint desired) {
            ExclusionConstraint other = (ExclusionConstraint) live;
            for (int i = 0; i < desired.elements().size(); i++) {
                IndexKey key = desired.elements().get(i).key();
                IndexKey found = other.elements().get(i).key();
                attributes.unsaidAt(false, "descending order", key.descending(), found.descending());
                IndexComparison.compareKey(attributes, key, found);
            }
            return attributes.said("deferrability", desired.deferrability(), other.deferrability());
        }
    }
}
