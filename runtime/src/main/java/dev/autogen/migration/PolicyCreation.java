package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.operation.CreateDependent;
import java.util.List;

/** {@code CREATE POLICY}, see {@link Operations#createPolicy}. */
public final class PolicyCreation {
    private final Recording recording;
    private final String call;
    private final QualifiedName table;
    private final String name;
    private boolean permissive = true;
    private String command = Policy.ALL;
    private List<String> roles = List.of();
    private SqlExpression using;
    private SqlExpression check;
    private String comment;

    PolicyCreation(Recording recording, String call, String name, QualifiedName table) {
        this.recording = recording;
        this.call = call;
        this.name = Names.name(call, "name of the policy", name);
        this.table = table;
    }

    /** {@code AS RESTRICTIVE}: takes rows away from what other policies let through. */
    public PolicyCreation restrictive() {
        open("restrictive");
        permissive = false;
        return this;
    }

    /** {@code FOR command}: {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE} instead of all. */
    public PolicyCreation forCommand(String newCommand) {
        command = Names.name(open("forCommand"), "command", newCommand);
        return this;
    }

    /** {@code TO roles} instead of all. */
    public PolicyCreation to(String... newRoles) {
        roles = Names.names(open("to"), "role", newRoles);
        return this;
    }

    /** {@code USING (sql)}: the rows that can be seen. */
    public PolicyCreation using(String sql) {
        using = SqlExpression.of(Names.text(open("using"), "condition", sql));
        return this;
    }

    /** {@code WITH CHECK (sql)}: the rows that can be written. */
    public PolicyCreation withCheck(String sql) {
        check = SqlExpression.of(Names.text(open("withCheck"), "condition", sql));
        return this;
    }

    /** {@code COMMENT ON POLICY}. */
    public PolicyCreation comment(String text) {
        comment = Names.given(open("comment"), "comment", text);
        return this;
    }

    CreateDependent operation() {
        return new CreateDependent(new Policy(table, name, permissive, command, roles, using, check, comment));
    }

    private String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }
}
