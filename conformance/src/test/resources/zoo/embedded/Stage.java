package zoo.embedded;

import jakarta.persistence.*;

/** Shares its key with the hall. */
@Entity
public class Stage {
    @Id
    private long id;

    @MapsId
    @OneToOne
    private Hall hall;

    private Float depth;
}
