package dev.autogen.conformance.laws;

import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.IndexSketch;
import dev.autogen.conformance.laws.Sketch.Key;
import dev.autogen.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes up conditions and the keys of indexes. */
final class KeyGrowth {
    private final Dice dice;
    private final HostileTexts texts;

    KeyGrowth(Dice dice, HostileTexts texts) {
        this.dice = dice;
        this.texts = texts;
    }

    /** A condition on one or two of the columns; where it has to be immutable, it is. */
    Snippet condition(List<ColumnSketch> columns, boolean immutable) {
        if (columns.isEmpty()) {
            return Snippet.of("1 = 1", texts, List.of(), false);
        }
        List<ColumnSketch> about = dice.some(columns, dice.oneIn(5) ? 2 : 1);
        if (about.size() == 2) {
            return snippet(dice.pick(ExpressionTexts.ABOUT_TWO), about);
        }
        List<String> conditions =
                new ArrayList<>(ExpressionTexts.ABOUT.getOrDefault(about.get(0).kind, ExpressionTexts.ABOUT_ANY));
        conditions.addAll(ExpressionTexts.ABOUT_ANY.subList(0, 1));
        conditions.removeIf(condition -> immutable && condition.startsWith("~"));
        String condition = dice.pick(conditions);
        return snippet(condition.startsWith("~") ? condition.substring(1) : condition, about);
    }

    private Snippet snippet(String text, List<ColumnSketch> columns) {
        return Snippet.of(text, texts, columns, dice.oneIn(2));
    }

    /** Method, keys and options. */
    void fill(IndexSketch index, List<ColumnSketch> columns, int majorVersion) {
        ColumnSketch first = dice.pick(columns);
        index.method = method(first.kind);
        index.keys = new ArrayList<>();
        switch (index.method) {
            case "gin" -> {
                index.keys.add(plain(first, first.kind == Kind.JSONB && dice.oneIn(2) ? "jsonb_path_ops" : null));
                index.options = dice.oneIn(3) ? Map.of("fastupdate", "off") : Map.of();
            }
            case "gist" ->
                index.keys.add(plain(
                        first,
                        first.kind == Kind.INET
                                ? "inet_ops"
                                : first.kind == Kind.SEARCH && dice.oneIn(2) ? "tsvector_ops (siglen=100)" : null));
            case "brin" -> {
                index.keys.add(plain(
                        first, first.type.name().equals("integer") && dice.oneIn(2) ? "int4_minmax_multi_ops" : null));
                index.options = dice.oneIn(3) ? Map.of("pages_per_range", "16", "autosummarize", "on") : Map.of();
            }
            case "hash" -> index.keys.add(plain(first, null));
            default -> {
                for (ColumnSketch column : dice.some(columns, dice.oneIn(3) ? 2 : 1)) {
                    sorted(column, index.keys);
                }
                index.unique = dice.oneIn(4);
                index.nullsNotDistinct = index.unique && majorVersion >= 15 && dice.oneIn(3);
                index.options = dice.oneIn(5) ? new TreeMap<>(Map.of("fillfactor", "70")) : Map.of();
            }
        }
    }

    private String method(Kind kind) {
        boolean other = dice.oneIn(2);
        return switch (kind) {
            case JSONB, TEXTS, INTEGERS -> other ? "gin" : Index.BTREE;
            case SEARCH -> dice.pick("gin", "gist");
            case RANGE, TIME_RANGE, INET -> other ? "gist" : Index.BTREE;
            case BOX, POINT -> "gist";
            case INTEGER, DATE, TIMESTAMP, TIMESTAMPTZ -> dice.oneIn(6) ? "brin" : Index.BTREE;
            default -> kind.isHashable() && dice.oneIn(8) ? "hash" : Index.BTREE;
        };
    }

    private static Key plain(ColumnSketch column, String operatorClass) {
        return new Key(column, column.kind, null, null, operatorClass, false, false, null);
    }

    /** A key of a b-tree: the column, or something computed from it. */
    private void sorted(ColumnSketch column, List<Key> keys) {
        boolean descending = dice.oneIn(4);
        boolean nullsFirst = dice.oneIn(4) != descending;
        if (ExpressionTexts.OF.containsKey(column.kind) && dice.oneIn(3)) {
            ExpressionTexts.Value value = dice.pick(ExpressionTexts.OF.get(column.kind));
            if (value.kind().isSortable()) {
                Snippet expression = snippet(value.text(), List.of(column));
                boolean pattern = value.type().equals("text") && dice.oneIn(5);
                keys.add(new Key(
                        null,
                        null,
                        expression,
                        value.kind() == Kind.TEXT && dice.oneIn(5) ? "\"C\"" : null,
                        pattern ? "text_pattern_ops" : null,
                        descending,
                        nullsFirst,
                        null));
            }
        } else if (dice.oneIn(12)) {
            keys.add(new Key(null, null, condition(List.of(column), true), null, null, descending, nullsFirst, null));
        } else if (column.kind.isSortable()) {
            String operatorClass = !dice.oneIn(6)
                    ? null
                    : switch (column.kind) {
                        case TEXT -> column.type.name().equals("varchar") ? "varchar_pattern_ops" : "text_pattern_ops";
                        case CHAR -> "bpchar_pattern_ops";
                        default -> null;
                    };
            boolean collates = column.kind.isCollatable() && column.collation == null && dice.oneIn(8);
            keys.add(new Key(
                    column,
                    column.kind,
                    null,
                    collates ? "\"POSIX\"" : null,
                    operatorClass,
                    descending,
                    nullsFirst,
                    null));
        }
    }

    /** What must not be alike in two rows; nothing where the columns are not made for it. */
    List<Key> exclusion(List<ColumnSketch> columns) {
        for (ColumnSketch column : dice.shuffled(columns)) {
            String operator = switch (column.kind) {
                case RANGE, TIME_RANGE, MULTI_RANGE, BOX -> "&&";
                case INTEGER, TEXT, UUID, DATE -> "=";
                default -> null;
            };
            if (operator != null) {
                boolean computed = column.kind == Kind.TEXT && dice.oneIn(2);
                return List.of(new Key(
                        computed ? null : column,
                        column.kind,
                        computed ? snippet("lower({c})", List.of(column)) : null,
                        null,
                        null,
                        false,
                        false,
                        operator));
            }
        }
        return List.of();
    }
}
