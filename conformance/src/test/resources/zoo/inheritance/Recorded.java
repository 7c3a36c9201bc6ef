package zoo.inheritance;

import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
public abstract class Recorded {
    @Version
    private int version;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;
}
