package dev.autogen.introspector;

/**
 * How large a table is, as far as PostgreSQL's statistics know without looking.
 *
 * @param estimatedRows about how many rows, all partitions together
 * @param estimatedBytes about how much room they take, without indexes; 0 before the first vacuum or analyze
 */
public record TableSize(long estimatedRows, long estimatedBytes) {}
