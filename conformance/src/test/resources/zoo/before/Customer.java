package zoo.growing;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Set;

@Entity
public class Customer {
    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 40)
    private String name;

    private String dropped;

    private Integer points;

    @Column(nullable = false)
    private String required;

    @Enumerated(EnumType.STRING)
    private Status status;

    private BigDecimal balance;

    private String email;

    private Long friend;

    @ElementCollection
    private Set<String> tags;

    public enum Status { NEW, OLD }
}
