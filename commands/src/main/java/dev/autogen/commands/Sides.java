package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

/**
 * What was compared, as reports call it.
 *
 * @param from the database as it is
 * @param to what it is to be
 * @param ofDatabases whether both are databases, or files in their place; false where the entities are what is to be
 */
public record Sides(String from, String to, boolean ofDatabases) {
    /** The entities with a database. */
    public static final Sides ENTITIES = new Sides("database", "entities", false);

    public Sides {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    static Sides ofDatabases(String from, String to) {
        return new Sides(from, to, true);
    }

    /** Where differences are: {@code between entities and database}. */
    public String between() {
        return ofDatabases ? "from " + from + " to " + to : "between entities and database";
    }

    /** That there are none. */
    public String agree() {
        return ofDatabases ? from + " and " + to + " agree" : "Entities and database agree";
    }

    /** That there are some, without saying where. */
    public String differ() {
        return ofDatabases ? "databases differ" : "entities and database differ";
    }

    /** What a migration written from the difference brings about. */
    public String wish() {
        return ofDatabases ? to + " holds" : "the entities say";
    }

    /** That there is no difference but in what is not compared. */
    public String beyond() {
        return ofDatabases
                ? from + " and " + to + " differ in what autogen does not compare"
                : "The database has what the entities do not speak of";
    }
}
