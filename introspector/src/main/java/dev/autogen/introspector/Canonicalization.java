package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Catalog;
import java.util.List;

/**
 * Two catalogs that speak one language.
 *
 * @param desired what the model wants, in PostgreSQL's words where PostgreSQL took the text
 * @param live what the database holds, in the words on which PostgreSQL settles when it reads its own
 * @param refused texts of the model that PostgreSQL does not take, sorted by table
 * @param unjudged texts of the model on which nobody could judge: the stand-in does not know what they refer to, or
 *     there was none
 * @param judgedBy who judged
 */
public record Canonicalization(
        Catalog desired, Catalog live, List<RefusedText> refused, List<RefusedText> unjudged, JudgedBy judgedBy) {

    /** Who judged the texts. */
    public enum JudgedBy {
        /** Nothing needed judging. */
        NOBODY,
        /** The server that holds the database. */
        SERVER,
        /** Another PostgreSQL, because the role may not create temporary tables, or the server is a standby. */
        STAND_IN
    }

    public Canonicalization {
        requireNonNull(desired, "desired is null");
        requireNonNull(live, "live is null");
        refused = List.copyOf(refused);
        unjudged = List.copyOf(unjudged);
        requireNonNull(judgedBy, "judgedBy is null");
    }
}
