/** SQL files as people and {@code pg_dump} write them: read, cut into statements, loaded into an empty database. */
package dev.autogen.commands.script;
