package dev.autogen.commands.config;

import java.util.Locale;
import java.util.Optional;

/** Decides whether a difference is carried out by two migrations. */
record SplitChoice(SettingValues values) {

    boolean choose() {
        Optional<Setting<Boolean>> split = values.text(Option.SPLIT).map(setting -> setting.map(text -> read(setting)));
        Optional<Setting<Boolean>> plain = values.flag(Option.PLAIN).filter(Setting::value);
        if (split.filter(Setting::value).isPresent() && plain.isPresent()) {
            throw new ConfigurationException("Two migrations for versions that run side by side are asked for ("
                    + split.get().origin() + ") and the short form, for a database on which nothing runs meanwhile ("
                    + plain.get().origin() + "). Leave one of them out; --split none takes the first back.");
        }
        return split.map(Setting::value).orElse(false);
    }

    private static boolean read(Setting<String> setting) {
        return switch (setting.value().toLowerCase(Locale.ROOT).replaceAll("\\s", "")) {
            case "expand,contract" -> true;
            case "none" -> false;
            default ->
                throw SettingValues.invalid(
                        Option.SPLIT, setting, "is no way to split a migration. Write expand,contract, or none.");
        };
    }
}
