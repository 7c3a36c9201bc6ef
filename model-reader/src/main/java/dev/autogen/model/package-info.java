/** Reads JPA entities, from sources or classes, into a catalog. */
package dev.autogen.model;
