package zoo.columns;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@Immutable
@SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "live")
public class Archived {
    @Id
    private Long id;

    @Column(name = "body", length = 4000)
    private String body;
}
