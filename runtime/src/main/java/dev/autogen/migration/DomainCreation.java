package dev.autogen.migration;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Domain;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.CreateDomain;
import java.util.ArrayList;
import java.util.List;

/** {@code CREATE DOMAIN}, see {@link Operations#createDomain}. */
public final class DomainCreation {
    private final Recording recording;
    private final String call;
    private Domain domain;

    DomainCreation(Recording recording, String call, Domain domain) {
        this.recording = recording;
        this.call = call;
        this.domain = domain;
    }

    /** {@code COLLATE collation}, in SQL's spelling. */
    public DomainCreation collate(String collation) {
        return with(domain.withCollation(Names.text(open("collate"), "collation", collation)));
    }

    /** {@code DEFAULT sql}: an expression, so that a text has its quotes. */
    public DomainCreation defaultSql(String sql) {
        return with(domain.withDefault(SqlExpression.of(Names.text(open("defaultSql"), "expression", sql))));
    }

    /** {@code NOT NULL}. */
    public DomainCreation notNull() {
        open("notNull");
        return with(domain.withNullable(false));
    }

    /** {@code CONSTRAINT name CHECK (sql)}, an expression over {@code VALUE}. */
    public DomainCreation check(String name, String sql) {
        return check("check", name, sql, true);
    }

    /** The same, {@code NOT VALID}: values in existing rows are not looked at. */
    public DomainCreation checkNotValid(String name, String sql) {
        return check("checkNotValid", name, sql, false);
    }

    /** {@code COMMENT ON DOMAIN}. */
    public DomainCreation comment(String text) {
        return with(domain.withComment(Names.given(open("comment"), "comment", text)));
    }

    CreateDomain operation() {
        return new CreateDomain(domain);
    }

    private DomainCreation check(String method, String name, String sql, boolean validated) {
        List<CheckConstraint> checks = new ArrayList<>(domain.checks());
        checks.add(domainCheck(open(method), name, sql, validated));
        return with(domain.withChecks(checks));
    }

    static CheckConstraint domainCheck(String chained, String name, String sql, boolean validated) {
        SqlExpression expression = SqlExpression.of(Names.text(chained, "expression", sql));
        return new CheckConstraint(Names.name(chained, "constraint", name), expression, false, validated);
    }

    private DomainCreation with(Domain newDomain) {
        domain = newDomain;
        return this;
    }

    private String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }
}
