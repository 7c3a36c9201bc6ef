/** Runs beside whichever Hibernate the project has and hands back plain data. */
package dev.autogen.model.bridge;
