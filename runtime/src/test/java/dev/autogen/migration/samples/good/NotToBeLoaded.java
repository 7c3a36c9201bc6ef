package dev.autogen.migration.samples.good;

/** Code that migrations share, or anything else beside them: looking for migrations must not run it. */
public final class NotToBeLoaded {
    static {
        fail();
    }

    private NotToBeLoaded() {}

    private static void fail() {
        throw new IllegalStateException("initialised");
    }
}
