/**
 * The one vocabulary of autogen: what a schema consists of ({@link dev.autogen.schema.Catalog} and the records it
 * holds) and how it changes ({@link dev.autogen.schema.operation.Operation}). Pure Java without dependencies.
 */
package dev.autogen.schema;
