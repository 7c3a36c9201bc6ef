/** Operations as PostgreSQL's SQL: the only place that writes DDL text. */
package dev.autogen.schema.ddl;
