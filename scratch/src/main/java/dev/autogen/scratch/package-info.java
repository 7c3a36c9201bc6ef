/** Embedded and scratch PostgreSQL: the default database and the copy a proof works on. */
package dev.autogen.scratch;
