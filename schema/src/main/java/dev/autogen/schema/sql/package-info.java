/** SQL texts that somebody wrote, cut into tokens as PostgreSQL cuts them; nobody here knows what they mean. */
package dev.autogen.schema.sql;
