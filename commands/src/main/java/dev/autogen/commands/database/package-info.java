/** The database a command works on: opened, named, closed; a server of somebody's or the embedded one. */
package dev.autogen.commands.database;
