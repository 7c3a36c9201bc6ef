package dev.autogen.commands.preflight;

import java.util.List;

/** A question to one column of each row. */
sealed interface ColumnProbe extends RowProbe
        permits NullProbe, RequiredColumnProbe, ConversionProbe, LabelProbe, NumberProbe {
    String column();

    @Override
    default List<String> columns() {
        return List.of(column());
    }

    @Override
    default Reach reach() {
        return Reach.TREE;
    }
}
