package zoo.columns;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** The partition key takes part in the primary key where Hibernate makes the schema. */
@Entity
public class Partitioned {
    @Id
    private Long id;

    @PartitionKey
    private String region;

    private String payload;
}
