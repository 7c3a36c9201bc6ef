package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.Operation;
import java.util.List;

/** How a column numbers itself, on both sides. */
final class Numbering {
    private final Retention retention;

    Numbering(Retention retention) {
        this.retention = retention;
    }

    /**
     * Compares the two. JPA only says that the column numbers itself: any way of PostgreSQL to do so will do, unless the
     * model names one that is stricter.
     */
    Verdict compare(Column desired, Column live) {
        Identity wanted = desired.identity();
        Identity found = live.identity();
        if (wanted == null && found == null) {
            return Verdict.SAME;
        }
        if (wanted == null) {
            return retention.complete() || desired.defaultValue() != null
                    ? new Verdict.Different(describe(found) + " is dropped")
                    : new Verdict.Unsaid(describe(found));
        }
        if (found == null) {
            return !retention.complete() && drawsFromSequence(live)
                    ? Verdict.SAME
                    : new Verdict.Different(describe(wanted) + " is added");
        }
        return compare(desired, wanted, live, found);
    }

    private Verdict compare(Column desired, Identity wanted, Column live, Identity found) {
        if (!sameKind(wanted.kind(), found.kind())) {
            return !retention.complete() && wanted.kind() == Identity.Kind.BY_DEFAULT
                    ? Verdict.SAME
                    : new Verdict.Different(describe(found) + " becomes " + describe(wanted));
        }
        boolean alike = wanted.kind() == found.kind();
        return alike && options(desired, live).differ()
                ? new Verdict.Different("options of " + describe(found) + " change")
                : Verdict.SAME;
    }

    private boolean sameKind(Identity.Kind wanted, Identity.Kind found) {
        return wanted == found
                || (!retention.complete()
                        && (wanted == Identity.Kind.SERIAL || found == Identity.Kind.SERIAL)
                        && wanted != Identity.Kind.ALWAYS);
    }

    private SequenceOptionsComparison options(Column desired, Column live) {
        return retention.complete()
                ? SequenceOptionsComparison.complete(
                        desired.identity().options(), live.identity().options(), live.type())
                : SequenceOptionsComparison.said(
                        desired.identity().options(), live.identity().options(), live.type());
    }

    /** The change within {@code ALTER COLUMN}; null where none is needed because only serial comes or goes. */
    ColumnChange.Numbering change(Column desired, Column live) {
        Identity wanted = isSerial(desired) ? null : desired.identity();
        Identity found = isSerial(live) ? null : live.identity();
        if (wanted == null && found == null) {
            return null;
        }
        if (wanted == null || found == null) {
            return new ColumnChange.Numbering(wanted, found, found != null);
        }
        SequenceOptionsComparison options = options(desired, live);
        return new ColumnChange.Numbering(
                new Identity(wanted.kind(), options.to()), new Identity(found.kind(), options.from()), true);
    }

    static boolean isSerial(Column column) {
        return column.identity() != null && column.identity().kind() == Identity.Kind.SERIAL;
    }

    /** What makes a plain column a serial one. */
    static List<Operation> addSerial(QualifiedName table, Column serial) {
        Sequence sequence = sequence(table, serial);
        return List.of(
                new CreateSequence(sequence),
                new AlterColumn(table, serial.name(), List.of(new ColumnChange.Default(nextValue(sequence), null))));
    }

    /** What makes a serial column a plain one. */
    static List<Operation> dropSerial(QualifiedName table, Column serial) {
        Sequence sequence = sequence(table, serial);
        return List.of(
                new AlterColumn(table, serial.name(), List.of(new ColumnChange.Default(null, nextValue(sequence)))),
                new DropSequence(sequence.name(), sequence));
    }

    private static Sequence sequence(QualifiedName table, Column serial) {
        return new Sequence(
                sequenceName(table, serial.name()),
                serial.type(),
                serial.identity().options(),
                new ColumnRef(table, serial.name()),
                null);
    }

    /** The name PostgreSQL gives to the sequence behind a column. */
    static QualifiedName sequenceName(QualifiedName table, String column) {
        return table.withName(Identifiers.objectName(table.name(), column, "seq"));
    }

    private static SqlExpression nextValue(Sequence sequence) {
        QualifiedName name = sequence.name();
        String qualified =
                (name.schema() == null ? "" : Identifiers.quote(name.schema()) + ".") + Identifiers.quote(name.name());
        return SqlExpression.of("nextval('" + qualified.replace("'", "''") + "'::regclass)");
    }

    private static boolean drawsFromSequence(Column column) {
        return column.defaultValue() != null
                && column.defaultValue().canonical().startsWith("nextval(");
    }

    private static String describe(Identity identity) {
        return switch (identity.kind()) {
            case ALWAYS -> "generated always as identity";
            case BY_DEFAULT -> "generated by default as identity";
            case SERIAL -> "serial";
        };
    }
}
