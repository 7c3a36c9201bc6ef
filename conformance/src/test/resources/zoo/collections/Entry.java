package zoo.collections;

import jakarta.persistence.*;

@Entity
public class Entry {
    @Id
    private Integer id;

    @Column(name = "\"word\"")
    private String word;
}
