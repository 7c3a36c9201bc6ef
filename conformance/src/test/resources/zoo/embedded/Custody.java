package zoo.embedded;

import jakarta.persistence.*;
import java.time.LocalDate;

@Embeddable
public class Custody {
    private LocalDate since;

    @ManyToOne
    private Party keeper;
}
