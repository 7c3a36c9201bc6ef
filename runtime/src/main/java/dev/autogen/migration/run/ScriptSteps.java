package dev.autogen.migration.run;

import static dev.autogen.schema.ddl.PostgresDdl.literal;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Writes what migrations do into a script, and remembers what could not be written. */
final class ScriptSteps {
    private final RunOptions options;
    private final ScriptOptions script;
    private final ScriptText text;
    private final PostgresDdl ddl;
    private final List<String> notices = new ArrayList<>();

    ScriptSteps(RunOptions options, ScriptOptions script, ScriptText text) {
        this.options = options;
        this.script = script;
        this.text = text;
        this.ddl = PostgresDdl.inDefaultSchema(options.defaultSchema());
    }

    /** What the script cannot show, a sentence each. */
    List<String> notices() {
        return notices;
    }

    void write(PlannedMigration planned, Segment segment) {
        for (int i = 0; i < segment.steps().size(); i++) {
            Step step = segment.steps().get(i);
            if (step instanceof Step.Run run) {
                operation(planned, run.operation());
            } else if (step instanceof Step.Unfilled unfilled) {
                unfilled(planned, new UnfilledBackfill(unfilled, options.defaultSchema()));
            } else if (step instanceof Step.Callback) {
                java(planned);
            }
        }
    }

    private void operation(PlannedMigration planned, Operation operation) {
        if (operation instanceof CreateIndex create && create.concurrently()) {
            dropLeftover(create);
        }
        for (SqlStatement statement : ddl.statements(operation)) {
            try {
                text.line(PsqlStatement.of(ParameterInlining.text(statement)));
            } catch (IllegalArgumentException e) {
                throw new MigrationFailedException(
                        planned.revision(),
                        "Migration " + FailureReport.name(planned.revision()) + " cannot be written as a script: "
                                + e.getMessage() + ". The statement is: " + StepWords.cut(statement.sql())
                                + " No script was written.",
                        e);
            }
        }
    }

    private void unfilled(PlannedMigration planned, UnfilledBackfill backfill) {
        String column = backfill.step().table() + "." + backfill.step().column();
        notices.add("Migration " + FailureReport.name(planned.revision()) + " does not say yet what " + column
                + " holds in rows that exist: the script stops there with an error if there are any");
        text.comment("A backfill of " + column + " belongs here that is yet to be written: "
                        + backfill.step().question())
                .refuseIf(
                        "EXISTS (" + ParameterInlining.text(backfill.missing()) + ")",
                        "Migration " + planned.revision().id() + ": " + backfill.refusal(),
                        "Then write the script again.");
    }

    private void dropLeftover(CreateIndex create) {
        text.onlyIf(
                "EXISTS (" + ParameterInlining.text(InvalidIndex.exists(create, options.defaultSchema())) + ")",
                "autogen_leftover");
        ddl.statements(InvalidIndex.drop(create)).forEach(text::statement);
        text.line("\\endif");
    }

    private void java(PlannedMigration planned) {
        String name = "Migration " + FailureReport.name(planned.revision());
        text.comment("Java code of the migration's own stands here, which SQL cannot show.");
        if (script.withoutJava()) {
            notices.add(name + " runs Java code of its own, which the script leaves out");
        } else {
            notices.add(
                    name + " runs Java code of its own, which SQL cannot show: the script stops there with an error");
            text.block(ScriptText.raise(
                    literal("Migration " + planned.revision().id()
                            + " runs Java code of its own here, which a script cannot show."),
                    "Run this migration with autogen itself, or write the script with --without-java if the code is not"
                            + " needed."));
        }
    }
}
