package zoo.embedded;

import jakarta.persistence.*;
import java.io.Serializable;

/** A key of several columns in a class of its own, one of which is another entity's key. */
@Entity
public class Seat {
    @EmbeddedId
    private Key key;

    @MapsId("hall")
    @ManyToOne(optional = false)
    private Hall hall;

    private boolean broken;

    @Embeddable
    public record Key(long hall, String line, int number) implements Serializable {}
}
