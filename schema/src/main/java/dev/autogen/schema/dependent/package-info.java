/**
 * What hangs on tables without being in a model: views, policies, triggers, rules. autogen never changes it; where a
 * change of a table would fail over it, it goes before the change and comes back as it was.
 */
package dev.autogen.schema.dependent;
