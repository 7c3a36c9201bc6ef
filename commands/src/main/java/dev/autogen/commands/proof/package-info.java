/** Proves a new migration on a scratch copy before anyone reads it: up, down, up again. */
package dev.autogen.commands.proof;
