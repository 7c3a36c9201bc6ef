/** Which hazards a project's migrations hold, and which of them their authors accept. */
package dev.autogen.commands.lint;
