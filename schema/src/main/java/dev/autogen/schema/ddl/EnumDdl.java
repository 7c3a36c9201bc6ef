package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.SetEnumComment;
import java.util.ArrayList;
import java.util.List;

/** {@code CREATE TYPE ... AS ENUM} and its changes. */
final class EnumDdl {
    private final SqlNames names;

    EnumDdl(SqlNames names) {
        this.names = names;
    }

    String create(EnumType type) {
        return "CREATE TYPE " + names.qualified(type.name()) + " AS ENUM "
                + type.labels().stream().map(SqlNames::literal).collect(joining(", ", "(", ")"));
    }

    String add(AddEnumValue operation) {
        return "ALTER TYPE " + names.qualified(operation.name()) + " ADD VALUE "
                + SqlNames.literal(operation.label())
                + (operation.after() == null ? "" : " AFTER " + SqlNames.literal(operation.after()))
                + (operation.before() == null ? "" : " BEFORE " + SqlNames.literal(operation.before()));
    }

    String comment(SetEnumComment operation) {
        return "COMMENT ON TYPE " + names.qualified(operation.type()) + " IS "
                + (operation.to() == null ? "NULL" : SqlNames.literal(operation.to()));
    }

    List<String> rebuild(RebuildEnum operation) {
        EnumType type = operation.to();
        String name = names.qualified(type.name());
        String old = Identifiers.cut("old_" + type.name().name());
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TYPE " + name + " RENAME TO " + quote(old));
        statements.add(create(type));
        if (type.comment() != null) {
            statements.add(comment(new SetEnumComment(type.name(), type.comment(), null)));
        }
        for (EnumUse use : operation.uses()) {
            statements.add(convert(use, name));
        }
        statements.add("DROP TYPE " + names.qualified(type.name().withName(old)));
        return statements;
    }

    private String convert(EnumUse use, String type) {
        String column = quote(use.column().column());
        String target = use.array() ? type + "[]" : type;
        String through = use.array() ? "text[]" : "text";
        String alter = "ALTER COLUMN " + column;
        String change = alter + " TYPE " + target + " USING " + column + "::" + through + "::" + target;
        String table = "ALTER TABLE " + names.qualified(use.column().table()) + " ";
        return use.defaultValue() == null
                ? table + change
                : table + alter + " DROP DEFAULT, " + change + ", " + alter + " SET DEFAULT "
                        + use.defaultValue().text();
    }
}
