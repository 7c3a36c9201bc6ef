package zoo.keys;

import jakarta.persistence.*;
import java.util.List;

/** Unique constraints, indexes and foreign keys. */
@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "uq_keyed_pair", columnNames = {"b", "a"}),
            @UniqueConstraint(columnNames = {"c", "a"}),
            @UniqueConstraint(columnNames = "d")
        },
        indexes = {
            @Index(name = "ix_keyed_order", columnList = "a desc, b asc, c"),
            @Index(columnList = "b"),
            @Index(columnList = "c", unique = true),
            @Index(name = "ix_keyed_unique", columnList = "a, d", unique = true)
        })
public class Keyed {
    @Id
    private Long id;

    private String a;
    private String b;
    private Integer c;

    @Column(unique = true)
    private Integer d;

    @Column(unique = true, nullable = false)
    private String e;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Keyed free;

    @ManyToOne
    @JoinColumn(name = "named", foreignKey = @ForeignKey(name = "fk_named"))
    private Keyed named;

    @ManyToOne
    @JoinColumn(
            name = "defined",
            foreignKey =
                    @ForeignKey(
                            name = "fk_defined",
                            foreignKeyDefinition =
                                    "foreign key (defined) references keyed (id) on delete set null on update cascade"))
    private Keyed defined;

    @ManyToOne
    @JoinColumn(name = "by_e", referencedColumnName = "e")
    private Keyed byE;

    @OneToOne
    @JoinColumn(name = "once", nullable = false)
    private Keyed once;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private List<String> loose;
}
