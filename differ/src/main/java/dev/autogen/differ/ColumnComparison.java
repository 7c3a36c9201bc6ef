package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares one column on both sides, attribute by attribute. */
final class ColumnComparison {
    private final TableDelta delta;
    private final Retention retention;
    private final Numbering numbering;
    private final DrawnSequences.Both sequences;
    private final QualifiedName table;
    private final Column desired;
    private final Column live;
    private final List<String> reasons = new ArrayList<>();
    private final List<Operation> before = new ArrayList<>();
    private final List<ColumnChange> changes = new ArrayList<>();
    private final List<Operation> after = new ArrayList<>();

    private ColumnComparison(
            TableDelta delta, Column desired, Column live, Retention retention, DrawnSequences.Both sequences) {
        this.delta = delta;
        this.retention = retention;
        this.sequences = sequences;
        this.numbering = new Numbering(retention);
        this.table = delta.live().name();
        this.desired = desired;
        this.live = live;
    }

    /** Adds to the delta what becomes of the column. */
    static void compare(
            TableDelta delta, Column desired, Column live, Retention retention, DrawnSequences.Both sequences) {
        new ColumnComparison(delta, storedAsBefore(desired, live), live, retention, sequences).compare();
    }

    /** Hibernate makes virtual what it made stored before PostgreSQL 18, since it asks for neither. */
    private static Column storedAsBefore(Column desired, Column live) {
        boolean keeps = desired.generated() != null
                && live.generated() != null
                && desired.generated().unsaid();
        return keeps
                ? desired.withGenerated(new Generated(
                        desired.generated().expression(), live.generated().stored()))
                : desired;
    }

    private void compare() {
        boolean generated = live.generated() != null;
        if (apply(generated(), ObjectRef.Kind.GENERATED)) {
            if (becomesPlain()) {
                delta.stopComputing(live, reasons.remove(0));
                generated = false;
            } else if (isComputedOtherwiseInPlace()) {
                changes.add(new ColumnChange.Expression(
                        desired.generated().expression(), live.generated().expression()));
            } else {
                delta.droppedColumns().put(live, reasons.get(0));
                delta.addedColumns().put(desired, reasons.get(0));
                return;
            }
        }
        if (generated && needsConversion()) {
            reasons.add("type " + live.type() + " becomes " + desired.type());
            delta.droppedColumns().put(live, reasons.get(0));
            delta.addedColumns().put(desired, reasons.get(0));
            return;
        }
        boolean converts = type();
        boolean numbersItself = !generated && valueWithoutBeingTold(converts);
        boolean unsaid = !retention.complete() && (generated || numbersItself) && desired.nullable();
        if (desired.nullable() != live.nullable() && !unsaid) {
            reasons.add(desired.nullable() ? "null is allowed" : "null is not allowed");
            changes.add(new ColumnChange.Nullability(desired.nullable()));
        }
        if (apply(comment(), ObjectRef.Kind.COMMENT)) {
            changes.add(new ColumnChange.Comment(desired.comment(), live.comment()));
        }
        emit();
    }

    /** Whether PostgreSQL has to be told how values become the new type, or the old one, which it refuses for computed ones. */
    private boolean needsConversion() {
        return !TypeComparison.same(desired.type(), live.type())
                && (Casts.using(live.name(), live.type(), desired.type()).isPresent()
                        || Casts.using(live.name(), desired.type(), live.type()).isPresent());
    }

    /** Where the value comes from when an insert does not say it, a default or a number; whether it is a number. */
    private boolean valueWithoutBeingTold(boolean converts) {
        boolean renumbers = apply(numbering.compare(desired, live), ObjectRef.Kind.IDENTITY);
        boolean numbersItself = renumbers ? desired.identity() != null : live.identity() != null;
        boolean keepsSequence = !renumbers && desired.identity() != null && live.identity() == null;
        if (!keepsSequence && !(numbersItself && live.defaultValue() == null)) {
            defaultValue(numbersItself, converts);
        }
        if (renumbers) {
            NumberingChange around = new NumberingChange(table, desired, live, sequences.desired(), sequences.live());
            before.addAll(around.before());
            ColumnChange.Numbering change = numbering.change(desired, live);
            boolean retyped = changes.stream().anyMatch(ColumnChange.Type.class::isInstance);
            if (change != null && retyped && (change.to() == null || !change.existing())) {
                (change.to() == null ? before : after).add(alter(List.of(change)));
            } else if (change != null) {
                changes.add(change);
            }
            after.addAll(around.after());
        }
        boolean staysSerial = Numbering.isSerial(live) && (!renumbers || Numbering.isSerial(desired));
        if (staysSerial) {
            NumberingChange.retyped(table, live, desired.type(), sequences.live())
                    .ifPresent(after::add);
            if (retention.complete()) {
                NumberingChange.renamed(table, desired, live, sequences).ifPresent(after::add);
            }
        }
        return numbersItself;
    }

    private void defaultValue(boolean numbersItself, boolean converts) {
        if (numbersItself) {
            reasons.add("default " + live.defaultValue() + " is dropped");
            changes.add(new ColumnChange.Default(null, live.defaultValue()));
        } else {
            boolean changed = apply(defaultVerdict(), ObjectRef.Kind.DEFAULT);
            if (converts && live.defaultValue() != null && (!changed || desired.defaultValue() != null)) {
                before.add(alter(List.of(new ColumnChange.Default(null, live.defaultValue()))));
                if (changed) {
                    changes.add(new ColumnChange.Default(desired.defaultValue(), null));
                } else if (desired.defaultValue() != null || stillFits()) {
                    changes.add(new ColumnChange.Default(live.defaultValue(), null));
                }
            } else if (changed) {
                changes.add(new ColumnChange.Default(desired.defaultValue(), live.defaultValue()));
            }
        }
    }

    /** Whether a default of the old type is one of the new type, too: PostgreSQL assigns it, but converts nothing. */
    private boolean stillFits() {
        boolean fits = Casts.using(live.name(), live.type(), desired.type()).isEmpty();
        if (!fits) {
            reasons.add("default " + live.defaultValue() + " is dropped, which the new type does not take");
        }
        return fits;
    }

    private void emit() {
        before.forEach(operation -> delta.alterations().add(new TableDelta.Alteration(operation, List.of())));
        if (!changes.isEmpty()) {
            delta.alterations().add(new TableDelta.Alteration(alter(changes), reasons));
        }
        after.forEach(operation -> delta.alterations().add(new TableDelta.Alteration(operation, List.of())));
    }

    private AlterColumn alter(List<ColumnChange> some) {
        return new AlterColumn(table, live.name(), some);
    }

    /** Whether the attribute is to be changed; what is unsaid and stays is noted. */
    private boolean apply(Verdict verdict, ObjectRef.Kind attribute) {
        if (verdict instanceof Verdict.Different different) {
            reasons.add(different.reason());
            return true;
        }
        if (verdict instanceof Verdict.Unsaid unsaid) {
            ObjectRef ref = new ObjectRef(attribute, table, live.name());
            if (retention.removes(ref, unsaid.what() + " of " + table + "." + live.name())) {
                reasons.add(unsaid.what() + " is dropped");
                return true;
            }
        }
        return false;
    }

    private boolean becomesPlain() {
        return desired.generated() == null && live.generated().stored();
    }

    /** From 17 for a stored column; from 18 for a virtual one, unless the table has checks. */
    private boolean isComputedOtherwiseInPlace() {
        if (desired.generated() == null
                || live.generated() == null
                || desired.generated().stored() != live.generated().stored()) {
            return false;
        }
        return live.generated().stored()
                ? retention.serverVersion() >= 17
                : retention.serverVersion() >= 18 && delta.live().checks().isEmpty();
    }

    private Verdict generated() {
        if (Objects.equals(desired.generated(), live.generated())) {
            return Verdict.SAME;
        }
        if (desired.generated() == null) {
            return new Verdict.Unsaid("generated as (" + live.generated().expression() + ")");
        }
        if (live.generated() == null) {
            return new Verdict.Different("generated as (" + desired.generated().expression() + ")");
        }
        if (desired.generated().stored() != live.generated().stored()) {
            return new Verdict.Different(
                    desired.generated().stored() ? "virtual becomes stored" : "stored becomes virtual");
        }
        return desired.generated().expression().meansTheSameAs(live.generated().expression())
                ? Verdict.SAME
                : new Verdict.Different("generated as (" + live.generated().expression() + ") becomes ("
                        + desired.generated().expression() + ")");
    }

    /** Compares type and collation; whether PostgreSQL has to be told how to convert. */
    private boolean type() {
        boolean sameType = retention.complete()
                ? TypeComparison.sameToTheSchema(desired.type(), live.type())
                : TypeComparison.same(desired.type(), live.type());
        boolean recollates = apply(collation(), ObjectRef.Kind.COLLATION);
        if (sameType && !recollates) {
            return false;
        }
        DataType to = desired.type();
        if (!sameType) {
            reasons.add("type " + live.type() + " becomes " + to);
        }
        delta.retyped().add(live.name());
        if (recollates) {
            delta.recollated().add(live.name());
        }
        String collation = recollates || sameType || !isCollatable(to) ? desired.collation() : live.collation();
        String using = Casts.using(live.name(), live.type(), to).orElse(null);
        String usingBack = Casts.using(live.name(), to, live.type()).orElse(null);
        changes.add(new ColumnChange.Type(to, collation, using, live.type(), live.collation(), usingBack));
        boolean converts = using != null || usingBack != null;
        if (converts) {
            delta.converted().add(live.name());
        }
        return converts;
    }

    private Verdict collation() {
        if (Objects.equals(desired.collation(), live.collation())) {
            return Verdict.SAME;
        }
        if (desired.collation() == null) {
            return isCollatable(desired.type()) ? new Verdict.Unsaid("collation " + live.collation()) : Verdict.SAME;
        }
        return new Verdict.Different(
                "collation " + (live.collation() == null ? "" : live.collation() + " becomes ") + desired.collation());
    }

    private static boolean isCollatable(DataType type) {
        return switch (type.distinctName()) {
            case "text", "varchar", "char", "bpchar", "citext", "name" -> true;
            default -> false;
        };
    }

    private Verdict defaultVerdict() {
        if (desired.defaultValue() == null) {
            return live.defaultValue() == null ? Verdict.SAME : new Verdict.Unsaid("default " + live.defaultValue());
        }
        if (live.defaultValue() == null) {
            return new Verdict.Different("default " + desired.defaultValue());
        }
        boolean same = desired.defaultValue().meansTheSameAs(live.defaultValue())
                || NumericLiteral.same(
                        live.type(),
                        desired.defaultValue().canonical(),
                        live.defaultValue().canonical());
        return same
                ? Verdict.SAME
                : new Verdict.Different("default " + live.defaultValue() + " becomes " + desired.defaultValue());
    }

    private Verdict comment() {
        if (Objects.equals(desired.comment(), live.comment())) {
            return Verdict.SAME;
        }
        return desired.comment() == null
                ? new Verdict.Unsaid("comment")
                : new Verdict.Different("comment '" + desired.comment() + "'");
    }
}
