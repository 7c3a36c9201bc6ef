package zoo.refused;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

/** What PostgreSQL could hold, and Hibernate writes in a way that PostgreSQL refuses. */
@Entity
@Comment("it's refused")
@Table(
        indexes = {
            @Index(name = "ix_refused_lower", columnList = "lower(name)"),
            @Index(name = "ix_refused_unique", columnList = "lower(name), id", unique = true),
            @Index(name = "ix_refused_nulls", columnList = "name desc nulls last"),
            @Index(name = "\"Ix refused\"", columnList = "name")
        })
public class Refused {
    @Id
    private Long id;

    private String name;
}
