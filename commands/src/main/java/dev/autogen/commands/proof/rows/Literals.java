package dev.autogen.commands.proof.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constants in the text of a check, as values to try: what the check demands of them PostgreSQL says, when it takes
 * them or not.
 *
 * @param texts the constants between quotes
 * @param numbers the numbers, and those beside them
 */
record Literals(List<String> texts, List<String> numbers) {
    private static final Pattern CONSTANT = Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.])(\\d+(?:\\.\\d+)?)");

    /**
     * Those of a text.
     *
     * @param row the number of the row, so that each begins with another one
     */
    static Literals of(String expression, int row) {
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Matcher matcher = CONSTANT.matcher(expression);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                texts.add(matcher.group(1).replace("''", "'"));
            } else {
                BigDecimal number = new BigDecimal(matcher.group(2));
                numbers.add(number.add(BigDecimal.ONE).toPlainString());
                numbers.add(number.toPlainString());
                numbers.add(number.subtract(BigDecimal.ONE).toPlainString());
            }
        }
        if (!texts.isEmpty()) {
            Collections.rotate(texts, -(row - 1) % texts.size());
        }
        return new Literals(texts, numbers);
    }

    /** The texts, then the numbers. */
    List<String> all() {
        return Stream.concat(texts.stream(), numbers.stream()).toList();
    }
}
