package zoo.embedded;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

/** The same embeddable twice, in a collection and in a map. */
@Entity
@AttributeOverride(name = "home.zip", column = @Column(name = "home_zip", length = 10))
public class Party {
    @Id
    private Long id;

    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "home_street")),
        @AttributeOverride(name = "country.continent", column = @Column(name = "home_continent")),
        @AttributeOverride(name = "country.code", column = @Column(name = "home_country"))
    })
    private Address home;

    @AttributeOverride(name = "street", column = @Column(name = "work_street", nullable = false))
    @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
    private Address work;

    @ElementCollection
    @AttributeOverride(name = "street", column = @Column(name = "old_street"))
    private List<Address> formerly;

    @ElementCollection
    @MapKeyColumn(name = "purpose", length = 20)
    @AttributeOverride(name = "value.zip", column = @Column(name = "postal_code"))
    private Map<String, Address> byPurpose;

    @Embedded
    @AssociationOverride(name = "keeper", joinColumns = @JoinColumn(name = "responsible_id"))
    private Custody custody;
}
