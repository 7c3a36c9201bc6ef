package dev.autogen.commands;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of {@code init}.
 *
 * @param configuration the configuration file
 * @param configurationWritten false where it was there already
 * @param baseline the migration that describes what the database held; empty where there is none
 * @param whyNoBaseline one sentence; empty where there is one
 */
public record InitResult(
        Path configuration, boolean configurationWritten, Optional<WrittenMigration> baseline, String whyNoBaseline) {

    InitResult withBaseline(Optional<WrittenMigration> newBaseline) {
        return new InitResult(configuration, configurationWritten, newBaseline, whyNoBaseline);
    }
}
