package zoo.persistence32;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;

/** What Jakarta Persistence 3.2 added. */
@Entity
@Table(
        comment = "modern",
        check = @CheckConstraint(name = "ck_modern", constraint = "low < high"))
public class Modern {
    @Id
    @GeneratedValue(generator = "of-package")
    private Long id;

    @Column(check = @CheckConstraint(constraint = "low > 0"), comment = "the lower")
    private int low;

    @Column(check = @CheckConstraint(name = "ck_high", constraint = "high < 100"))
    private Integer high;

    @Column(secondPrecision = 3)
    private Instant at;

    @Column(secondPrecision = 0)
    private LocalDateTime local;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Entity
    @Table(name = "modern_counted")
    public static class Counted {
        @Id
        @GeneratedValue(generator = "package-counters")
        private Integer id;
    }

    public enum Status {
        OPEN("o"),
        CLOSED("c");

        @EnumeratedValue
        final String code;

        Status(String code) {
            this.code = code;
        }
    }
}
