/** Renames: what the entities and whoever is asked say of them, and what sources and their history know. */
package dev.autogen.commands.rename;
