package dev.autogen.commands.config;

import java.util.List;
import java.util.Optional;

/** One place that settings come from. */
interface SettingSource {

    /** What this place says about the option, cut into its values; empty when it says nothing. */
    Optional<Setting<List<String>>> find(Option option);
}
