package dev.autogen.cli;

import dev.autogen.commands.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the common commands once, silently, on a project that is gone afterwards, with the embedded database and the
 * bundled Hibernate: a JVM that archives what it has loaded then archives what commands need.
 */
final class Rehearsal {
    private static final String ENTITY = """
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.*;

            @Entity
            @Table(
                    uniqueConstraints = @UniqueConstraint(name = "rehearsal_name", columnNames = "name"),
                    indexes = @Index(name = "rehearsal_day", columnList = "day"))
            @Check(name = "rehearsal_price", constraints = "price between 0 and 10")
            public class Rehearsal {
                public enum State { OPEN, CLOSED }

                @Embeddable
                public static class Address {
                    String street;
                    @Column(length = 10) String zip;
                }

                @Id @GeneratedValue Long id;
                @Version int version;
                @Column(nullable = false, length = 100) String name;
                @Enumerated(EnumType.STRING) State state;
                @ColumnDefault("0") @Column(precision = 12, scale = 2) BigDecimal price;
                LocalDate day;
                @ColumnDefault("now()") OffsetDateTime changed;
                Instant created;
                UUID number;
                boolean open;
                byte[] picture;
                List<String> words;
                @Embedded Address address;
                @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(foreignKey = @ForeignKey(name = "rehearsal_parent"))
                Rehearsal parent;
                @OneToMany(mappedBy = "parent") List<Rehearsal> children;
                @ManyToMany Set<Rehearsal> friends;
                @ElementCollection Set<String> tags;
                @ElementCollection Map<String, String> notes;
            }
            """;

    private Rehearsal() {}

    /**
     * Runs them, and prints nothing.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        run();
    }

    /** Runs them. A command that fails, for want of a server that starts, leaves out what it would have loaded. */
    static void run() throws IOException {
        Path project = Files.createTempDirectory("autogen-rehearsal");
        try {
            Path source =
                    Files.createDirectories(project.resolve("src/main/java")).resolve("Rehearsal.java");
            Files.writeString(source, ENTITY);
            commands(project, List.of("-m", "All of it", "--no-proof"), List.of("upgrade"), List.of("check"));
            // The same differently, so that there is something to compare and to tell.
            Files.writeString(
                    source,
                    ENTITY.replace("length = 100", "length = 200").replace("LocalDate day", "LocalDate day, due"));
            commands(project, List.of("check"), List.of("current"), List.of("history"));
        } finally {
            delete(project);
        }
    }

    @SafeVarargs
    private static void commands(Path project, List<String>... commands) {
        Surroundings surroundings = new Surroundings(
                Map.of("DATABASE_URL", "embedded"), Surroundings.ofThisProcess().systemProperties(), project);
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        for (List<String> command : commands) {
            CommandLineInterface.run(surroundings, Optional.empty(), nobody, nobody, command.toArray(String[]::new));
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
