package dev.autogen.commands.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for what something was made of, by SHA-256: other parts, another name. Not thread-safe. */
public final class Fingerprint {
    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a text, in UTF-8. */
    public Fingerprint add(String part) {
        return add(part.getBytes(UTF_8));
    }

    /** Adds bytes. Their number goes along, so that no two lists of parts read alike. */
    public Fingerprint add(byte[] part) {
        digest.update((part.length + ":").getBytes(UTF_8));
        digest.update(part);
        return this;
    }

    /** The fingerprint of all that was added since the last one, as 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
