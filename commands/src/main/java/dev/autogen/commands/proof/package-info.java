/** Proves migrations on scratch databases, up, down and up again: a new one, branches, a range, a whole history. */
package dev.autogen.commands.proof;
