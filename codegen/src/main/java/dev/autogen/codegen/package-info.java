/** Prints operations as the Java source of a migration. */
package dev.autogen.codegen;
