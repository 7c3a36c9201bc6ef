package zoo.columns;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** A query, not a table. */
@Entity
@Immutable
@Subselect("select id, price from product")
@Synchronize("product")
public class Statistics {
    @Id
    private Long id;

    private java.math.BigDecimal price;
}
