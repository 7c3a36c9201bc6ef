package dev.autogen.commands.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How entities and database are compared.
 *
 * @param include patterns over schemas, tables, indexes and constraints, as given; empty for all
 * @param exclude likewise what is left out
 * @param strict whether what the model does not speak of counts as drift
 * @param allowDrops whether what the model does not know may be dropped
 * @param renames old name to new name, in the order given
 * @param respelled whether what is only spelled otherwise is renamed
 * @param plain whether the difference is carried out in one transaction, without regard to an application that runs
 *     meanwhile
 * @param split whether it is carried out by two migrations, between which two versions of an application run
 */
public record ComparisonSettings(
        List<String> include,
        List<String> exclude,
        boolean strict,
        boolean allowDrops,
        Map<String, String> renames,
        boolean respelled,
        boolean plain,
        boolean split) {

    public ComparisonSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        renames = Collections.unmodifiableMap(new LinkedHashMap<>(renames));
    }
}
