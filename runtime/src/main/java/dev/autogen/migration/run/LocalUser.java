package dev.autogen.migration.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who runs this process, for the ledger. */
final class LocalUser {
    private static final Logger LOG = LoggerFactory.getLogger(LocalUser.class);

    private LocalUser() {}

    /** {@code anna@laptop}; without the host where the platform does not know it. */
    static String name() {
        return System.getProperty("user.name", "unknown") + host();
    }

    private static String host() {
        try {
            return "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.debug("This host does not know its name: {}", e.getMessage());
            return "";
        }
    }
}
