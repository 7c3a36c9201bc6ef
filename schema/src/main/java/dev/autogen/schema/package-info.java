/** The vocabulary: catalog records, operations, and their PostgreSQL text. */
package dev.autogen.schema;
