package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.model.bridge.RemarkFacts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** What Jakarta Persistence 3.2 lets a mapping append to a definition, word by word; Hibernate has it from 7.0 on. */
final class Options {

    private Options() {}

    /** The method that tells them, by the class of the part; none before Hibernate 7.0. */
    private static final ClassValue<Optional<Method>> GETTERS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            try {
                return Optional.of(type.getMethod("getOptions"));
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            }
        }
    };

    /** A word for each that the table and its parts have: they are no part of a catalog. */
    static List<RemarkFacts> remarks(Table table, Declarations declarations) {
        List<RemarkFacts> remarks = new ArrayList<>();
        MemberFacts owner = declarations.origin(table);
        add(remarks, table, () -> "table " + table.getName(), () -> owner);
        for (Column column : table.getColumns()) {
            add(
                    remarks,
                    column,
                    () -> "column " + table.getName() + "." + column.getName(),
                    () -> declarations.origin(table, column));
        }
        table.getIndexes()
                .values()
                .forEach(index ->
                        add(remarks, index, () -> "index " + index.getName() + " of " + table.getName(), () -> owner));
        table.getUniqueKeys()
                .values()
                .forEach(key -> add(
                        remarks,
                        key,
                        () -> "unique constraint " + key.getName() + " of " + table.getName(),
                        () -> owner));
        table.getForeignKeys()
                .values()
                .forEach(key -> add(
                        remarks, key, () -> "foreign key " + key.getName() + " of " + table.getName(), () -> owner));
        return remarks;
    }

    private static void add(
            List<RemarkFacts> remarks, Object part, Supplier<String> what, Supplier<MemberFacts> origin) {
        String options = of(part);
        if (!options.isBlank()) {
            remarks.add(RemarkFacts.note(
                    "The mapping gives the " + what.get() + " the options '" + options + "', which are left to you.",
                    origin.get()));
        }
    }

    private static String of(Object part) {
        Optional<Method> getter = GETTERS.get(part.getClass());
        if (getter.isEmpty()) {
            return "";
        }
        try {
            Object options = getter.get().invoke(part);
            return options == null ? "" : options.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Hibernate does not tell the options of " + part, e);
        }
    }
}
