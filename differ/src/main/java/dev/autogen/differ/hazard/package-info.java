/**
 * Says what can go wrong when operations run on a database with data: each kind of hazard is one class, one test class
 * and one page in {@code docs/hazards}. {@link dev.autogen.differ.hazard.Hazards} is the door.
 */
package dev.autogen.differ.hazard;
