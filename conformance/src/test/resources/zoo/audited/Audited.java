package zoo.audited;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.NotAudited;

@Entity
@org.hibernate.envers.Audited
public class Audited {
    @Id
    @GeneratedValue
    private Long id;

    @Column(nullable = false, length = 30)
    private String name;

    @NotAudited
    private String secret;

    @Enumerated(EnumType.STRING)
    private Colour colour;

    @ElementCollection
    private Set<String> tags;

    @ManyToMany
    private Set<Audited> friends;

    @ManyToOne
    private Other other;

    public enum Colour { RED, BLUE }

    @Entity
    @Table(name = "other")
    @org.hibernate.envers.Audited
    @AuditTable("other_history")
    public static class Other {
        @Id
        private String code;

        private double weight;
    }
}
