/** Entity-relationship diagrams of what a migration touches, before and after it. */
package dev.autogen.commands.diagram;
