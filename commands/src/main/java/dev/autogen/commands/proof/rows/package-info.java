/** Rows that are made up for a proof, and what becomes of them. */
package dev.autogen.commands.proof.rows;
