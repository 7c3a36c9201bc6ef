package zoo.embedded;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

/** A key of the entity's own members, two of them associations, one to a key of several columns. */
@Entity
@IdClass(Ticket.Key.class)
public class Ticket {
    @Id
    @ManyToOne
    private Seat seat;

    @Id
    @ManyToOne
    @JoinColumn(name = "guest")
    private Party guest;

    @Id
    private short evening;

    @ElementCollection
    @Column(name = "extra", length = 40)
    private Set<String> extras;

    public record Key(Seat.Key seat, Long guest, short evening) implements Serializable {}
}
