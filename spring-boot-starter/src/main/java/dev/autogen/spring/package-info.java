/** Runs a Spring Boot application's migrations when it starts, before anything else uses the database. */
package dev.autogen.spring;
