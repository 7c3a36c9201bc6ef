/** How a schema changes: one record an operation, one visitor method each. */
package dev.autogen.schema.operation;
