/** Compiles Java sources in memory. */
package dev.autogen.model.compile;
