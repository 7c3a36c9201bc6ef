package zoo.columns;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.*;

/** What can be said about a column. */
@Entity
@Check(name = "ck_product_prices", constraints = "price >= 0 and (sale is null or sale < price)")
@Check(constraints = "length(name) > 2")
@Comment("What is sold; see \"all\"")
public class Product {
    @Id
    private Long id;

    @Version
    private long revision;

    @ColumnDefault("'none'")
    @Comment("shown to customers")
    private String name;

    @ColumnDefault("0")
    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal price;

    private BigDecimal sale;

    @ColumnDefault("true")
    private boolean active;

    @ColumnDefault("now()")
    private Instant since;

    @ColumnDefault("current_date")
    private LocalDate day;

    @ColumnDefault("gen_random_uuid()")
    private UUID token;

    @ColumnDefault("-1")
    private int stock;

    @ColumnDefault("'{}'")
    private String[] labels;

    @GeneratedColumn("price * 2")
    private BigDecimal doubled;

    @GeneratedColumn("lower(name)")
    @Column(length = 80)
    private String folded;

    @Collate("C")
    private String sorted;

    @Collate("ucs_basic")
    @Column(length = 30)
    private String collated;

    @Check(constraints = "rating between 1 and 5")
    private Integer rating;

    @Check(name = "ck_product_grade", constraints = "grade in ('A', 'B')")
    private String grade;

    @Formula("price * 1.19")
    private BigDecimal gross;

    @Transient
    private String draft;

    private transient String ignored;

    @Column(updatable = false, insertable = false)
    private String readOnly;

    @Generated
    @ColumnDefault("localtimestamp")
    private java.time.LocalDateTime touched;

    @CreationTimestamp
    private Instant created;

    @UpdateTimestamp
    private Instant updated;
}
