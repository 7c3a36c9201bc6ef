/** Turns two catalogs into an ordered list of operations. */
package dev.autogen.differ;
