package dev.autogen.codegen;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Names and texts that break careless writers, and the throwing of coins and dice. */
final class RandomTexts {
    private static final List<String> HOSTILE = List.of(
            "a",
            "order",
            "Mixed Case",
            "with.dot",
            "quo\"te",
            "\"\"\"",
            "back\\slash",
            "\\u000a",
            "\\\\u0022",
            "$T",
            "$L$$",
            "*/",
            "//",
            "{@link x}",
            "<b>&amp;",
            "new\nline",
            "tab\t",
            "\r\n",
            "bell\u0007",
            "del\u007f",
            "\u00e9\u00df\u4e2d",
            "\ud83d\ude00",
            "rtl\u202e",
            "nbsp\u00a0",
            "line\u2028sep",
            "  led",
            "trailed  ",
            " ",
            "%s",
            "'quoted'",
            "?");

    private final Random random;

    RandomTexts(long seed) {
        random = new Random(seed);
    }

    /** The source of chance itself. */
    Random chance() {
        return random;
    }

    String name() {
        StringBuilder name = new StringBuilder(pick(HOSTILE));
        while (flag()) {
            name.append(pick(HOSTILE));
        }
        return Identifiers.cut(name.toString());
    }

    /** Any text, short or long, with or without lines. */
    String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(10) == 0 ? 60 : random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            text.append(pick(HOSTILE)).append(pick(List.of("", " ", "  ", "\n", "\n\n", "\"")));
        }
        return text.toString();
    }

    String sql() {
        String text = text();
        return text.isBlank() ? "now()" : text;
    }

    SqlExpression expression() {
        return SqlExpression.of(sql());
    }

    QualifiedName qualified() {
        return new QualifiedName(orNull(this::name), name());
    }

    boolean flag() {
        return random.nextBoolean();
    }

    <T> T orNull(Supplier<T> value) {
        return flag() ? null : value.get();
    }

    <T> List<T> some(Supplier<T> value) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value.get()).toList();
    }

    <T> List<T> atLeastOne(Supplier<T> value) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> value.get())
                .toList();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
