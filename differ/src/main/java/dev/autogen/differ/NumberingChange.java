package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.SequenceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done around a change of the way in which a column numbers itself, so that its numbers go on: the identity
 * takes over where the sequence stood, and back.
 */
final class NumberingChange {
    private final QualifiedName table;
    private final ColumnRef ref;
    private final Column desired;
    private final Column live;
    private final DrawnSequences wanted;
    private final DrawnSequences found;
    private final List<Operation> before = new ArrayList<>();
    private final List<Operation> after = new ArrayList<>();

    NumberingChange(QualifiedName table, Column desired, Column live, DrawnSequences wanted, DrawnSequences found) {
        this.table = table;
        this.ref = new ColumnRef(table, live.name());
        this.desired = desired;
        this.live = live;
        this.wanted = wanted;
        this.found = found;
        boolean wasSerial = Numbering.isSerial(live);
        boolean isSerial = Numbering.isSerial(desired);
        if (wasSerial && isSerial) {
            serialStays();
        } else if (wasSerial) {
            serialGoes();
        } else if (isSerial) {
            serialComes();
        } else if (live.identity() == null) {
            found.of(live.defaultValue()).map(Sequence::name).ifPresent(this::identityTakesOver);
        } else if (desired.identity() == null) {
            wanted.of(desired.defaultValue()).map(Sequence::name).ifPresent(this::sequenceTakesOver);
        }
    }

    /** Before the column is altered. */
    List<Operation> before() {
        return before;
    }

    /** After the column is altered. */
    List<Operation> after() {
        return after;
    }

    /** The sequence of a serial column whose type becomes another has to follow; that of an identity column does. */
    static Optional<Operation> retyped(QualifiedName table, Column live, DataType to, DrawnSequences found) {
        Sequence sequence = found.behind(table, live);
        return Numbering.isInteger(to) && !TypeComparison.same(to, sequence.type())
                ? Optional.of(new AlterSequence(sequence.name(), List.of(new SequenceChange.Type(to, sequence.type()))))
                : Optional.empty();
    }

    /** The sequence of a serial column may have another name on the other side. */
    static Optional<Operation> renamed(
            QualifiedName table, Column desired, Column live, DrawnSequences.Both sequences) {
        if (!Numbering.isSerial(desired)) {
            return Optional.empty();
        }
        QualifiedName from = sequences.live().behind(table, live).name();
        QualifiedName to = sequences.desired().behind(table, desired).name();
        return from.equals(to) ? Optional.empty() : Optional.of(new RenameSequence(from, to.name()));
    }

    private void serialStays() {
        Sequence sequence = found.behind(table, live);
        SequenceOptionsComparison options = SequenceOptionsComparison.complete(
                desired.identity().options(), live.identity().options(), desired.type(), live.type());
        if (options.differ()) {
            after.add(new AlterSequence(sequence.name(), options.to(), options.from()));
        }
    }

    private void serialGoes() {
        Sequence sequence = found.behind(table, live);
        if (desired.identity() == null) {
            before.add(setDefault(null, nextValue(sequence.name())));
            before.add(new DropSequence(sequence.name(), sequence));
            return;
        }
        QualifiedName aside = aside(sequence.name());
        before.add(owner(sequence.name(), null, ref));
        before.add(new RenameSequence(sequence.name(), aside.name()));
        before.add(setDefault(null, nextValue(aside)));
        after.add(new ContinueNumbering(ref, aside, ContinueNumbering.Standing.SEQUENCE));
        after.add(new DropSequence(aside, renamed(sequence, aside)));
    }

    private void serialComes() {
        Sequence sequence = wanted.behind(table, desired);
        if (live.identity() == null) {
            after.add(new CreateSequence(sequence));
            after.add(setDefault(nextValue(sequence.name()), null));
            if (countsUp(desired.identity())) {
                after.add(ContinueNumbering.behindRows(ref));
            }
            return;
        }
        QualifiedName aside = aside(sequence.name());
        before.add(new CreateSequence(renamed(sequence, aside)));
        before.add(new ContinueNumbering(ref, aside, ContinueNumbering.Standing.COLUMN));
        after.add(setDefault(nextValue(aside), null));
        after.add(new RenameSequence(aside, sequence.name().name()));
        after.add(owner(sequence.name(), ref, null));
    }

    private void identityTakesOver(QualifiedName sequence) {
        after.add(new ContinueNumbering(ref, sequence, ContinueNumbering.Standing.SEQUENCE));
    }

    private void sequenceTakesOver(QualifiedName sequence) {
        before.add(new ContinueNumbering(ref, sequence, ContinueNumbering.Standing.COLUMN));
    }

    private static boolean countsUp(Identity identity) {
        Long increment = identity.options().increment();
        return increment == null || increment > 0;
    }

    private static QualifiedName aside(QualifiedName sequence) {
        return sequence.withName(Identifiers.cut("tmp_" + sequence.name()));
    }

    /** The same sequence under a name for the while, when no column owns it. */
    private static Sequence renamed(Sequence sequence, QualifiedName name) {
        return new Sequence(name, sequence.type(), sequence.options(), null, sequence.comment());
    }

    private static AlterSequence owner(QualifiedName sequence, ColumnRef to, ColumnRef from) {
        return new AlterSequence(sequence, List.of(new SequenceChange.Owner(to, from)));
    }

    private AlterColumn setDefault(SqlExpression to, SqlExpression from) {
        return new AlterColumn(table, live.name(), List.of(new ColumnChange.Default(to, from)));
    }

    private static SqlExpression nextValue(QualifiedName name) {
        String qualified =
                (name.schema() == null ? "" : Identifiers.quote(name.schema()) + ".") + Identifiers.quote(name.name());
        return SqlExpression.of("nextval('" + qualified.replace("'", "''") + "'::regclass)");
    }
}
