package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.differ.Mentions;
import dev.autogen.differ.recipe.Piece.Kind;
import dev.autogen.differ.recipe.RecipeStep.Run;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes the changes of one direction apart, each in its safe form where it has one. */
final class Expansion {
    private static final String UNTIL_FILLED = "Null is allowed until existing rows are filled.";
    private static final String SIDE_BY_SIDE = "Null is allowed while versions run that know nothing of it.";
    private static final String WRITTEN_MEANWHILE = "What versions wrote that know nothing of it.";
    private static final String PROOF =
            "A check that is known to hold lets NOT NULL be set without a look at the rows, and then goes.";

    private final List<Change> changes;
    private final KnownTables tables;
    private final TakenNames names;
    private final SideBySide sideBySide;

    private final Replacements replacements;
    private final Dependencies dependencies = new Dependencies();
    /** Columns whose numbering changes, which PostgreSQL wants to be NOT NULL at once. */
    private final Set<ColumnRef> numbered = new HashSet<>();
    /** What goes when the indexes that come on its table are there. */
    private final Map<QualifiedName, List<Piece>> outgoing = new HashMap<>();

    private final Set<QualifiedName> outgoingNames = new HashSet<>();
    private final Map<ColumnRef, Piece> requiredColumns = new HashMap<>();
    private final Map<AddEnumValue, Piece> labels = new LinkedHashMap<>();
    private boolean explained;
    private Change cause;

    Expansion(List<Change> changes, KnownTables tables, TakenNames names, SideBySide sideBySide) {
        this.changes = changes;
        this.tables = tables;
        this.names = names;
        this.sideBySide = sideBySide;
        List<Operation> operations = changes.stream().map(Change::operation).toList();
        this.replacements = new Replacements(operations);
        for (Operation operation : operations) {
            if (operation instanceof ContinueNumbering numbering) {
                numbered.add(numbering.column());
            } else if (operation instanceof AlterColumn alter
                    && alter.changes().stream().anyMatch(ColumnChange.Numbering.class::isInstance)) {
                numbered.add(new ColumnRef(alter.table(), alter.column()));
            }
        }
    }

    /** The pieces, in the order of the changes. The tables are known afterwards as they are then. */
    List<Piece> pieces() {
        for (int i = 0; i < changes.size(); i++) {
            cause = changes.get(i);
            int done = dependencies.count();
            expand(i, cause.operation());
            commitLabelsBefore(done, cause.operation());
            tables.follow(cause.operation());
        }
        return dependencies.pieces();
    }

    /** PostgreSQL does not let a label be used, be it in a default, in the transaction that added it. */
    private void commitLabelsBefore(int first, Operation operation) {
        labels.forEach((add, piece) -> {
            Set<String> label = Set.of(add.label());
            if (Expressions.of(operation).stream().anyMatch(text -> Mentions.anyLabel(label, add.name(), text))) {
                dependencies.pieces().stream().skip(first).forEach(user -> user.afterCommitOf(piece));
            }
        });
    }

    private void expand(int place, Operation operation) {
        if (operation instanceof CreateIndex create && isLiveWhole(create.table())) {
            index(create);
        } else if (operation instanceof DropIndex drop && isLiveWhole(drop.table())) {
            dropIndex(place, drop);
        } else if (operation instanceof DropConstraint drop && isLiveWhole(drop.table())) {
            dropConstraint(place, drop);
        } else if (operation instanceof AddConstraint add && tables.isLive(add.table())) {
            constraint(add);
        } else if (operation instanceof ValidateConstraint validate) {
            scan(validate);
        } else if (operation instanceof AlterColumn alter && tables.isLive(alter.table())) {
            alterColumn(alter);
        } else if (operation instanceof AddColumn add && tables.isLive(add.table())) {
            Twin twin = sideBySide
                    .twins()
                    .get(new ColumnRef(add.table(), add.column().name()));
            if (twin == null) {
                addColumn(add);
            } else {
                addTwin(add, twin);
            }
        } else if (operation instanceof DropColumn drop
                && sideBySide.twins().containsKey(new ColumnRef(drop.table(), drop.name()))) {
            dropTwin(drop, sideBySide.twins().get(new ColumnRef(drop.table(), drop.name())));
        } else if (operation instanceof AddEnumValue add) {
            labels.put(add, inTransaction(Kind.QUICK, add, false, List.of()));
        } else {
            fixed(operation);
        }
    }

    /** PostgreSQL builds and drops the indexes of a partitioned table within a transaction only. */
    private boolean isLiveWhole(QualifiedName table) {
        return tables.isLive(table) && !tables.isPartitioned(table);
    }

    private void index(CreateIndex create) {
        QualifiedName table = create.table();
        String name = create.index().name();
        if (!outgoingNames.contains(table.withName(name))) {
            build(table, create.index());
            return;
        }
        String meanwhile = names.replacement(table, name);
        build(table, create.index().withName(meanwhile));
        quick(new RenameIndex(table, meanwhile, name));
    }

    private Piece build(QualifiedName table, Index index) {
        CreateIndex create = new CreateIndex(table, index, true);
        Piece build = new Piece(Kind.BUILD, new Run(create, cause, List.of()), Footprint.of(create), true);
        outgoing.getOrDefault(table, List.of()).forEach(drop -> drop.after(build));
        return dependencies.add(build, create);
    }

    private void dropIndex(int place, DropIndex drop) {
        if (replacements.makesWay(place, drop.table(), drop.name())) {
            fixed(drop);
            return;
        }
        DropIndex concurrently = new DropIndex(drop.table(), drop.name(), drop.definition(), true);
        Piece piece = new Piece(Kind.REMOVAL, new Run(concurrently, cause, List.of()), Footprint.of(drop), true);
        dependencies.add(piece, concurrently);
        if (replacements.waits(place, drop.table())) {
            outgoing(piece, drop.table(), drop.name());
        }
    }

    private void dropConstraint(int place, DropConstraint drop) {
        boolean waits = drop.definition() != null
                && drop.definition().hasIndex()
                && !replacements.hasDependents()
                && !replacements.makesWay(place, drop.table(), drop.name())
                && replacements.waits(place, drop.table());
        if (waits) {
            outgoing(quick(drop), drop.table(), drop.name());
        } else {
            fixed(drop);
        }
    }

    private void outgoing(Piece piece, QualifiedName table, String name) {
        outgoing.computeIfAbsent(table, key -> new ArrayList<>()).add(piece);
        outgoingNames.add(table.withName(name));
    }

    /** Of a foreign key to a partitioned table, PostgreSQL validates only what it has to do with the table as a whole. */
    private void constraint(AddConstraint add) {
        Constraint constraint = add.constraint();
        boolean partitioned = tables.isPartitioned(add.table());
        if (constraint instanceof ForeignKey key
                && key.validated()
                && key.enforced()
                && !partitioned
                && !tables.isPartitioned(key.target())) {
            validatedLater(add.table(), key.withValidated(false));
        } else if (constraint instanceof CheckConstraint check && check.validated() && check.enforced()) {
            validatedLater(add.table(), check.withValidated(false));
        } else if (Replacements.canUseIndex(constraint) && !partitioned) {
            keyOfIndex(add.table(), constraint);
        } else {
            fixed(add);
        }
    }

    private void validatedLater(QualifiedName table, Constraint unvalidated) {
        Piece added = quick(new AddConstraint(table, unvalidated));
        scan(new ValidateConstraint(table, unvalidated.name(), unvalidated)).afterCommitOf(added);
    }

    private void keyOfIndex(QualifiedName table, Constraint constraint) {
        boolean taken = outgoingNames.contains(table.withName(constraint.name()));
        String index = taken ? names.replacement(table, constraint.name()) : constraint.name();
        Piece built = build(table, KeyIndex.of(constraint).withName(index));
        Piece added = quick(new AddConstraint(table, constraint, index)).after(built);
        outgoing.getOrDefault(table, List.of()).stream()
                .filter(drop -> drop.kind() == Kind.QUICK)
                .forEach(added::after);
        constraint.columns().stream()
                .map(column -> requiredColumns.get(new ColumnRef(table, column)))
                .filter(Objects::nonNull)
                .forEach(added::after);
    }

    private void alterColumn(AlterColumn alter) {
        ColumnChange required = new ColumnChange.Nullability(false);
        boolean atOnce = numbered.contains(new ColumnRef(alter.table(), alter.column()));
        if (atOnce || !alter.changes().contains(required)) {
            boolean meanwhile = sideBySide.filled().containsKey(new ColumnRef(alter.table(), alter.column()));
            inTransaction(Kind.QUICK, alter, false, meanwhile ? List.of(SIDE_BY_SIDE) : List.of());
            return;
        }
        List<ColumnChange> others = alter.changes().stream()
                .filter(change -> !change.equals(required))
                .toList();
        if (!others.isEmpty()) {
            fixed(new AlterColumn(alter.table(), alter.column(), others));
        }
        Column wanted = sideBySide.filled().get(new ColumnRef(alter.table(), alter.column()));
        if (wanted == null) {
            require(alter.table(), alter.column());
        } else {
            Piece fill = fill(alter.table(), wanted, List.of(WRITTEN_MEANWHILE));
            require(alter.table(), alter.column()).after(fill);
        }
    }

    private void addColumn(AddColumn add) {
        Column column = add.column();
        boolean required = !column.nullable();
        Column wanted = required ? column : sideBySide.filled().get(new ColumnRef(add.table(), column.name()));
        if (wanted == null || !Prospect.isFilledByNobody(wanted)) {
            fixed(add);
            return;
        }
        AddColumn nullable = new AddColumn(add.table(), column.withNullable(true));
        List<String> remarks = List.of(required ? UNTIL_FILLED : SIDE_BY_SIDE);
        Piece added = dependencies.add(
                new Piece(Kind.QUICK, new Run(nullable, cause, remarks), Footprint.of(nullable), false), nullable);
        Piece fill = fill(add.table(), wanted, List.of()).after(added);
        if (required) {
            require(add.table(), column.name()).after(fill);
        }
    }

    private void addTwin(AddColumn add, Twin twin) {
        String name = add.column().name();
        String other = twin.other(name);
        AddColumn nullable = new AddColumn(add.table(), add.column().withNullable(true));
        Piece added = inTransaction(
                Kind.QUICK,
                nullable,
                false,
                List.of("The same as " + other
                        + " under another name, as long as versions run that know only one of them."));
        Footprint both = Footprint.ofRows(add.table(), name, List.of(other));
        Piece alike = dependencies
                .add(new Piece(
                        Kind.QUICK,
                        new Run(twin.start(), cause, List.of("Keeps the two alike, whichever is written.")),
                        both,
                        true))
                .after(added);
        List<String> key = tables.key(add.table());
        String condition = twin.differs(Identifiers.quote(name), Identifiers.quote(other));
        RecipeStep copy = new RecipeStep.Copy(
                add.table(),
                name,
                Identifiers.quote(other),
                condition,
                !add.column().nullable(),
                key,
                cause,
                List.of());
        Piece copied = dependencies.add(new Piece(Kind.BATCH, copy, both, true)).afterCommitOf(alike);
        if (!add.column().nullable()) {
            require(add.table(), name).after(copied);
        }
    }

    /** The old column goes when nothing can go wrong any more with what stands for it. */
    private void dropTwin(DropColumn drop, Twin twin) {
        String other = twin.other(drop.name());
        Piece stop = dependencies.add(new Piece(
                Kind.QUICK,
                new Run(twin.stop(), cause, List.of()),
                Footprint.ofRows(drop.table(), twin.old(), List.of(twin.now())),
                false));
        Piece required = requiredColumns.get(new ColumnRef(drop.table(), other));
        if (required != null) {
            stop.after(required);
        }
        inTransaction(Kind.QUICK, drop, false, List.of("Its values are in " + other + "."));
    }

    private Piece fill(QualifiedName table, Column column, List<String> remarks) {
        List<String> key = tables.key(table);
        return dependencies.add(new Piece(
                Kind.BATCH,
                new RecipeStep.Backfill(table, column, key, cause, remarks),
                Footprint.ofRows(table, column.name(), key),
                true));
    }

    /** Sets NOT NULL behind a check that was validated; the piece with which that begins. */
    private Piece require(QualifiedName table, String column) {
        SqlExpression filled = SqlExpression.of(Identifiers.quote(column) + " IS NOT NULL");
        CheckConstraint check =
                CheckConstraint.of(names.notNullCheck(table, column), filled).withValidated(false);
        AddConstraint add = new AddConstraint(table, check);
        List<String> remarks = explained ? List.of() : List.of(PROOF);
        explained = true;
        Piece added =
                dependencies.add(new Piece(Kind.QUICK, new Run(add, cause, remarks), Footprint.of(add), true), add);
        Piece looked = scan(new ValidateConstraint(table, check.name(), check)).afterCommitOf(added);
        AlterColumn alter = new AlterColumn(table, column, List.of(new ColumnChange.Nullability(false)));
        Piece required = dependencies
                .add(new Piece(
                        Kind.QUICK, new Run(alter, cause, List.of()), Footprint.ofRows(table, column, List.of()), true))
                .after(looked);
        quick(new DropConstraint(table, check.name(), check)).after(required);
        requiredColumns.put(new ColumnRef(table, column), required);
        return added;
    }

    private Piece quick(Operation operation) {
        return inTransaction(Kind.QUICK, operation, true, List.of());
    }

    private Piece scan(ValidateConstraint validate) {
        return inTransaction(Kind.SCAN, validate, true, List.of());
    }

    private void fixed(Operation operation) {
        inTransaction(Kind.QUICK, operation, false, List.of());
    }

    private Piece inTransaction(Kind kind, Operation operation, boolean movable, List<String> remarks) {
        return dependencies.add(
                new Piece(kind, new Run(operation, cause, remarks), Footprint.of(operation), movable), operation);
    }
}
