package dev.autogen.differ.hazard;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/** Finds the hazards of one kind. Has no state; all it goes by is in the moment. */
abstract class HazardRule {
    private final HazardKind kind;

    HazardRule(String id, Severity severity, String summary) {
        this.kind = new HazardKind(id, severity, summary);
    }

    /** What it finds. */
    final HazardKind kind() {
        return kind;
    }

    /** The hazards of an operation at the moment when it runs. */
    abstract List<Hazard> of(Moment moment);

    /** The hazards of a limit that holds for the whole run. */
    List<Hazard> of(JudgedStep.LockTimeout limit, Plan plan) {
        return List.of();
    }

    /** A hazard for a table, sequence or type as a whole. */
    final Hazard about(QualifiedName object, String message) {
        return about(object, null, message);
    }

    /** A hazard for a column; null for the whole table. */
    final Hazard about(QualifiedName table, String column, String message) {
        return new Hazard(kind, kind.severity(), table, column, message);
    }

    /** The same in a case that is worse, or less bad, than most. */
    final Hazard as(Severity severity, Hazard hazard) {
        return new Hazard(kind, severity, hazard.object(), hazard.column(), hazard.message());
    }
}
