package dev.autogen.cli;

/** The entry point of the {@code autogen} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line.
     *
     * @param arguments the words after {@code autogen}
     */
    public static void main(String[] arguments) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("autogen " + (version == null ? "(unpackaged)" : version));
    }
}
