package zoo.columns;

import jakarta.persistence.*;

/** Two entities on one table. */
@Entity
@Table(name = "whole")
public class Half {
    @Id
    private Long id;

    private String first;

    @Entity
    @Table(name = "whole")
    public static class Other {
        @Id
        private Long id;

        private Integer second;

        @OneToOne
        @JoinColumn(name = "id")
        @MapsId
        private Half half;
    }
}
