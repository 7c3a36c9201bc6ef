package zoo.collections;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.*;

/** Collections of values. */
@Entity
public class Library {
    @Id
    private Long id;

    @ElementCollection
    private Set<String> subjects;

    @ElementCollection
    @OrderColumn
    private List<String> shelves;

    @ElementCollection
    @OrderColumn(name = "place", nullable = false)
    @ListIndexBase(1)
    @CollectionTable(
            name = "library_opening",
            joinColumns = @JoinColumn(name = "library", nullable = false),
            foreignKey = @jakarta.persistence.ForeignKey(name = "fk_opening_library"),
            indexes = @jakarta.persistence.Index(name = "ix_opening_day", columnList = "day desc, library"),
            uniqueConstraints = @UniqueConstraint(name = "uq_opening", columnNames = {"library", "day"}))
    @Column(name = "day", nullable = false)
    private List<LocalDate> openings;

    @ElementCollection
    private List<Integer> visitors;

    @ElementCollection
    @MapKeyColumn(name = "language", length = 2)
    @Column(name = "title", length = 400)
    private Map<String, String> titles;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Mood, Integer> moods;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    private Set<Mood> seen;

    @ElementCollection
    @MapKeyJoinColumn(name = "book_id")
    private Map<Book, Integer> copies;

    @ElementCollection
    @SortNatural
    private SortedSet<String> rules;

    @ElementCollection
    @CollectionIdJavaType(org.hibernate.type.descriptor.java.IntegerJavaType.class)
    @CollectionId(column = @Column(name = "note_id"), generator = "increment")
    @CollectionTable(name = "library_notes")
    private Collection<String> notes;

    @ElementCollection
    private String[] stamps;

    public enum Mood { QUIET, LOUD }
}
