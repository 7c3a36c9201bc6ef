/** Hibernate as the oracle: what it makes of entities, and what autogen makes of the same. */
package dev.autogen.conformance.oracle;
