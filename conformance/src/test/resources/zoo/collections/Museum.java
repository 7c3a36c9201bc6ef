package zoo.collections;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.*;
import org.hibernate.annotations.CascadeType;

/** Associations to any of several entities. */
@Entity
public class Museum {
    @Id
    private Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
    @AnyDiscriminatorValue(discriminator = "L", entity = Library.class)
    @Column(name = "centrepiece_kind", length = 1)
    @JoinColumn(name = "centrepiece_id")
    private Object centrepiece;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyDiscriminatorValue(discriminator = "1", entity = Book.class)
    @AnyDiscriminatorValue(discriminator = "2", entity = Library.class)
    @Column(name = "piece_kind")
    @JoinTable(
            name = "museum_pieces",
            joinColumns = @JoinColumn(name = "museum_id"),
            inverseJoinColumns = @JoinColumn(name = "piece_id"))
    private List<Object> pieces;
}
