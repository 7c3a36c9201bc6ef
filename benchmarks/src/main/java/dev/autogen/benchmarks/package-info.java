/** Measures autogen's steps and commands against what nobody can do without: Hibernate's boot, the catalog's own rows. */
package dev.autogen.benchmarks;
