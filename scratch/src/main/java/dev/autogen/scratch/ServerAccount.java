package dev.autogen.scratch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * The account PostgreSQL's programs run under. PostgreSQL refuses to be root, so root starts it in a user namespace of its own,
 * where root is called nobody; where containers forbid that, as the real nobody.
 */
enum ServerAccount {
    /** The account of this process. */
    OWN(List.of()),

    /** Root's files and rights, seen from a user namespace in which nobody is root. */
    OWN_NAMESPACE(List.of("unshare", "-U")),

    /** Another account, which may still walk through root's directories to the data that belong to it. */
    NOBODY(List.of(
            "setpriv",
            "--reuid=nobody",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private final List<String> prefix;

    ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * The account for this process.
     *
     * @throws EmbeddedServerException when this process is root and can neither make a user namespace nor become nobody
     */
    static ServerAccount current() {
        return Current.ACCOUNT;
    }

    /** The command that runs {@code program} under this account. */
    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives a directory to this account, as PostgreSQL demands of its data directory. */
    void own(Path directory) throws IOException {
        if (this == NOBODY) {
            UserPrincipal nobody =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(directory, nobody);
        }
    }

    private boolean works() {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0 && id -un"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The start of the embedded PostgreSQL was interrupted.", e);
        }
    }

    private static boolean root() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self)
                    ? Files.getAttribute(self, "unix:uid").equals(0)
                    : System.getProperty("user.name").equals("root");
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot find out which account autogen runs under: " + e.getMessage(), e);
        }
    }

    private static final class Current {

        static final ServerAccount ACCOUNT = choose();

        private static ServerAccount choose() {
            if (!root()) {
                return OWN;
            }
            if (OWN_NAMESPACE.works()) {
                return OWN_NAMESPACE;
            }
            if (NOBODY.works()) {
                return NOBODY;
            }
            throw new EmbeddedServerException(
                    "PostgreSQL does not run as root, and this machine lets root neither make a user"
                            + " namespace (unshare -U) nor become nobody (setpriv). Run autogen as an ordinary user, "
                            + EmbeddedServerException.USE_ANOTHER_DATABASE + ".");
        }
    }
}
