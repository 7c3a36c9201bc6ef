package dev.autogen.schema.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationSummaryTest {
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName LOG = new QualifiedName("audit", "log");

    @Test
    void what_comes_is_named_with_what_it_holds() {
        assertSummary(
                "+ table users (1 column)",
                new CreateTable(Table.of(USERS, List.of(Column.of("id", DataType.of("bigint"))))));
        assertSummary(
                "+ column audit.log.at (timestamptz(6) not null)",
                new AddColumn(
                        LOG, Column.of("at", DataType.of("timestamptz", 6)).notNull()));
        assertSummary(
                "+ unique index audit.ix_log",
                new CreateIndex(
                        LOG, Index.of("ix_log", List.of(IndexKey.column("at"))).withUnique(true), false));
        assertSummary(
                "+ check users.age_check",
                new AddConstraint(USERS, CheckConstraint.of("age_check", SqlExpression.of("age > 0"))));
        assertSummary(
                "+ enum mood (2 values)", new CreateEnum(new EnumType(QualifiedName.of("mood"), List.of("a", "b"))));
    }

    @Test
    void what_changes_shows_before_and_after() {
        assertSummary(
                "~ column users.email: varchar(255) -> varchar(320)",
                new AlterColumn(
                        USERS,
                        "email",
                        List.of(new ColumnChange.Type(
                                DataType.of("varchar", 320), null, null, DataType.of("varchar", 255), null, null))));
        assertSummary(
                "~ column users.age: type integer; default 0, was 1; identity, by default; not null; comment",
                new AlterColumn(
                        USERS,
                        "age",
                        List.of(
                                new ColumnChange.Type(DataType.of("integer"), null, null, null, null, null),
                                new ColumnChange.Default(SqlExpression.of("0"), SqlExpression.of("1")),
                                new ColumnChange.Numbering(Identity.byDefault(), null, false),
                                new ColumnChange.Nullability(false),
                                new ColumnChange.Comment("years", null))));
        assertSummary("~ column users.name: renamed to full_name", new RenameColumn(USERS, "name", "full_name"));
    }

    @Test
    void what_goes_is_named() {
        assertSummary("- table audit.log", new DropTable(LOG, null));
        assertSummary("- column users.age", new DropColumn(USERS, "age", null));
        assertSummary("- constraint users.age_check", new DropConstraint(USERS, "age_check", null));
        assertSummary(
                "- check users.age_check",
                new DropConstraint(USERS, "age_check", CheckConstraint.of("age_check", SqlExpression.of("age > 0"))));
    }

    @Test
    void long_sql_is_cut_to_a_line() {
        assertSummary(
                "~ sql UPDATE users SET a = 1 WHERE a IS NULL AND b IS NULL AND c I...",
                new ExecuteSql("UPDATE users\n   SET a = 1\n WHERE a IS NULL AND b IS NULL AND c IS NULL", List.of()));
    }

    private static void assertSummary(String line, Operation operation) {
        assertThat(OperationSummary.of(operation)).hasToString(line);
    }
}
