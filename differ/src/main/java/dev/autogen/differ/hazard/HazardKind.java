package dev.autogen.differ.hazard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A kind of hazard, as a list of rules shows it. What happens, why, and what to do instead stands on its {@link #page}.
 *
 * @param id its name for good, in kebab case: {@code data-loss}
 * @param severity how bad a hazard of this kind is, unless it says otherwise itself
 * @param summary what it is about, in a sentence without a full stop
 */
public record HazardKind(String id, Severity severity, String summary) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]+\\.md(?:#[^)]*)?\\)");

    public HazardKind {
        requireNonNull(id, "id is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(summary, "summary is null");
    }

    /**
     * What the page says, in Markdown; links to other pages are words, for they lead nowhere outside of the documentation.
     */
    public String explanation() {
        try (InputStream page = HazardKind.class.getResourceAsStream(id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("no page explains " + id);
            }
            return LINK.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that explains it, relative to the root of autogen's sources. */
    public String page() {
        return "docs/hazards/" + id + ".md";
    }
}
