package dev.autogen.commands;

import java.util.Optional;

/**
 * What came of {@code -m}.
 *
 * @param comparison the difference between entities and database
 * @param written the migration; empty where there is no difference
 */
public record GenerateResult(Comparison comparison, Optional<WrittenMigration> written) {}
