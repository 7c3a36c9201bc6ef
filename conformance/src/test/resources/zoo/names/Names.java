package zoo.names;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

/** Names that need care. */
public final class Names {
    private Names() {}

    @Entity(name = "TheOrder")
    @Table(name = "\"Order\"")
    public static class Order {
        @Id
        @Column(name = "`Id`")
        private Long id;

        @Column(name = "\"select\"")
        private String select;

        @Column(name = "`With spaces and 'quotes'`")
        private String quoted;

        @Column(name = "camelCase")
        private String camelCase;

        @Column(name = "ünïcödé")
        private String unicode;

        @ManyToOne
        @JoinColumn(name = "\"Parent\"")
        private Order parent;

        @ElementCollection
        private List<String> Remarks;
    }

    @Entity
    @Table(name = "\"user\"", indexes = @Index(name = "ix_User", columnList = "\"group\", login"))
    public static class User {
        @Id
        private Long id;

        private String login;

        @Column(name = "\"group\"")
        private String group;

        @Column(name = "\"check\"")
        @Enumerated(EnumType.STRING)
        private Level check;
    }

    public enum Level { LOW, HIGH }

    @Entity
    @Table(name = "a_table_whose_name_is_longer_than_the_sixty_three_bytes_that_postgresql_keeps_of_it")
    public static class Lengthy {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lengthy")
        @SequenceGenerator(name = "lengthy", sequenceName = "lengthy")
        private Integer id;

        @Column(name = "a_column_whose_name_is_longer_than_the_sixty_three_bytes_that_postgresql_keeps")
        private String column;

        @Column(unique = true)
        private String anotherRatherLongColumnThatMakesTheNameOfItsConstraintTooLong;

        @ManyToOne
        private Order anAssociationToAnotherEntityWithARatherLongName;

        @ElementCollection
        private Map<String, String> attributesOfThisRatherLongEntity;
    }

    @Entity
    @Table(name = "same", schema = "first_schema")
    public static class First {
        @Id
        private Integer id;

        @ManyToOne
        private Second second;

        @Enumerated(EnumType.STRING)
        private Level level;
    }

    @Entity
    @Table(name = "same", schema = "\"Second Schema\"", indexes = @Index(columnList = "third_id"))
    public static class Second {
        @Id
        @GeneratedValue
        private Integer id;

        @ManyToOne
        private Third third;

        @ManyToMany
        private List<First> firsts;
    }

    @Entity
    @Table(name = "same")
    public static class Third {
        @Id
        private Integer id;

        @OneToOne
        private First first;
    }

    /** A dollar in the name, by its being nested, and in a column. */
    @Entity
    public static class Dollar {
        @Id
        private Integer id;

        @Column(name = "us$")
        private int dollars;
    }
}
