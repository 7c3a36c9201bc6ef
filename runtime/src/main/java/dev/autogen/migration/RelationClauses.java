package dev.autogen.migration;

import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Comments;
import dev.autogen.schema.dependent.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What views of both kinds can say of themselves. {@link #onColumns} and {@link #withGrantOption} concern the rights
 * granted last.
 *
 * @param <S> the statement it belongs to
 */
public abstract sealed class RelationClauses<S extends RelationClauses<S>>
        permits ViewCreation, MaterializedViewCreation {
    private final Recording recording;
    private final String call;
    private final Map<String, String> options = new HashMap<>();
    private String owner;
    private final List<String> withheld = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private String comment;
    private final Map<String, String> columnComments = new HashMap<>();

    RelationClauses(Recording recording, String call) {
        this.recording = recording;
        this.call = call;
    }

    abstract S self();

    /** {@code WITH (option = value)}: {@code security_barrier}, {@code check_option}, {@code fillfactor}, ... */
    public S with(String option, String value) {
        String chained = open("with");
        options.put(Names.name(chained, "option", option), Names.given(chained, "value", value));
        return self();
    }

    /** {@code OWNER TO role}; without it, whoever runs the migration owns the view. */
    public S owner(String role) {
        owner = Names.name(open("owner"), "role", role);
        return self();
    }

    /** {@code REVOKE ALL FROM role}, before anything is granted: takes away what default privileges gave. */
    public S revokeAll(String role) {
        withheld.add(Names.name(open("revokeAll"), "role", role));
        return self();
    }

    /** {@code REVOKE ALL FROM PUBLIC}, before anything is granted. */
    public S revokeAllFromPublic() {
        open("revokeAllFromPublic");
        withheld.add(Grant.PUBLIC);
        return self();
    }

    /** {@code GRANT privileges TO role}: {@code .grant("reporting", "SELECT")}. */
    public S grant(String role, String... privileges) {
        String chained = open("grant");
        return add(chained, Names.name(chained, "role", role), privileges);
    }

    /** {@code GRANT privileges TO PUBLIC}. */
    public S grantToPublic(String... privileges) {
        return add(open("grantToPublic"), Grant.PUBLIC, privileges);
    }

    /** The rights hold for these columns only. */
    public S onColumns(String... columns) {
        String chained = open("onColumns");
        Grant grant = last(chained);
        grants.set(
                grants.size() - 1,
                new Grant(
                        grant.role(), grant.privileges(), Names.names(chained, "column", columns), grant.grantable()));
        return self();
    }

    /** {@code WITH GRANT OPTION}: the role may hand the rights on. */
    public S withGrantOption() {
        Grant grant = last(open("withGrantOption"));
        grants.set(grants.size() - 1, new Grant(grant.role(), grant.privileges(), grant.columns(), true));
        return self();
    }

    /** {@code COMMENT ON VIEW}. */
    public S comment(String text) {
        comment = Names.given(open("comment"), "comment", text);
        return self();
    }

    /** {@code COMMENT ON COLUMN}, of a column of the view. */
    public S columnComment(String column, String text) {
        String chained = open("columnComment");
        columnComments.put(Names.name(chained, "column", column), Names.given(chained, "comment", text));
        return self();
    }

    final Map<String, String> options() {
        return options;
    }

    final Access access() {
        return new Access(owner, withheld, grants);
    }

    final Comments comments() {
        return new Comments(comment, columnComments);
    }

    /** What a call on this statement is called in messages. */
    final String open(String method) {
        String chained = call + "." + method;
        recording.checkOpen(chained);
        return chained;
    }

    private S add(String chained, String role, String... privileges) {
        grants.add(new Grant(role, Names.names(chained, "privilege", privileges), List.of(), false));
        return self();
    }

    private Grant last(String chained) {
        if (grants.isEmpty()) {
            throw new InvalidMigrationException(chained + ": concerns rights; call .grant(role, privileges) before it");
        }
        return grants.get(grants.size() - 1);
    }
}
