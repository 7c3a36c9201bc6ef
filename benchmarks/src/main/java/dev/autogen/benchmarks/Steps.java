package dev.autogen.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link ComparisonBenchmark} and prints ratios: to the bare queries, and of the differ to all steps together. */
public final class Steps {

    private Steps() {}

    /** Tables and how many of a hundred of them differ. */
    private record Size(int tables, int changed) implements Comparable<Size> {
        @Override
        public int compareTo(Size other) {
            return tables != other.tables
                    ? Integer.compare(tables, other.tables)
                    : Integer.compare(changed, other.changed);
        }
    }

    /**
     * Measures.
     *
     * @param arguments the numbers of tables; none for 100, 1,000 and 5,000
     */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ComparisonBenchmark.class.getSimpleName());
        if (arguments.length > 0) {
            options.param("tables", arguments);
        }
        System.out.print(table(new Runner(options.build()).run()));
    }

    private static String table(Collection<RunResult> results) {
        Map<Size, Map<String, Double>> sizes = new TreeMap<>();
        for (RunResult result : results) {
            Size size = new Size(
                    Integer.parseInt(result.getParams().getParam("tables")),
                    Integer.parseInt(result.getParams().getParam("changed")));
            sizes.computeIfAbsent(size, key -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore());
        }
        StringBuilder out = new StringBuilder("""

                | tables | differ | bare queries | introspection | to bare queries | texts | differ | of these steps |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        sizes.forEach((size, step) -> {
            double introspection = step.get("introspect");
            double texts = step.get("canonicalize");
            double diff = step.get("diff");
            out.append("| %,d | %d %% | %,.0f ms | %,.0f ms | %.1f x | %,.0f ms | %,.1f ms | %.1f %% |\n"
                    .formatted(
                            size.tables(),
                            size.changed(),
                            step.get("bareQueries"),
                            introspection,
                            introspection / step.get("bareQueries"),
                            texts,
                            diff,
                            100 * diff / (introspection + texts + diff)));
        });
        return out.toString();
    }
}
