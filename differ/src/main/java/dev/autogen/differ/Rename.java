package dev.autogen.differ;

/**
 * Someone says that what was called {@code from} is called {@code to} now: {@code users=customers} for a table,
 * {@code users.name=full_name} for a column, both also with a schema in front ({@code app.users.name=full_name}).
 *
 * @param from the name in the database, with dots between its parts
 * @param to the name in the model, its last part alone or with all parts that {@code from} has
 */
public record Rename(String from, String to) {

    /**
     * Reads {@code OLD=NEW}.
     *
     * @throws DifferException if the text has another form
     */
    public static Rename parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new DifferException(
                    "'" + text + "' is not a rename. Write OLD=NEW, such as users=customers or users.name=full_name.");
        }
        return new Rename(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    @Override
    public String toString() {
        return from + "=" + to;
    }
}
