/** Runs other programs: build tools, git, what a project wants to run after a migration was written. */
package dev.autogen.commands.program;
