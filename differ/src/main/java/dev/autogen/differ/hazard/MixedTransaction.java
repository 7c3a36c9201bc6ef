package dev.autogen.differ.hazard;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.Column;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL refuses it in this transaction: it needs none, or one that begins later. */
final class MixedTransaction extends HazardRule {

    MixedTransaction() {
        super("mixed-transaction", Severity.ERROR, "PostgreSQL refuses it in the transaction in which it stands");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (!moment.run().isInTransaction()) {
            return List.of();
        }
        Operation operation = moment.operation();
        if (operation instanceof CreateIndex create && create.concurrently()) {
            return List.of(about(create.table(), concurrently(create.index().name(), "built")));
        }
        if (operation instanceof DropIndex drop && drop.concurrently()) {
            return List.of(about(drop.table(), concurrently(drop.name(), "dropped")));
        }
        return moment.now().labels().stream()
                .filter(label -> label.addedIn() == moment.run().transaction())
                .filter(label -> isUsed(label, moment))
                .map(label -> about(
                        label.type(),
                        "uses '" + label.label() + "' of type " + label.type()
                                + " in the transaction that adds it, which PostgreSQL refuses"))
                .toList();
    }

    private static String concurrently(String index, String done) {
        return "index " + index + " cannot be " + done + " concurrently in a transaction";
    }

    private static boolean isUsed(NewLabel label, Moment moment) {
        Operation operation = moment.operation();
        if (operation instanceof AddColumn add) {
            return isDefault(label, Optional.of(add.column()), add.column().defaultValue());
        }
        if (operation instanceof AlterColumn alter) {
            Optional<Column> column = moment.column(alter.table(), alter.column());
            return alter.changes().stream()
                    .anyMatch(change -> change instanceof ColumnChange.Default to && isDefault(label, column, to.to()));
        }
        if (operation instanceof ExecuteSql execute) {
            return quotes(label, execute.sql());
        }
        Stream<SqlExpression> texts = Stream.of();
        if (operation instanceof AddConstraint add) {
            texts = Mentions.texts(add.constraint()).stream();
        } else if (operation instanceof CreateIndex create) {
            texts = Mentions.texts(create.index()).stream();
        }
        return texts.anyMatch(text -> quotes(label, text.canonical())
                && text.canonical().contains(label.type().name()));
    }

    private static boolean isDefault(NewLabel label, Optional<Column> column, SqlExpression value) {
        return value != null
                && column.filter(
                                known -> known.type().name().equals(label.type().name()))
                        .isPresent()
                && quotes(label, value.canonical());
    }

    private static boolean quotes(NewLabel label, String sql) {
        String literal = "'" + label.label().replace("'", "''") + "'";
        return SqlLexer.tokens(sql).stream()
                .anyMatch(token ->
                        token.kind() == SqlToken.Kind.STRING && token.text().equals(literal));
    }
}
