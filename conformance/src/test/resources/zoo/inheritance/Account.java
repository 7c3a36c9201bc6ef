package zoo.inheritance;

import jakarta.persistence.*;
import org.hibernate.annotations.ConcreteProxy;

/** One table for all, a class of its own for what only some have; proxies of the concrete class. */
@Entity
@ConcreteProxy
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.STRING, length = 12)
public abstract class Account {
    @Id
    @GeneratedValue
    private Long id;

    @Column(nullable = false)
    private String owner;

    @Entity
    @DiscriminatorValue("savings")
    public static class Savings extends Account {
        @Column(nullable = false)
        private double rate;
    }

    @Entity
    @DiscriminatorValue("giro")
    public static class Giro extends Account {
        private Integer overdraft;

        @ManyToOne
        private Savings backing;
    }
}
