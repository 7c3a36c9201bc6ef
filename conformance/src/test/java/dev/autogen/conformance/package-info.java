/**
 * Tests of the whole, database to class file and back: {@code cases} holds the conformance lists line by line, {@code laws}
 * what must hold for any two catalogs, {@code oracle} what Hibernate itself would have made.
 */
package dev.autogen.conformance;
