/** What a comparison found, in the formats that people and machines read. */
package dev.autogen.commands.report;
