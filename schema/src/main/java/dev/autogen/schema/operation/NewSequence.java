package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sequence that a run makes, for whoever asks whether it begins behind the ids that are there. Nothing in a database
 * says whose ids a sequence gives; its name does: Hibernate calls that of a table {@code orders_seq}, PostgreSQL that of a
 * column {@code orders_id_seq}.
 *
 * @param create makes it
 * @param run all that the run does
 */
public record NewSequence(CreateSequence create, List<Operation> run) {
    private static final String SUFFIX = "_seq";

    public NewSequence {
        requireNonNull(create, "create is null");
        run = List.copyOf(run);
    }

    /**
     * Whose ids a sequence may give.
     *
     * @param table the table
     * @param column the column; null for that of its primary key
     */
    public record Numbered(QualifiedName table, String column) {}

    /** Its name. */
    public QualifiedName name() {
        return create.sequence().name();
    }

    /** Whether it begins elsewhere than at 1: as it is made, or since the run sets it, be it in SQL that names it. */
    public boolean isPlaced() {
        Long start = create.sequence().options().start();
        Long increment = create.sequence().options().increment();
        return (start != null && start != 1)
                || (increment != null && increment < 0)
                || run.stream().anyMatch(this::isPlacedBy);
    }

    private boolean isPlacedBy(Operation operation) {
        if (operation instanceof ContinueNumbering numbering) {
            QualifiedName other = numbering.sequence();
            return other == null
                    ? mayNumber().stream()
                            .anyMatch(numbered ->
                                    numbered.table().equals(numbering.column().table()))
                    : other.equals(name());
        }
        return operation instanceof ExecuteSql written
                && SqlLexer.tokens(written.sql()).stream()
                        .filter(token -> token.isQuoted() || token.kind() == SqlToken.Kind.WORD)
                        .anyMatch(token -> token.text().contains(name().name()));
    }

    /** All whose ids it may give, by its name or by that of the only sequence whose place it takes; the likeliest first. */
    public List<Numbered> mayNumber() {
        List<QualifiedName> gone = run.stream()
                .filter(DropSequence.class::isInstance)
                .map(operation -> ((DropSequence) operation).name())
                .toList();
        boolean replaces = gone.size() == 1
                && run.stream().filter(CreateSequence.class::isInstance).count() == 1;
        return Stream.concat(Stream.of(name()), replaces ? gone.stream() : Stream.empty())
                .flatMap(sequence -> meant(sequence).stream())
                .toList();
    }

    private static List<Numbered> meant(QualifiedName sequence) {
        String name = sequence.name();
        if (!name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            return List.of();
        }
        String base = name.substring(0, name.length() - SUFFIX.length());
        List<Numbered> all = new ArrayList<>();
        all.add(new Numbered(sequence.withName(base), null));
        for (int i = base.indexOf('_'); i > 0; i = base.indexOf('_', i + 1)) {
            all.add(new Numbered(sequence.withName(base.substring(0, i)), base.substring(i + 1)));
        }
        return all;
    }
}
