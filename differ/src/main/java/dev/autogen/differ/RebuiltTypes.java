package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changes of a table besides when enum types are made anew. */
final class RebuiltTypes {
    private static final String LABEL_LOST = "a label that it speaks of is no more";

    private final Map<QualifiedName, EnumComparison.Rebuild> rebuilt;
    private final Set<ColumnRef> withoutDefault;

    /**
     * For one comparison.
     *
     * @param rebuilt the types
     * @param withoutDefault columns whose default goes before their type is made anew
     */
    RebuiltTypes(Map<QualifiedName, EnumComparison.Rebuild> rebuilt, Set<ColumnRef> withoutDefault) {
        this.rebuilt = rebuilt;
        this.withoutDefault = withoutDefault;
    }

    /** Columns of such a type change theirs, as far as what hangs on them is concerned. */
    void mark(TableDelta delta) {
        if (rebuilt.isEmpty()) {
            return;
        }
        for (Column column : delta.live().columns()) {
            if (isRebuilt(column)) {
                delta.retyped().add(column.name());
                delta.converted().add(column.name());
            }
        }
        delta.alterations()
                .replaceAll(alteration ->
                        new TableDelta.Alteration(withoutOldDefault(alteration.operation()), alteration.reasons()));
    }

    boolean isRebuilt(Column column) {
        return rebuilt.containsKey(EnumComparison.typeName(column.type()));
    }

    /** A constraint or index that the model leaves unsaid cannot stay when it speaks of a label that goes. */
    void dropWhatSpeaksOfLostLabels(TableDelta delta) {
        if (!rebuilt.isEmpty()) {
            delta.constraints()
                    .replaceAll(fate -> fate.live() != null
                                    && fate.desired() != null
                                    && speaksOfLostLabel(Mentions.texts(fate.desired()))
                            ? Fate.dropped(fate.live(), LABEL_LOST)
                            : fate);
            delta.indexes()
                    .replaceAll(fate -> fate.live() != null
                                    && fate.desired() != null
                                    && speaksOfLostLabel(Mentions.texts(fate.desired()))
                            ? Fate.dropped(fate.live(), LABEL_LOST)
                            : fate);
        }
    }

    private boolean speaksOfLostLabel(List<SqlExpression> texts) {
        return rebuilt.values().stream()
                .anyMatch(type -> texts.stream()
                        .anyMatch(text -> TypedLiterals.mentionsAny(
                                type.lost(), type.to().name().name(), text.canonical())));
    }

    private Operation withoutOldDefault(Operation operation) {
        if (!(operation instanceof AlterColumn alter)
                || !withoutDefault.contains(new ColumnRef(alter.table(), alter.column()))) {
            return operation;
        }
        return new AlterColumn(
                alter.table(),
                alter.column(),
                alter.changes().stream()
                        .map(change -> change instanceof ColumnChange.Default value
                                ? new ColumnChange.Default(value.to(), null)
                                : change)
                        .toList());
    }
}
