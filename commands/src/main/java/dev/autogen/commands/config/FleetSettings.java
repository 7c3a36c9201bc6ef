package dev.autogen.commands.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The databases and schemas of a command that works on several.
 *
 * @param databases the databases, at least one
 * @param schemasFrom the query that lists the schemas in each database; empty where each has one, as configured
 * @param parallel how many at a time, at least 1
 * @param failFast whether none is begun once one has failed
 */
public record FleetSettings(
        List<ConnectionTarget> databases, Optional<String> schemasFrom, int parallel, boolean failFast) {

    public FleetSettings {
        databases = List.copyOf(databases);
        requireNonNull(schemasFrom, "schemasFrom is null");
    }
}
