package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER COLUMN ... DROP EXPRESSION}: a stored generated column becomes an ordinary one and keeps its values.
 * PostgreSQL knows no way back: the reverse makes the column anew, so what hangs on it has to be made anew as well.
 *
 * @param table the table
 * @param name the column
 * @param definition the generated column as it was; null where a migration's source does not say
 */
public record DropExpression(QualifiedName table, String name, Column definition) implements Operation {

    public DropExpression {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        Column generated = Before.of(this, definition);
        return List.of(new DropColumn(table, name, generated.withGenerated(null)), new AddColumn(table, generated));
    }

    @Override
    public Operation asRecorded() {
        return new DropExpression(table, name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
