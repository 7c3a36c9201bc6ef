/** Reads a live PostgreSQL catalog, and lets the server judge texts. */
package dev.autogen.introspector;
