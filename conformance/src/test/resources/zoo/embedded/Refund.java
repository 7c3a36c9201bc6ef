package zoo.embedded;

import jakarta.persistence.*;

/** A foreign key of several columns with names of its own, and one to a unique column. */
@Entity
public class Refund {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "t_evening", referencedColumnName = "evening"),
        @JoinColumn(name = "t_guest", referencedColumnName = "guest"),
        @JoinColumn(name = "t_hall", referencedColumnName = "seat_hall_id"),
        @JoinColumn(name = "t_line", referencedColumnName = "seat_line"),
        @JoinColumn(name = "t_number", referencedColumnName = "seat_number")
    })
    private Ticket ticket;
}
