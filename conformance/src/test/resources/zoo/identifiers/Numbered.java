package zoo.identifiers;

import jakarta.persistence.*;
import java.util.UUID;

/** How keys are made. */
public final class Numbered {
    private Numbered() {}

    @Entity
    @Table(name = "numbered_identity")
    public static class ByIdentity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;
    }

    @Entity
    @Table(name = "numbered_sequence")
    public static class BySequence {
        @Id
        @GeneratedValue(generator = "own")
        @SequenceGenerator(name = "own", sequenceName = "own_numbers", initialValue = 1000, allocationSize = 1)
        private Long id;
    }

    @Entity
    @Table(name = "numbered_default")
    public static class ByDefault {
        @Id
        @GeneratedValue
        private short id;
    }

    @Entity
    @Table(name = "numbered_serial")
    public static class WithSerial {
        @Id
        private Long id;

        private Serial serial;
    }

    @Entity
    @Table(name = "numbered_table")
    public static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private Long id;
    }

    @Entity
    @Table(name = "numbered_counter")
    public static class ByCounter {
        @Id
        @GeneratedValue(generator = "counters")
        @TableGenerator(name = "counters", table = "counters", pkColumnName = "what", valueColumnName = "next", pkColumnValue = "c")
        private Long id;
    }

    @Entity
    @Table(name = "numbered_uuid")
    public static class ByUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private UUID id;
    }

    @Entity
    @Table(name = "numbered_text")
    public static class ByText {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Column(length = 36)
        private String id;
    }

    @Entity
    @Table(name = "numbered_elsewhere", schema = "counting")
    public static class Elsewhere {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "elsewhere")
        @SequenceGenerator(name = "elsewhere", schema = "counting", sequenceName = "elsewhere", allocationSize = 20)
        private Long id;
    }
}
