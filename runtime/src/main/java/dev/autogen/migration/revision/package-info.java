/**
 * The history of a project's migrations as a graph, and what people call its members. Pure: no files, no database.
 */
package dev.autogen.migration.revision;
