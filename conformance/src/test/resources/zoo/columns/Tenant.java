package zoo.columns;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.*;

/** Multi-tenancy by column, soft deletion, natural identifier. */
@Entity
@SoftDelete
public class Tenant {
    @Id
    private Long id;

    @TenantId
    private String tenant;

    @NaturalId
    private String code;

    @NaturalId(mutable = true)
    private Integer number;

    @ElementCollection
    @SoftDelete(columnName = "gone", converter = org.hibernate.type.YesNoConverter.class)
    private Set<String> aliases;
}
