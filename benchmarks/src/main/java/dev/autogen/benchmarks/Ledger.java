package dev.autogen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a ledger of any size: its entities; the DDL of the schema they want, so that there is nothing to report and
 * everything to compare; and statements that make one table in a hundred differ. Each table has ten columns, an identity
 * key, two foreign keys, a unique constraint, two checks and two indexes. Defaults and checks are spelled as people spell
 * them, not as PostgreSQL prints them, and one check of each table is like no other, so that each has to be judged.
 */
public final class Ledger {
    /** The DDL that agrees with the entities. */
    static final String SCHEMA = "schema.sql";
    /** What makes one table in a hundred differ. */
    static final String CHANGES = "changes.sql";
    /** The source root of the entities. */
    static final String SOURCES = "src/main/java";

    private static final int MIGRATIONS = 20;
    private static final int CHANGED_EACH = 100;

    private Ledger() {}

    /**
     * Writes a ledger.
     *
     * @param arguments the number of tables and the directory
     */
    public static void main(String[] arguments) throws IOException {
        write(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    static void write(int tables, Path directory) throws IOException {
        Path entities = Files.createDirectories(directory.resolve(SOURCES).resolve("ledger"));
        StringBuilder schema = new StringBuilder();
        StringBuilder foreignKeys = new StringBuilder();
        StringBuilder changes = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            String name = name(i);
            Files.writeString(entities.resolve("Account" + name + ".java"), entity(name, name(i / 2), name(i / 5)));
            schema.append(table(name));
            foreignKeys.append(foreignKeys(name, name(i / 2), name(i / 5)));
            if (i % CHANGED_EACH == CHANGED_EACH / 2) {
                changes.append(change(name));
            }
        }
        Files.writeString(directory.resolve(SCHEMA), schema.append(foreignKeys));
        Files.writeString(directory.resolve(CHANGES), changes);
        Path migrations = Files.createDirectories(directory.resolve("history/src/main/java/migrations"));
        for (int i = 1; i <= MIGRATIONS; i++) {
            Files.writeString(migrations.resolve("M202601010000%02d_Step.java".formatted(i)), migration(i));
        }
    }

    private static String name(int number) {
        return "%05d".formatted(number);
    }

    private static String entity(String name, String parent, String owner) {
        return """
                package ledger;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.LocalDate;
                import java.time.OffsetDateTime;
                import org.hibernate.annotations.Check;
                import org.hibernate.annotations.ColumnDefault;

                /** An account of the ledger. */
                @Entity
                @Table(
                        name = "account_%1$s",
                        uniqueConstraints = @UniqueConstraint(name = "account_%1$s_iban", columnNames = "iban"),
                        indexes = {
                            @Index(name = "account_%1$s_opened", columnList = "opened"),
                            @Index(name = "account_%1$s_holder", columnList = "holder, currency")
                        })
                @Check(name = "account_%1$s_limit", constraints = "credit_limit between 0 and 10%1$s")
                public class Account%1$s {
                    public enum State { OPEN, FROZEN, CLOSED }

                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    private Long id;

                    @Column(nullable = false, length = 34)
                    private String iban;

                    @Column(nullable = false)
                    private String holder;

                    @Column(nullable = false, length = 3)
                    @ColumnDefault("'EUR'")
                    private String currency;

                    @Column(name = "credit_limit", nullable = false, precision = 12, scale = 2)
                    @ColumnDefault("0")
                    private BigDecimal limit;

                    @Enumerated(EnumType.STRING)
                    @Column(nullable = false, length = 10)
                    private State state;

                    @Column(nullable = false)
                    @ColumnDefault("current_date")
                    private LocalDate opened;

                    private OffsetDateTime closed;

                    @ManyToOne(fetch = FetchType.LAZY)
                    @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "account_%1$s_parent"))
                    private Account%2$s parent;

                    @ManyToOne(fetch = FetchType.LAZY)
                    @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "account_%1$s_owner"))
                    private Account%3$s owner;
                }
                """.formatted(name, parent, owner);
    }

    private static String table(String name) {
        return """
                CREATE TABLE account_%1$s (
                    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
                    iban varchar(34) NOT NULL CONSTRAINT account_%1$s_iban UNIQUE,
                    holder varchar(255) NOT NULL,
                    currency varchar(3) NOT NULL DEFAULT 'EUR',
                    credit_limit numeric(12, 2) NOT NULL DEFAULT 0
                        CONSTRAINT account_%1$s_limit CHECK (credit_limit between 0 and 10%1$s),
                    state varchar(10) NOT NULL CHECK (state in ('OPEN', 'FROZEN', 'CLOSED')),
                    opened date NOT NULL DEFAULT current_date,
                    closed timestamp(6) with time zone,
                    parent_id bigint,
                    owner_id bigint);
                CREATE INDEX account_%1$s_opened ON account_%1$s (opened);
                CREATE INDEX account_%1$s_holder ON account_%1$s (holder, currency);
                """.formatted(name);
    }

    private static String foreignKeys(String name, String parent, String owner) {
        return """
                ALTER TABLE account_%1$s
                    ADD CONSTRAINT account_%1$s_parent FOREIGN KEY (parent_id) REFERENCES account_%2$s,
                    ADD CONSTRAINT account_%1$s_owner FOREIGN KEY (owner_id) REFERENCES account_%3$s;
                """.formatted(name, parent, owner);
    }

    private static String change(String name) {
        return """
                ALTER TABLE account_%1$s
                    DROP COLUMN closed,
                    ALTER COLUMN holder TYPE varchar(200),
                    DROP CONSTRAINT account_%1$s_limit;
                DROP INDEX account_%1$s_opened;
                """.formatted(name);
    }

    private static String migration(int number) {
        return """
                package migrations;

                import dev.autogen.migration.*;

                /** Step %1$d. */
                @Revision(id = "%1$012d"%2$s, created = "2026-01-01T00:00:%1$02dZ")
                public final class M202601010000%1$02d_Step implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.execute("SELECT %1$d");
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(number, number == 1 ? "" : ", revises = \"%012d\"".formatted(number - 1));
    }
}
