package dev.autogen.commands.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How the data is looked at before migrations run.
 *
 * @param wanted whether {@code -m} looks at it
 * @param probeTimeout how long one question may take; empty for the default
 * @param sampleOver how many rows a table may have to be read as a whole; empty for the default
 */
public record PreflightSettings(boolean wanted, Optional<Duration> probeTimeout, Optional<Long> sampleOver) {}
