package dev.autogen.commands.proof.rows;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that a column may take, as PostgreSQL reads them from text, the likely ones first. They differ from row to row
 * and from column to column; that of every second row needs all the room that its type has, so that a smaller type shows.
 */
final class SampleValues {
    /** Room in a text without a limit, and the most that a key of an index takes well. */
    private static final int LONG_TEXT = 300;

    private static final int LONGEST_TEXT = 2000;

    private static final Set<String> TEXTS = Set.of("varchar", "char", "text", "citext", "name", "bpchar");

    /** Types of numbers, as a catalog spells them. */
    static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final Catalog catalog;

    SampleValues(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Values for a column, which may violate checks.
     *
     * @param checks those of the table, whose texts name values that may be demanded
     * @param place where the column stands in its table, from 0
     * @param row the number of the row, from 1
     */
    List<String> of(Column column, List<CheckConstraint> checks, int place, int row) {
        Set<String> values = new LinkedHashSet<>();
        List<CheckConstraint> all = new ArrayList<>(checks);
        DataType type = resolved(column.type(), all);
        Optional<EnumType> labels = enumType(type.element());
        if (labels.isPresent()) {
            List<String> known = labels.get().labels();
            for (int i = 0; i < known.size(); i++) {
                values.add(known.get((row - 1 + i) % known.size()));
            }
        } else {
            values.addAll(ordinary(type.element(), column.name(), place, row));
            if (values.isEmpty() || TEXTS.contains(type.distinctName())) {
                all.forEach(check -> values.addAll(
                        Literals.of(check.expression().text(), row).all()));
                values.addAll(unusual(row));
            } else if (NUMBERS.contains(type.distinctName())) {
                all.forEach(check -> values.addAll(
                        Literals.of(check.expression().text(), row).numbers()));
                values.addAll(List.of("0", "1", "-1", "100"));
            }
        }
        return type.dimensions() == 0
                ? List.copyOf(values)
                : values.stream().map(value -> "{" + quoted(value) + "}").toList();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private DataType resolved(DataType type, List<CheckConstraint> checks) {
        Optional<Domain> domain = catalog.domains().stream()
                .filter(known -> known.name().equals(name(type)))
                .findFirst();
        if (domain.isEmpty()) {
            return type;
        }
        checks.addAll(domain.get().checks());
        DataType base = resolved(domain.get().baseType(), checks);
        return type.dimensions() == 0 ? base : base.array();
    }

    private Optional<EnumType> enumType(DataType type) {
        return catalog.enumTypes().stream()
                .filter(known -> known.name().equals(name(type)))
                .findFirst();
    }

    private static QualifiedName name(DataType type) {
        return new QualifiedName(type.schema(), type.name());
    }

    private static List<String> ordinary(DataType type, String column, int place, int row) {
        int number = row + 10 * place;
        String day = "2024-01-%02d".formatted(1 + (number % 28));
        String time = "10:%02d:30.123456".formatted(number % 60);
        return switch (type.distinctName()) {
            case "varchar", "char", "text", "citext", "name", "bpchar" -> text(type, column, row);
            case "smallint", "oid" -> List.of(String.valueOf(number), String.valueOf(row));
            case "integer" -> List.of(String.valueOf(isWide(row) ? 100_000 + number : number), String.valueOf(row));
            case "bigint" ->
                List.of(String.valueOf(isWide(row) ? 3_000_000_000L + number : number), String.valueOf(row));
            case "numeric" -> List.of(decimal(type, row), String.valueOf(row));
            case "real", "double precision", "money" -> List.of(number + ".5", String.valueOf(row));
            case "boolean" -> List.of(row % 2 == 1 ? "true" : "false", row % 2 == 1 ? "false" : "true");
            case "date" -> List.of(day, "2030-01-%02d".formatted(1 + (number % 28)), "1999-01-01");
            case "time", "timetz" -> List.of(time);
            case "timestamp", "timestamptz" -> List.of(day + " " + time, "2030-01-01 " + time, "1999-01-01 " + time);
            case "interval" -> List.of(number + " days 01:02:03.123456");
            case "uuid" -> List.of("00000000-0000-4000-8000-%012d".formatted(number));
            case "bytea" -> List.of("\\x%08x".formatted(number));
            case "json", "jsonb" -> List.of("{\"n\": " + number + "}");
            case "xml" -> List.of("<n>" + number + "</n>");
            case "inet" -> List.of("10.0.0." + (number % 250 + 1));
            case "cidr" -> List.of("10.0." + (number % 250) + ".0/24");
            case "macaddr" -> List.of("08:00:2b:01:02:%02x".formatted(number % 256));
            case "macaddr8" -> List.of("08:00:2b:01:02:03:04:%02x".formatted(number % 256));
            case "bit", "varbit" -> List.of(bits(type, row));
            case "tsvector", "tsquery" -> List.of("word" + number);
            case "int4range", "int8range", "numrange" -> List.of("[" + 10 * number + "," + (10 * number + 5) + ")");
            case "daterange" -> List.of("[%d-01-01,%d-02-01)".formatted(2000 + number, 2000 + number));
            case "tsrange", "tstzrange" ->
                List.of("[\"%d-01-01 00:00\",\"%d-02-01 00:00\")".formatted(2000 + number, 2000 + number));
            case "point" -> List.of("(" + number + ",1)");
            case "line" -> List.of("{1," + number + ",1}");
            case "lseg", "path" -> List.of("[(0,0),(1," + number + ")]");
            case "box" -> List.of("(1," + number + "),(0,0)");
            case "polygon" -> List.of("((0,0),(1," + number + "),(1,0))");
            case "circle" -> List.of("<(0,0)," + number + ">");
            default -> List.of();
        };
    }

    private static boolean isWide(int row) {
        return row % 2 == 0;
    }

    private static List<String> text(DataType type, String column, int row) {
        boolean limited = !type.modifiers().isEmpty();
        boolean single = type.name().equals("char") && !limited;
        int room = limited ? number(type, 0) : single ? 1 : type.name().equals("name") ? 60 : LONG_TEXT;
        String letter = String.valueOf((char) ('a' + (row - 1) % 26));
        String brief = cut(letter + " " + column, room);
        return isWide(row) ? List.of(cut(brief + "-".repeat(LONGEST_TEXT), room), brief) : List.of(brief);
    }

    private static String cut(String text, int room) {
        return text.substring(0, Math.min(text.length(), Math.min(room, LONGEST_TEXT)))
                .stripTrailing();
    }

    private static String decimal(DataType type, int row) {
        if (type.modifiers().isEmpty()) {
            return row + ".123456";
        }
        int precision = number(type, 0);
        int scale = type.modifiers().size() > 1 ? number(type, 1) : 0;
        if (scale < 0 || scale >= precision) {
            return "0";
        }
        String whole = isWide(row) ? "8".repeat(Math.min(precision - scale, 30)) : String.valueOf(row % 10);
        return scale == 0 ? whole : whole + "." + "1".repeat(scale - 1) + "5";
    }

    private static String bits(DataType type, int row) {
        int room = type.modifiers().isEmpty() ? (type.name().equals("bit") ? 1 : 8) : number(type, 0);
        String bits = Integer.toBinaryString(row);
        return bits.length() > room ? "1".repeat(room) : "0".repeat(room - bits.length()) + bits;
    }

    private static int number(DataType type, int index) {
        return Integer.parseInt(type.modifiers().get(index));
    }

    /** What types and checks that nobody foresaw may ask for. */
    private static List<String> unusual(int row) {
        return List.of(
                String.valueOf(row),
                "0",
                "1",
                "-1",
                "a" + row + "@example.com",
                "https://example.com/" + row,
                "ABC" + row,
                "AB",
                "+4930123456" + row,
                "2024-01-0" + (1 + row % 9),
                "00000000-0000-4000-8000-00000000000" + row % 10,
                "{}",
                "");
    }
}
