package dev.autogen.commands.config;

import java.util.List;
import java.util.Optional;

/** The settings in environment variables; an empty variable counts as unset. */
record EnvironmentSource(Surroundings surroundings) implements SettingSource {

    @Override
    public Optional<Setting<List<String>>> find(Option option) {
        for (String name : option.variables()) {
            Optional<String> text = surroundings.variable(name);
            if (text.isPresent()) {
                return Optional.of(new Setting<>(option.split(text.get()), Origin.variable(name)));
            }
        }
        return Optional.empty();
    }
}
