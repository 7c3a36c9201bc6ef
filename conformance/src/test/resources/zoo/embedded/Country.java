package zoo.embedded;

import jakarta.persistence.*;

@Embeddable
public record Country(@Column(nullable = false) String code, @Enumerated Continent continent) {
    public enum Continent { AFRICA, AMERICA, ASIA, EUROPE, OCEANIA }
}
