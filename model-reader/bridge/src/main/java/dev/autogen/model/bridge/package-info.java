/**
 * What the model reader and Hibernate say to each other.
 *
 * <p>The types of this package hold nothing but JDK types. The isolated loader that holds the project's Hibernate
 * shares them with the reader; everything in {@code dev.autogen.model.bridge.hibernate} lives beside Hibernate alone.
 */
package dev.autogen.model.bridge;
