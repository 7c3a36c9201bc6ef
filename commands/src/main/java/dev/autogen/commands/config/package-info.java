/**
 * Where each setting comes from: options, environment, {@code autogen.properties}, Spring, {@code persistence.xml},
 * defaults; and what the project itself says: its layout, its class path, its database.
 *
 * <p>{@link dev.autogen.commands.config.Settings} is the door. Nothing here connects to a database or parses a command
 * line.
 */
package dev.autogen.commands.config;
