package dev.autogen.commands.proof.rows;

import dev.autogen.migration.Step;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows from which two ways begin. */
public final class StartRows {
    private StartRows() {}

    /**
     * Makes them.
     *
     * @param connection its search path is changed
     * @param before what is there
     * @param after what the steps lead to
     * @param steps all that is done on either way
     * @param tables those that are to have rows
     * @return those that got some
     */
    public static Set<QualifiedName> make(
            Connection connection,
            Catalog before,
            Catalog after,
            List<Step> steps,
            Collection<QualifiedName> tables,
            String defaultSchema)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + Identifiers.quote(defaultSchema) + ", public");
        }
        MadeRows made = new MadeRows();
        RowMaker maker = new RowMaker(
                connection, before, defaultSchema, new Demands(after, steps), new Numbering(1, true), made);
        for (QualifiedName table : new TreeSet<>(tables)) {
            maker.fill(table);
        }
        return made.tables();
    }
}
