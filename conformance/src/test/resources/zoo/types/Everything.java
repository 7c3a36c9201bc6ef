package zoo.types;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.time.*;
import java.util.*;
import org.hibernate.Length;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

/** A column of every basic type. */
@Entity
public class Everything {
    @Id
    private UUID id;

    private boolean flag;
    private Boolean maybe;
    private byte tiny;
    private short small;
    private int number;
    private long big;
    private float single;
    private double twice;
    private char letter;
    private Character maybeLetter;
    private BigDecimal amount;

    @Column(precision = 12, scale = 4)
    private BigDecimal price;

    @Column(precision = 20)
    private BigInteger count;

    @Column(precision = 10)
    private float rounded;

    private String text;

    @Column(length = 40)
    private String brief;

    @Column(length = Length.LONG32)
    private String essay;

    @Column(length = 100_000)
    private String article;

    @Lob
    private String novel;

    @Nationalized
    private String national;

    private byte[] bytes;

    @Lob
    private byte[] image;

    @Column(length = 20)
    private byte[] hash;

    private Blob blob;
    private Clob clob;
    private NClob nclob;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String longText;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private Date utilDate;

    @Temporal(TemporalType.DATE)
    private Date onlyDate;

    private java.sql.Date sqlDate;
    private java.sql.Time sqlTime;
    private java.sql.Timestamp sqlTimestamp;
    private Calendar calendar;
    private Instant instant;
    private LocalDate plainDate;
    private LocalTime timeOfDay;
    private LocalDateTime dateAndTime;
    private OffsetDateTime offsetDateTime;
    private OffsetTime offsetTime;
    private ZonedDateTime zonedDateTime;

    @Column(precision = 3)
    private Instant millis;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    private OffsetDateTime zoneBeside;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "its_zone")
    private ZonedDateTime zoneNamed;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    private ZonedDateTime zoneNative;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    private OffsetDateTime zoneNormalized;

    private Duration duration;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    private Duration interval;

    private Year year;
    private ZoneId zone;
    private ZoneOffset zoneOffset;
    private TimeZone timeZone;
    private Currency money;
    private Locale locale;
    private URL url;
    private Class<?> type;
    private InetAddress address;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private UUID uuidAsText;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> json;

    @JdbcTypeCode(SqlTypes.SQLXML)
    private String xml;

    private String[] words;
    private int[] numbers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> longs;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(length = 7)
    private Set<UUID> uuids;

    private java.io.Serializable anything;
}
