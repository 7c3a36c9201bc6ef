/**
 * The side that lives next to Hibernate. Compiled against 6.6 and confined to what 6.6 to 7.x share; loaded by name in
 * an isolated class loader, never referred to from outside.
 */
package dev.autogen.model.bridge.hibernate;
