package zoo.embedded;

import jakarta.persistence.*;

@Embeddable
public class Address {
    private String street;

    @Column(length = 5)
    private String zip;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "country_code", length = 2))
    private Country country;
}
