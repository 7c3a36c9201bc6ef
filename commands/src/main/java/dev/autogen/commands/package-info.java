/** Each command as a function from a typed request to a typed result. */
package dev.autogen.commands;
