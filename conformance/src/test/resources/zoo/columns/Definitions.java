package zoo.columns;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;

/** What people write into a column definition. */
@Entity
public class Definitions {
    @Id
    @Column(columnDefinition = "bigserial")
    private Long id;

    @Column(columnDefinition = "TEXT")
    private String text;

    @Column(columnDefinition = "varchar(20) default 'x, y' not null")
    private String withDefault;

    @Column(columnDefinition = "NUMERIC(10, 2) DEFAULT 0.00")
    private java.math.BigDecimal amount;

    @Column(columnDefinition = "timestamp with time zone default current_timestamp")
    private java.time.Instant at;

    @Column(columnDefinition = "text collate \"C\"")
    private String collated;

    @Column(columnDefinition = "int check (checked > 0)")
    private Integer checked;

    @Column(columnDefinition = "jsonb default '{}'::jsonb")
    private String json;

    @Column(columnDefinition = "int4 generated always as (checked * 2) stored")
    private Integer generated;

    @Column(columnDefinition = "uuid default gen_random_uuid()")
    private java.util.UUID uuid;

    @Column(columnDefinition = "boolean DEFAULT false NOT NULL")
    private boolean flag;

    @Column(columnDefinition = "bool", nullable = false)
    @ColumnDefault("true")
    private boolean twofold;

    @Column(columnDefinition = "character varying (7) null")
    private String spaced;

    @Column(columnDefinition = "text[]")
    private String[] several;

    @Column(columnDefinition = "bit(3)")
    private String bits;

    @Column(columnDefinition = "int unique")
    private Integer once;

    @Column(columnDefinition = "double precision")
    private Double twice;

    @Column(columnDefinition = "time(3) without time zone")
    private java.time.LocalTime time;

    @Column(columnDefinition = "tsvector")
    private String search;

    @Column(columnDefinition = "\"char\"")
    private String single;
}
