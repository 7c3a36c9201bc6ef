package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.DomainChange;
import java.util.ArrayList;
import java.util.List;

/** {@code ALTER DOMAIN}, see {@link Operations#alterDomain}: each call is a change, carried out in their order. */
public final class DomainAlteration {
    private final Recording recording;
    private final String call;
    private final QualifiedName domain;
    private final List<DomainChange> changes = new ArrayList<>();

    DomainAlteration(Recording recording, String call, QualifiedName domain) {
        this.recording = recording;
        this.call = call;
        this.domain = domain;
    }

    /** {@code SET DEFAULT sql}: an expression, so that a text has its quotes. */
    public DomainAlteration defaultSql(String sql) {
        String expression = Names.text(open("defaultSql"), "expression", sql);
        return with(new DomainChange.Default(SqlExpression.of(expression), null));
    }

    /** {@code DROP DEFAULT}. */
    public DomainAlteration dropDefault() {
        open("dropDefault");
        return with(new DomainChange.Default(null, null));
    }

    /** {@code SET NOT NULL}; fails where a column of the domain holds null. */
    public DomainAlteration notNull() {
        open("notNull");
        return with(new DomainChange.Nullability(false));
    }

    /** {@code DROP NOT NULL}. */
    public DomainAlteration nullable() {
        open("nullable");
        return with(new DomainChange.Nullability(true));
    }

    /** {@code ADD CONSTRAINT name CHECK (sql)}, an expression over {@code VALUE}; fails on values that violate it. */
    public DomainAlteration addCheck(String name, String sql) {
        return with(new DomainChange.AddCheck(DomainCreation.domainCheck(open("addCheck"), name, sql, true)));
    }

    /** The same, {@code NOT VALID}: values in existing rows are not looked at. */
    public DomainAlteration addCheckNotValid(String name, String sql) {
        return with(new DomainChange.AddCheck(DomainCreation.domainCheck(open("addCheckNotValid"), name, sql, false)));
    }

    /** {@code DROP CONSTRAINT name}. */
    public DomainAlteration dropCheck(String name) {
        return with(new DomainChange.DropCheck(Names.name(open("dropCheck"), "constraint", name), null));
    }

    /** {@code COMMENT ON DOMAIN}. */
    public DomainAlteration comment(String text) {
        return with(new DomainChange.Comment(Names.given(open("comment"), "comment", text), null));
    }

    /** Takes the comment away. */
    public DomainAlteration dropComment() {
        open("dropComment");
        return with(new DomainChange.Comment(null, null));
    }

    AlterDomain operation() {
        if (changes.isEmpty()) {
            throw new InvalidMigrationException(call + ": does not say what changes; add .notNull() or the like");
        }
        return new AlterDomain(domain, changes);
    }

    private DomainAlteration with(DomainChange change) {
        changes.add(change);
        return this;
    }

    private String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }
}
