package dev.autogen.commands.config;

import dev.autogen.codegen.ClassNameTemplate;
import dev.autogen.codegen.MigrationStyle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Decides what new migrations are called and look like. */
record StyleChoice(SettingValues values, Locations locations, Path project) {

    MigrationStyle choose() {
        ClassNameTemplate classNames =
                checked(Option.CLASS_NAME, ClassNameTemplate::new).orElse(ClassNameTemplate.DEFAULT);
        String header = values.text(Option.HEADER).map(this::text).orElse("");
        return new MigrationStyle(
                classNames, values.isSet(Option.PACKAGE_PER_YEAR), header, values.isSet(Option.SHOW_SQL));
    }

    private String text(Setting<String> file) {
        String text = TextFile.in(project, locations.resolve(file.value(), file.origin()))
                .read();
        return checked(Option.HEADER, given -> new MigrationStyle(ClassNameTemplate.DEFAULT, false, text, false))
                .map(MigrationStyle::header)
                .orElseThrow();
    }

    private <T> Optional<T> checked(Option option, Function<String, T> reading) {
        return values.text(option).map(setting -> {
            try {
                return reading.apply(setting.value());
            } catch (IllegalArgumentException e) {
                throw SettingValues.invalid(option, setting, e.getMessage() + ". Correct it.");
            }
        });
    }
}
