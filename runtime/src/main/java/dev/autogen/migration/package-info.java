/** What a migration compiles against and an application ships: operations, revisions, runner. */
package dev.autogen.migration;
