package dev.autogen.conformance.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Which Hibernate on which PostgreSQL: a diagonal, all of them with {@code -Pmatrix}, or one with
 * {@code -Dautogen.cell=7.4/18}.
 */
final class Matrix {

    private static final List<String> LINES = List.of("6.6", "7.0", "7.1", "7.2", "7.3", "7.4");
    private static final List<Integer> SERVERS = List.of(14, 15, 16, 17, 18);

    /** Each line and each server once, oldest with oldest; 7.2 and 7.3 meet the release that most run. */
    private static final List<Arguments> DIAGONAL = List.of(
            cell("6.6", 14), cell("7.0", 15), cell("7.1", 16), cell("7.2", 17), cell("7.3", 17), cell("7.4", 18));

    private Matrix() {}

    static Stream<Arguments> cells() {
        String one = System.getProperty("autogen.cell");
        if (one != null) {
            String[] parts = one.split("/");
            return Stream.of(cell(parts[0], Integer.parseInt(parts[1])));
        }
        return Boolean.getBoolean("autogen.matrix")
                ? LINES.stream().flatMap(line -> SERVERS.stream().map(server -> cell(line, server)))
                : DIAGONAL.stream();
    }

    /** The oldest with the oldest and the newest with the newest; all with {@code -Pmatrix}. */
    static Stream<Arguments> ends() {
        return Boolean.getBoolean("autogen.matrix") ? cells() : Stream.of(cell("6.6", 14), cell("7.4", 18));
    }

    private static Arguments cell(String line, int server) {
        return Arguments.of(HibernateLine.of(line), server);
    }
}
