package zoo.collections;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Associations of all kinds. */
@Entity
public class Book {
    @Id
    @GeneratedValue
    private Long id;

    @ManyToMany
    private Set<Author> authors;

    @ManyToMany
    private List<Author> translators;

    @ManyToMany
    @JoinTable(
            name = "book_editors",
            joinColumns = @JoinColumn(name = "book"),
            inverseJoinColumns = @JoinColumn(name = "editor", foreignKey = @ForeignKey(name = "fk_editor")),
            indexes = @Index(columnList = "editor"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"editor", "book"}))
    @OrderColumn(name = "rank")
    private List<Author> editors;

    @OneToMany
    private List<Chapter> chapters;

    @OneToMany
    @JoinColumn(name = "appendix_of")
    @OrderColumn(name = "appendix_no")
    private List<Chapter> appendices;

    @OneToMany
    @JoinColumn(name = "index_of", nullable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Set<Entry> entries;

    @OneToMany(mappedBy = "book")
    @MapKey(name = "label")
    private Map<String, Mark> marks;

    @ManyToMany
    @MapKeyColumn(name = "role")
    private Map<String, Author> roles;

    @OneToOne
    private Author owner;

    @OneToOne
    @JoinTable(name = "book_cover")
    private Chapter cover;

    @ManyToOne
    @JoinTable(name = "book_series", inverseJoinColumns = @JoinColumn(name = "first_id"))
    private Book series;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private Book sequelOf;
}
