package dev.autogen.commands.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that a caller gave, each with its values in the order given. What is not given is not in it.
 *
 * <pre>{@code
 * GivenOptions.none().with(Option.URL, "embedded").with(Option.STRICT, "true")
 * }</pre>
 */
public record GivenOptions(Map<Option, List<String>> values) implements SettingSource {

    public GivenOptions {
        Map<Option, List<String>> copy = new EnumMap<>(Option.class);
        values.forEach((option, given) -> copy.put(option, List.copyOf(given)));
        values = Collections.unmodifiableMap(copy);
    }

    public static GivenOptions none() {
        return new GivenOptions(Map.of());
    }

    /** These options and one more; a repeated option keeps its earlier values too. */
    public GivenOptions with(Option option, String... more) {
        Map<Option, List<String>> copy = new EnumMap<>(Option.class);
        copy.putAll(values);
        List<String> given = new ArrayList<>(values.getOrDefault(option, List.of()));
        given.addAll(List.of(more));
        copy.put(option, given);
        return new GivenOptions(copy);
    }

    /** These options and those. */
    public GivenOptions and(GivenOptions others) {
        GivenOptions all = this;
        for (Map.Entry<Option, List<String>> other : others.values.entrySet()) {
            all = all.with(other.getKey(), other.getValue().toArray(String[]::new));
        }
        return all;
    }

    @Override
    public Optional<Setting<List<String>>> find(Option option) {
        List<String> given = values.get(option);
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        for (String value : given) {
            // An unset variable in a script (--url "$URL") must not choose another database silently.
            if (value.isBlank()) {
                throw new ConfigurationException(
                        "Option --" + option.key() + " is empty. Give it a value, or leave " + "the option out.");
            }
        }
        List<String> pieces = given.stream()
                .flatMap(value -> option.splitArgument(value).stream())
                .toList();
        return Optional.of(new Setting<>(pieces, Origin.option(option)));
    }

    /** Names the options alone: a URL may hold a password. */
    @Override
    public String toString() {
        return "GivenOptions" + values.keySet();
    }
}
