package dev.autogen.commands.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads typed values from the strongest source that gives them. */
record SettingValues(List<SettingSource> sources) implements SettingSource {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h)");

    SettingValues {
        sources = List.copyOf(sources);
    }

    @Override
    public Optional<Setting<List<String>>> find(Option option) {
        return sources.stream()
                .flatMap(source -> source.find(option).stream())
                .filter(setting -> !setting.value().isEmpty())
                .findFirst();
    }

    List<String> list(Option option) {
        return find(option).map(Setting::value).orElse(List.of());
    }

    /** The value; of a repeated option the last. */
    Optional<Setting<String>> text(Option option) {
        return find(option)
                .map(setting -> setting.map(values -> values.get(values.size() - 1)))
                .filter(setting -> !setting.value().isBlank());
    }

    Optional<Setting<Boolean>> flag(Option option) {
        return text(option).map(setting -> switch (setting.value().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> setting.map(text -> true);
            case "false", "0", "no", "off" -> setting.map(text -> false);
            default -> throw invalid(option, setting, "is neither true nor false. Write one of them.");
        });
    }

    boolean isSet(Option option) {
        return flag(option).map(Setting::value).orElse(false);
    }

    List<Pattern> patterns(Option option) {
        Optional<Setting<List<String>>> found = find(option);
        if (found.isEmpty()) {
            return List.of();
        }
        return found.get().value().stream()
                .map(text -> {
                    try {
                        return Pattern.compile(text);
                    } catch (PatternSyntaxException e) {
                        throw invalid(
                                option,
                                new Setting<>(text, found.get().origin()),
                                "is no regular expression: " + e.getDescription() + ". Correct it.");
                    }
                })
                .toList();
    }

    /** The {@code KEY=VALUE} entries of the strongest source that has any. */
    Map<String, String> entries(Option option) {
        Map<String, String> entries = new LinkedHashMap<>();
        find(option).ifPresent(setting -> addEntries(option, setting, entries));
        return entries;
    }

    /** The {@code KEY=VALUE} entries of all sources; for one key the strongest source counts. */
    Map<String, Setting<String>> mergedEntries(Option option) {
        Map<String, Setting<String>> merged = new LinkedHashMap<>();
        for (SettingSource source : sources) {
            source.find(option).ifPresent(setting -> {
                Map<String, String> entries = new LinkedHashMap<>();
                addEntries(option, setting, entries);
                entries.forEach((key, value) -> merged.putIfAbsent(key, new Setting<>(value, setting.origin())));
            });
        }
        return merged;
    }

    Optional<Setting<Duration>> duration(Option option) {
        return text(option)
                .map(setting -> setting.map(text -> {
                    if (text.equals("0")) {
                        return Duration.ZERO;
                    }
                    Matcher matcher = DURATION.matcher(text);
                    if (!matcher.matches()) {
                        throw invalid(
                                option,
                                setting,
                                "is no duration. Write a number with its unit, such as 500ms, 5s or 2min,"
                                        + " or 0 for no bound.");
                    }
                    long number = Long.parseLong(matcher.group(1));
                    return switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofMinutes(number);
                    };
                }));
    }

    /** A duration that is some time. */
    Optional<Setting<Duration>> positiveDuration(Option option) {
        Optional<Setting<Duration>> found = duration(option);
        if (found.filter(setting -> setting.value().isZero()).isPresent()) {
            throw invalid(
                    option,
                    text(option).orElseThrow(),
                    "is no time at all. Write a number with its unit, such as 500ms, 5s or 2min.");
        }
        return found;
    }

    /** A number of things, which may be none. */
    Optional<Setting<Long>> count(Option option) {
        return text(option)
                .map(setting -> setting.map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw invalid(option, setting, "is no number. Write one in digits, such as 1000000.");
                    }
                    return Long.valueOf(text);
                }));
    }

    /** Whether to prove: {@code --no-proof} and {@code --proof} are one setting, and the stronger source counts. */
    ProofMode proof() {
        Optional<Setting<ProofMode>> mode = text(Option.PROOF).map(setting -> setting.map(text -> proofMode(setting)));
        Optional<Setting<Boolean>> off = flag(Option.NO_PROOF).filter(Setting::value);
        if (off.isEmpty()) {
            return mode.map(Setting::value).orElse(ProofMode.AUTOMATIC);
        }
        if (mode.isEmpty() || !mode.get().origin().isAtLeastAsStrongAs(off.get().origin())) {
            return ProofMode.OFF;
        }
        if (mode.get().origin().kind() == off.get().origin().kind()
                && mode.get().value() != ProofMode.OFF) {
            throw new ConfigurationException(
                    "A proof is asked for (" + mode.get().origin() + ") and forbidden ("
                            + off.get().origin() + ") at once. Leave one of them out.");
        }
        return mode.get().value();
    }

    static ConfigurationException invalid(Option option, Setting<String> setting, String problem) {
        return new ConfigurationException("The setting " + option.key() + " (" + setting.origin() + ") says \""
                + setting.value() + "\", which " + problem);
    }

    private static ProofMode proofMode(Setting<String> setting) {
        return switch (setting.value().toLowerCase(Locale.ROOT)) {
            case "auto" -> ProofMode.AUTOMATIC;
            case "required" -> ProofMode.REQUIRED;
            case "off" -> ProofMode.OFF;
            default -> throw invalid(Option.PROOF, setting, "is none of required, auto and off. Write one of them.");
        };
    }

    private static void addEntries(Option option, Setting<List<String>> setting, Map<String, String> entries) {
        for (String entry : setting.value()) {
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw invalid(
                        option, new Setting<>(entry, setting.origin()), "is not of the form KEY=VALUE. Correct it.");
            }
            String value = entry.substring(equals + 1).strip();
            String before = entries.put(entry.substring(0, equals).strip(), value);
            if (before != null && !before.equals(value)) {
                throw invalid(
                        option,
                        new Setting<>(entry, setting.origin()),
                        "contradicts another one, which says " + before + ". Leave one of them out.");
            }
        }
    }
}
