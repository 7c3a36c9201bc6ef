/** The command line: parses, calls commands, prints. */
package dev.autogen.cli;
