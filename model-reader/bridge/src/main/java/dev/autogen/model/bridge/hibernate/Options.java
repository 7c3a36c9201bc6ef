package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.model.bridge.RemarkFacts;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** What Jakarta Persistence 3.2 lets a mapping append to a definition, word by word; Hibernate has it from 7.0 on. */
final class Options {

    private Options() {}

    /** A word for each that the table and its parts have: they are no part of a catalog. */
    static List<RemarkFacts> remarks(Table table, Declarations declarations) {
        List<RemarkFacts> remarks = new ArrayList<>();
        MemberFacts owner = declarations.origin(table);
        add(remarks, table, "table " + table.getName(), owner);
        for (Column column : table.getColumns()) {
            add(
                    remarks,
                    column,
                    "column " + table.getName() + "." + column.getName(),
                    declarations.origin(table, column));
        }
        table.getIndexes()
                .values()
                .forEach(index -> add(remarks, index, "index " + index.getName() + " of " + table.getName(), owner));
        table.getUniqueKeys()
                .values()
                .forEach(key ->
                        add(remarks, key, "unique constraint " + key.getName() + " of " + table.getName(), owner));
        table.getForeignKeys()
                .values()
                .forEach(key -> add(remarks, key, "foreign key " + key.getName() + " of " + table.getName(), owner));
        return remarks;
    }

    private static void add(List<RemarkFacts> remarks, Object part, String what, MemberFacts origin) {
        String options = of(part);
        if (!options.isBlank()) {
            remarks.add(RemarkFacts.note(
                    "The mapping gives the " + what + " the options '" + options + "', which are left to you.",
                    origin));
        }
    }

    private static String of(Object part) {
        try {
            Object options = part.getClass().getMethod("getOptions").invoke(part);
            return options == null ? "" : options.toString();
        } catch (NoSuchMethodException e) {
            return "";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Hibernate does not tell the options of " + part, e);
        }
    }
}
