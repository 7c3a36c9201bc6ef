/** Runs migrations against a database: version bookkeeping, the lock, transactions, what has failed and where. */
package dev.autogen.migration.run;
