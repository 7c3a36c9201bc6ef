/** The project's migrations on disk: found, their headers read, compiled, loaded, written. */
package dev.autogen.commands.history;
