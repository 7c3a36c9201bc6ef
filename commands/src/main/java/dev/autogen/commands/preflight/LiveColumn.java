package dev.autogen.commands.preflight;

import dev.autogen.schema.DataType;

/**
 * A column as the database has it.
 *
 * @param name its name
 * @param type its type
 * @param notNull whether it takes no null
 */
record LiveColumn(String name, DataType type, boolean notNull) {}
