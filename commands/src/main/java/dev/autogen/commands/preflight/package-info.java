/** Whether the rows that a database holds would make migrations fail, found out without changing anything. */
package dev.autogen.commands.preflight;
