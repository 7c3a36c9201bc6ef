package zoo.collections;

import jakarta.persistence.*;

@Entity
public class Chapter {
    @Id
    private Integer id;

    private String title;
}
