/** What runs in a class loader of its own, beside one Hibernate. */
package dev.autogen.conformance.oracle.beside;
