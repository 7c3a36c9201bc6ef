package zoo.collections;

import jakarta.persistence.*;
import java.util.Set;

@Entity
public class Author {
    @Id
    @GeneratedValue
    private Long id;

    @Column(unique = true)
    private String penName;

    @ManyToMany(mappedBy = "authors")
    private Set<Book> books;

    @ManyToMany
    @JoinTable(name = "author_friends")
    private Set<Author> friends;
}
