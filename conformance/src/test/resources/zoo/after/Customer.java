package zoo.growing;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Set;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Check;

@Entity
@jakarta.persistence.Table(
        name = "customer",
        uniqueConstraints = @UniqueConstraint(name = "uq_customer_email", columnNames = "email"),
        indexes = @jakarta.persistence.Index(name = "ix_customer_name", columnList = "name desc"))
@Comment("who buys")
@Check(name = "ck_customer_points", constraints = "points >= 0")
public class Customer {
    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 80, nullable = false)
    private String name;

    private Long points;

    private String required;

    @Enumerated(EnumType.STRING)
    private Status status;

    @ColumnDefault("0")
    @Column(precision = 10, scale = 2)
    private BigDecimal balance;

    @Comment("where to write to")
    private String email;

    @ManyToOne
    @JoinColumn(name = "friend")
    private Customer friend;

    @ElementCollection
    @Column(length = 20)
    private Set<String> tags;

    @ColumnDefault("true")
    private boolean active;

    @Column(unique = true)
    private Integer number;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private Region region;

    public enum Status { NEW, OLD, GONE }
}
