/**
 * The conformance lists, line by line: {@code src/test/resources/cases} holds the cases, {@code lines.txt} there what has
 * to have one, {@code docs/coverage.md} what they prove.
 */
package dev.autogen.conformance.cases;
