package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import java.util.List;

/**
 * The one harness for changes: {@code from(ddl).to(ddl or entities).yields(sql)}. Whatever a test asks for, it always
 * demands the laws as well, on a real server:
 *
 * <ul>
 *   <li>a database does not differ from itself;
 *   <li>the difference, written as a class, compiles without a warning, and the class asks for the same operations;
 *   <li>that class's upgrade leaves no difference, and its downgrade gives back the start, also in the eyes of a
 *       witness that shares no code with autogen; the upgrade then works again;
 *   <li>the class in its safe form, where that differs, leads there and back, too;
 *   <li>the second database taken for a model that names neither constraints nor indexes converges and comes back, too.
 * </ul>
 *
 * <pre>{@code
 * from("create table t (c varchar(30))").to("create table t (c varchar(40))").yields("""
 *         ALTER TABLE t ALTER COLUMN c TYPE varchar(40)
 *         """);
 * from("").toEntities("@Entity class Thing { @Id long id; }").yields("...");
 * }</pre>
 */
public final class Conformance {
    private final Side before;
    private final Side after;
    private final Options options;

    private Conformance(Side before, Side after, Options options) {
        this.before = before;
        this.after = after;
        this.options = options;
    }

    /** Begins with a database that these statements make; with {@code ""}, an empty one. */
    public static From from(String ddl) {
        return new From(new Side.Ddl(ddl));
    }

    /** Begins with a database that holds this. */
    public static From from(Catalog catalog) {
        return new From(new Side.Known(catalog));
    }

    /**
     * The database that there is.
     *
     * @param before how it is made
     */
    public record From(Side before) {
        /** The database that is wanted. */
        public Conformance to(String ddl) {
            return new Conformance(before, new Side.Ddl(ddl), Options.DEFAULT);
        }

        /** The database that is wanted, as a catalog. */
        public Conformance to(Catalog catalog) {
            return new Conformance(before, new Side.Known(catalog), Options.DEFAULT);
        }

        /** The entities that are wanted, a Java type each; package and the usual imports are added. */
        public Conformance toEntities(String... sources) {
            return new Conformance(before, new Side.Entities(List.of(sources)), Options.DEFAULT);
        }
    }

    /** The same, compared otherwise. */
    public Conformance with(Options newOptions) {
        return new Conformance(before, after, newOptions);
    }

    /** The upgrade, as SQL with a statement a line and the default schema's name left out, is this. */
    public void yields(String sql) throws SQLException {
        assertThat(proved().sql().strip()).isEqualTo(sql.strip());
    }

    /** There is something to do, and the laws hold. */
    public void holds() throws SQLException {
        assertThat(proved().sql()).isNotEmpty();
    }

    /** There is nothing to do. */
    public void yieldsNothing() throws SQLException {
        assertThat(proved().sql()).isEmpty();
    }

    /** Demands all laws, and says what came of it. */
    public Outcome proved() throws SQLException {
        return prove(new Progress());
    }

    /** The same, saying on the way which law has been met. */
    public Outcome prove(Progress progress) throws SQLException {
        try (Workbench bench = Workbench.borrow()) {
            return after instanceof Side.Entities entities
                    ? new EntitiesProof(bench, options, progress).prove(before, entities)
                    : new DatabasesProof(bench, options, progress).prove(before, after);
        }
    }

    /** Drops the databases; to be called when a test class is through. */
    public static void close() {
        Workbench.dropIdle();
    }
}
