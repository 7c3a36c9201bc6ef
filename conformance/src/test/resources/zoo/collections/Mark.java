package zoo.collections;

import jakarta.persistence.*;

@Entity
public class Mark {
    @Id
    private Integer id;

    private String label;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDeleteNothing
    private Book book;

    /** Somebody else's annotation, which means nothing here. */
    @interface OnDeleteNothing {}
}
