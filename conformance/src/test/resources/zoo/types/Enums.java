package zoo.types;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

@Entity
@Table(name = "enums")
public class Enums {
    @Id
    private long id;

    private Colour byDefault;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false)
    private Colour ordinal;

    @Enumerated(EnumType.STRING)
    private Colour string;

    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    private Colour cut;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Colour named;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    private Size namedOrdinal;

    @Convert(converter = SizeConverter.class)
    @Column(length = 1)
    private Size converted;

    @Convert(converter = YesNoConverter.class)
    private boolean yesNo;

    @Convert(converter = TrueFalseConverter.class)
    private Boolean trueFalse;

    @Convert(converter = NumericBooleanConverter.class)
    private Boolean zeroOne;

    private Temperature warmth;

    private Colour[] several;

    public enum Colour { RED, GREEN, BLUE { @Override public String toString() { return "sky's"; } } }

    public enum Size { SMALL, MEDIUM, LARGE }
}
