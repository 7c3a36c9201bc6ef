package zoo.inheritance;

import jakarta.persistence.*;
import java.util.Set;

/** A table for each concrete class; the sequence is the root's. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "label"))
public abstract class Shape {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Integer id;

    private String label;

    @ManyToOne(optional = false)
    private Account paidBy;

    @ElementCollection
    private Set<String> tags;

    @Entity
    @Table(name = "circles")
    public static class Circle extends Shape {
        private double radius;
    }

    @Entity
    public static class Square extends Shape {
        private float side;
    }

    @Entity
    public static class Cube extends Square {
        private short weight;
    }
}
