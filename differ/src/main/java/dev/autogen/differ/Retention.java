package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what of the database may go, and notes what stays although the model does not know it. */
final class Retention {
    private final DiffOptions options;
    private final Claims claims;
    private final List<Notice> notices = new ArrayList<>();

    /**
     * For one comparison.
     *
     * @param claims the claims by the names that things have after the asked-for renames
     */
    Retention(DiffOptions options, Claims claims) {
        this.options = options;
        this.claims = claims;
    }

    /** Names in the database that nothing new can have. */
    Set<QualifiedName> unmanaged() {
        return options.unmanaged();
    }

    int serverVersion() {
        return options.serverVersion();
    }

    boolean complete() {
        return options.complete();
    }

    /** Notes what autogen has no words for where the model says nothing of it; only the strict want to hear that. */
    void keepUnmodelled(ObjectRef object, String message) {
        if (options.strict()) {
            keep(object, message);
        }
    }

    /** Whether a thing that the desired side lacks is to be dropped; if not, that is noted. */
    boolean drops(ObjectRef object, String description) {
        if (options.complete() || options.allowDrops() || claims.include(object)) {
            return true;
        }
        keep(object, description + " is kept: the model does not know it and no migration created it");
        return false;
    }

    /** Whether an attribute of which the desired side is silent is to be taken away; if not, that is noted. */
    boolean removes(ObjectRef attribute, String description) {
        if (options.complete() || claims.include(attribute)) {
            return true;
        }
        keep(attribute, description + " is kept: the model does not say it");
        return false;
    }

    void keep(ObjectRef object, String message) {
        notices.add(new Notice(Notice.Kind.KEPT, object, message));
    }

    void note(Notice.Kind kind, ObjectRef object, String message) {
        notices.add(new Notice(kind, object, message));
    }

    void noteAll(List<Notice> others) {
        notices.addAll(others);
    }

    /** One that decides alike and has noted nothing yet. */
    Retention withoutNotices() {
        return new Retention(options, claims);
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
