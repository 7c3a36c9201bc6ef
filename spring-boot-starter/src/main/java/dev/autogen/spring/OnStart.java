package dev.autogen.spring;

/** What an application does about its migrations when it starts. */
public enum OnStart {
    /** It runs those that are not applied. Instances that start together wait for the first one. */
    UPGRADE,

    /** It runs none, and does not start while one is not applied: something else has to run them first. */
    CHECK,

    /** It neither runs nor checks them; the {@link dev.autogen.migration.Migrator} is there for its own code to use. */
    NOTHING
}
