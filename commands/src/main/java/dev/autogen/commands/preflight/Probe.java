package dev.autogen.commands.preflight;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/** A question to the data: whether it stands in the way of one thing that a migration does. */
sealed interface Probe permits RowProbe, DuplicateProbe, SequenceProbe {

    /** What is asked for, as programs know it; stable. */
    String kind();

    /** The table or sequence whose data is looked at, by its name when the migration gets there. */
    QualifiedName object();

    /** The columns it is about; empty where that is not known or it is none. */
    List<String> columns();
}
