package zoo.inheritance;

import jakarta.persistence.*;

/** Discriminated by a character; the subclass brings a table beside. */
@Entity
@Inheritance
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("L")
@SecondaryTable(name = "letter_scan", pkJoinColumns = @PrimaryKeyJoinColumn(name = "letter_id"))
public class Letter {
    @Id
    private long id;

    @Column(table = "letter_scan")
    private byte[] scan;

    @Entity
    @DiscriminatorValue("R")
    @SecondaryTable(name = "registered_receipt")
    public static class Registered extends Letter {
        @Column(table = "registered_receipt", length = 20, nullable = false)
        private String receipt;
    }
}
