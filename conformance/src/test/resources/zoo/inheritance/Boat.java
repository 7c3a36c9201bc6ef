package zoo.inheritance;

import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Joined without a discriminator; the subclass goes with the row. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Boat {
    @Id
    private String name;

    @Entity
    @OnDelete(action = OnDeleteAction.CASCADE)
    public static class Sailing extends Boat {
        private int masts;
    }
}
