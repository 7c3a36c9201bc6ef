package dev.autogen.commands.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides on which databases and schemas a command over several works.
 *
 * @param schemas the schemas of a database
 */
record FleetChoice(
        SettingValues values, DatabaseChoice databases, Function<ConnectionTarget, Setting<List<String>>> schemas) {
    private static final int DEFAULT_PARALLEL = 4;
    private static final int MOST_PARALLEL = 1000;

    Optional<FleetSettings> choose() {
        Optional<Setting<String>> query = values.text(Option.SCHEMAS_FROM);
        Optional<Setting<List<String>>> urls = values.find(Option.EACH);
        if (query.isEmpty() && urls.isEmpty()) {
            requireUnused(Option.PARALLEL);
            requireUnused(Option.FAIL_FAST);
            return Optional.empty();
        }
        query.ifPresent(this::requireVersionsInEachSchema);
        return Optional.of(new FleetSettings(
                urls.map(this::servers).orElseGet(() -> List.of(databases.choose())),
                query.map(Setting::value),
                parallel(),
                values.isSet(Option.FAIL_FAST)));
    }

    private List<ConnectionTarget> servers(Setting<List<String>> urls) {
        values.text(Option.URL)
                .filter(url -> url.origin().kind() == Origin.Kind.OPTION)
                .ifPresent(url -> {
                    throw new ConfigurationException("One database is named (" + url.origin() + ") and several are ("
                            + urls.origin() + "). Leave one of the two out.");
                });
        List<ConnectionTarget> servers = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String url : urls.value()) {
            ConnectionTarget target = databases.beside(new Setting<>(url, urls.origin()));
            if (!(target instanceof ServerTarget)) {
                throw new ConfigurationException("Several databases (" + urls.origin() + ") have to be on servers, and "
                        + target.describe() + " is not. Name it alone, with --url.");
            }
            servers.add(target);
            String schema = schemas.apply(target).value().get(0);
            Integer twin = seen.putIfAbsent(target.describe() + " " + schema, servers.size());
            if (twin != null) {
                throw new ConfigurationException("The databases " + twin + " and " + servers.size() + " of "
                        + urls.origin() + " are the same: " + target.describe() + ", schema " + schema
                        + ". Leave one of them out, or correct it if another one was meant.");
            }
        }
        return servers;
    }

    /** Tenants that share a version table would count as migrated when the first one is. */
    private void requireVersionsInEachSchema(Setting<String> query) {
        values.text(Option.VERSION_SCHEMA).ifPresent(schema -> {
            throw new ConfigurationException("The schemas come from a query (" + query.origin()
                    + "), and there is to be one version table for all, in the schema " + schema.value() + " ("
                    + schema.origin() + "). Each schema needs its own: leave the latter out.");
        });
    }

    private int parallel() {
        return values.text(Option.PARALLEL)
                .map(setting -> {
                    int number = setting.value().matches("\\d{1,4}") ? Integer.parseInt(setting.value()) : 0;
                    if (number < 1 || number > MOST_PARALLEL) {
                        throw SettingValues.invalid(
                                Option.PARALLEL,
                                setting,
                                "is not a number from 1 to " + MOST_PARALLEL + ". Correct it.");
                    }
                    return number;
                })
                .orElse(DEFAULT_PARALLEL);
    }

    private void requireUnused(Option option) {
        values.find(option)
                .filter(given -> given.origin().kind() == Origin.Kind.OPTION)
                .ifPresent(given -> {
                    throw new ConfigurationException(
                            "--" + option.key() + " is for commands over several schemas or databases,"
                                    + " and none are named. Name them with --schemas-from or --each, or leave it out.");
                });
    }
}
