package dev.autogen.migration;

/**
 * What {@link Operations#createTable} makes a table of: its columns, constraints and comment. The methods of
 * {@link Elements} make them.
 *
 * <p>An element belongs to the one statement it is written in; it is neither shared nor thread-safe.
 */
public sealed interface TableElement permits ColumnElement, ConstraintElement, CommentElement, ElementGroup {}
