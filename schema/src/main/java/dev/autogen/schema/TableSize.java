package dev.autogen.schema;

/**
 * How large a table is, as far as PostgreSQL knows without looking into it.
 *
 * @param estimatedRows about how many rows, all partitions together; 0 only where there is none for certain, and negative
 *     where nothing is known, as before the first vacuum or analyze
 * @param bytes how much room they take, with indexes and whatever is kept out of line
 */
public record TableSize(long estimatedRows, long bytes) {}
