package dev.autogen.codegen;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Comments;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Firing;
import dev.autogen.schema.dependent.Grant;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SequenceChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Drafts of what hangs on tables, and of numbering and domains, for {@link GoldenFilesTest}. */
final class DependentDrafts {
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName EMAIL = QualifiedName.of("email");
    private static final QualifiedName NUMBERS = QualifiedName.of("numbers");

    private DependentDrafts() {}

    static MigrationDraft dependents() {
        List<DependentObject> objects = List.of(
                new View(
                        QualifiedName.of("active"),
                        "SELECT id, name FROM users WHERE active",
                        Map.of("security_barrier", "true"),
                        Map.of("name", SqlExpression.of("'x'")),
                        new Access(
                                "app",
                                List.of(Grant.PUBLIC, "clerk"),
                                List.of(
                                        new Grant("reader", List.of("SELECT"), List.of("id", "name"), true),
                                        new Grant(Grant.PUBLIC, List.of("SELECT"), List.of(), false))),
                        new Comments("those who came back", Map.of("name", "in full"))),
                new MaterializedView(
                        QualifiedName.of("totals"),
                        "SELECT count(*) AS n\n  FROM users",
                        Map.of("fillfactor", "70"),
                        false,
                        Access.OWN,
                        Comments.NONE),
                new Policy(
                        USERS,
                        "own",
                        false,
                        "UPDATE",
                        List.of("app", "clerk"),
                        SqlExpression.of("id = 1"),
                        SqlExpression.of("id > 0"),
                        "their own rows"),
                new Trigger(
                        USERS,
                        "touch",
                        true,
                        "AFTER UPDATE",
                        "FOR EACH ROW EXECUTE FUNCTION touch()",
                        Firing.ALWAYS,
                        null),
                new Rule(USERS, "keep", "DELETE", "DO INSTEAD NOTHING", Firing.DISABLED, "nobody goes"),
                new ExtendedStatistics(
                        QualifiedName.of("users_stats"),
                        USERS,
                        List.of("mcv"),
                        List.of("name"),
                        List.of(SqlExpression.of("lower(name)")),
                        100,
                        "app",
                        null));
        Stream<Operation> drops = objects.stream().map(object -> new DropDependent(object.id(), object));
        return GoldenFilesTest.draft(
                "dependents",
                objects.stream()
                        .map(object -> NotedOperation.of(new CreateDependent(object)))
                        .toList(),
                drops.map(NotedOperation::of).toList());
    }

    static MigrationDraft numberingAndDomains() {
        CheckConstraint check = CheckConstraint.of("email_check", SqlExpression.of("VALUE LIKE '%@%'"));
        Domain domain = new Domain(
                EMAIL, DataType.of("text"), false, SqlExpression.of("'a@b'"), "\"C\"", List.of(check), "an address");
        Identity fives = new Identity(Identity.Kind.BY_DEFAULT, SequenceOptions.of(5L, 5L));
        Identity tens = new Identity(Identity.Kind.BY_DEFAULT, new SequenceOptions(null, 10L, null, null, 20L, true));
        ColumnRef number = new ColumnRef(USERS, "number");
        List<Operation> operations = List.of(
                new CreateDomain(domain),
                new AlterDomain(
                        EMAIL,
                        List.of(
                                new DomainChange.Default(null, SqlExpression.of("'a@b'")),
                                new DomainChange.Nullability(true),
                                new DomainChange.AddCheck(new CheckConstraint(
                                        "email_length", SqlExpression.of("length(VALUE) < 100"), false, false)),
                                new DomainChange.DropCheck("email_check", check),
                                new DomainChange.Comment("where to write", "an address"))),
                new DropDomain(EMAIL, domain),
                new AlterSequence(
                        NUMBERS,
                        List.of(
                                new SequenceChange.Type(DataType.of("bigint"), DataType.of("integer")),
                                new SequenceChange.Options(
                                        new SequenceOptions(null, 10L, null, 999L, null, true),
                                        new SequenceOptions(null, 1L, null, null, null, false)),
                                new SequenceChange.Owner(null, number),
                                new SequenceChange.Comment(null, "counts"))),
                new AlterColumn(USERS, "number", List.of(new ColumnChange.Numbering(tens, fives, true))),
                new ContinueNumbering(number, NUMBERS, ContinueNumbering.Standing.SEQUENCE),
                new ContinueNumbering(number, NUMBERS, ContinueNumbering.Standing.COLUMN),
                new ContinueNumbering(number, null, ContinueNumbering.Standing.ROWS),
                new DropExpression(USERS, "total", null));
        return GoldenFilesTest.draft(
                "numbering and domains",
                operations.stream().map(NotedOperation::of).toList(),
                List.of());
    }
}
