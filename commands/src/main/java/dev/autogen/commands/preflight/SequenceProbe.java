package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.ddl.PostgresDdl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sequence whose last value is outside of the bounds that it is to have.
 *
 * @param object the sequence by its name when the migration gets there
 * @param live the sequence by its name now, with its schema
 * @param options the bounds it is to have, where they are given
 * @param type the type it is to have; empty where it keeps it
 */
record SequenceProbe(QualifiedName object, QualifiedName live, SequenceOptions options, Optional<DataType> type)
        implements Probe {
    private static final Map<String, Long> LARGEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    /** The last value, the bounds and the type now. */
    String question() {
        String name = quote(live.schema()) + "." + quote(live.name());
        return "SELECT n.last_value, s.seqmin, s.seqmax, pg_catalog.format_type(s.seqtypid, NULL) FROM " + name
                + " AS n, pg_catalog.pg_sequence AS s WHERE s.seqrelid = " + PostgresDdl.literal(name)
                + "::pg_catalog.regclass";
    }

    /** What is wrong, by the answer to the question; empty where nothing is. */
    Optional<String> problem(List<String> answer) {
        long last = Long.parseLong(answer.get(0));
        long lowest = options.minValue() == null ? Long.parseLong(answer.get(1)) : options.minValue();
        long highest = options.maxValue() == null ? highest(answer) : options.maxValue();
        if (last > highest) {
            return Optional.of("stands at " + last + ", beyond the highest value it is to have, " + highest);
        }
        return last < lowest
                ? Optional.of("stands at " + last + ", below the lowest value it is to have, " + lowest)
                : Optional.empty();
    }

    /** A bound that is the type's own follows the type; any other stays. */
    private long highest(List<String> answer) {
        long now = Long.parseLong(answer.get(2));
        Long ofType = LARGEST.get(DataType.parse(answer.get(3)).name());
        return type.isPresent() && ofType != null && ofType == now
                ? LARGEST.getOrDefault(type.get().name(), now)
                : now;
    }
}
