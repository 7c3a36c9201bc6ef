package dev.autogen.differ.recipe;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.List;
import java.util.Set;

/**
 * A column that two versions of an application call by different names, and of which there are two while both run: a trigger
 * keeps them alike, whichever of them is written.
 *
 * @param table the table
 * @param old the name that the old version knows
 * @param now the name that the new version knows
 * @param type their type
 */
record Twin(QualifiedName table, String old, String now, DataType type) {
    /** Types of which PostgreSQL cannot say whether two values are the same. */
    private static final Set<String> WITHOUT_EQUALITY =
            Set.of("json", "xml", "point", "polygon", "box", "path", "lseg", "line", "circle");

    /** What the other of the two is called. */
    String other(String name) {
        return name.equals(old) ? now : old;
    }

    /** Whether the one is not what the other is, as SQL. */
    String differs(String one, String other) {
        return value(one) + " IS DISTINCT FROM " + value(other);
    }

    private String value(String column) {
        return WITHOUT_EQUALITY.contains(type.distinctName()) ? column + "::text" : column;
    }

    /** A row that is new goes by the new name where that has a value; one that is there, by the name that was written. */
    ExecuteSql start() {
        String oldValue = "NEW." + quote(old);
        String newValue = "NEW." + quote(now);
        return new ExecuteSql(
                """
                CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $alike$
                BEGIN
                  IF TG_OP = 'INSERT' THEN
                    IF %4$s IS NULL THEN
                      %4$s := %3$s;
                    ELSE
                      %3$s := %4$s;
                    END IF;
                  ELSIF %5$s THEN
                    %3$s := %4$s;
                  ELSIF %6$s THEN
                    %4$s := %3$s;
                  END IF;
                  RETURN NEW;
                END $alike$;
                CREATE TRIGGER %2$s BEFORE INSERT OR UPDATE ON %7$s FOR EACH ROW EXECUTE FUNCTION %1$s()""".formatted(
                                qualified(name()),
                                quote(name()),
                                oldValue,
                                newValue,
                                differs(newValue, "OLD." + quote(now)),
                                differs(oldValue, "OLD." + quote(old)),
                                qualified(table.name())),
                List.of());
    }

    ExecuteSql stop() {
        return new ExecuteSql(
                "DROP TRIGGER %s ON %s;%nDROP FUNCTION %s()"
                        .replace("%n", "\n")
                        .formatted(quote(name()), qualified(table.name()), qualified(name())),
                List.of());
    }

    private String name() {
        return Identifiers.objectName(table.name(), old + "_" + now, "alike");
    }

    private String qualified(String name) {
        return table.schema() == null ? quote(name) : quote(table.schema()) + "." + quote(name);
    }
}
