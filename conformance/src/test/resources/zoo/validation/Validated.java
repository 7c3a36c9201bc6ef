package zoo.validation;

import jakarta.persistence.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.validator.constraints.Length;

@Entity
public class Validated {
    @Id
    private Long id;

    @NotNull
    @Size(max = 40)
    private String name;

    @NotBlank
    @Length(max = 12)
    private String blank;

    @NotEmpty
    private String empty;

    @Min(1)
    @Max(10)
    private int amount;

    @Digits(integer = 6, fraction = 2)
    private BigDecimal price;

    @NotNull
    @ManyToOne
    private Validated parent;

    @Valid
    @Embedded
    private Part part;

    @NotEmpty
    @ElementCollection
    private List<@Size(max = 7) String> tags;

    @Positive
    @Column(nullable = false)
    private Integer positive;

    @Embeddable
    public static class Part {
        @NotNull
        private String serial;

        @Size(max = 3)
        private String unit;
    }
}
