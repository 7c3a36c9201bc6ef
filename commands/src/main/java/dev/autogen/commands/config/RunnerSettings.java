package dev.autogen.commands.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How migrations run.
 *
 * @param versionTable the name of the version table
 * @param versionSchema the schema of autogen's own tables; empty for the default schema
 * @param lockTimeout how long a statement waits for a lock; zero for no bound
 * @param statementTimeout how long a statement runs, zero for no bound; empty for what the server says of the role
 */
public record RunnerSettings(
        String versionTable,
        Optional<String> versionSchema,
        Duration lockTimeout,
        Optional<Duration> statementTimeout) {}
