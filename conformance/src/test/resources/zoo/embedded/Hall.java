package zoo.embedded;

import jakarta.persistence.*;
import java.util.List;

@Entity
public class Hall {
    @Id
    @GeneratedValue
    private long id;

    @OneToMany(mappedBy = "hall")
    private List<Seat> seats;

    @OneToOne(mappedBy = "hall", cascade = CascadeType.ALL)
    private Stage stage;
}
