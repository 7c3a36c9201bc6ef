package zoo.mapped;

import jakarta.persistence.*;

/** Annotated, and corrected by orm.xml. */
@Entity
public class Corrected {
    @Id
    private Long id;

    @Column(length = 10)
    private String text;
}
