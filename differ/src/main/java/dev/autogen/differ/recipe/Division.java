package dev.autogen.differ.recipe;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an operation: what comes before the new version of an application is there, and what comes when the old one
 * is gone.
 *
 * @param expand the part with which the old version can live
 * @param contract the part with which the new version alone can live
 * @param obstacle why the new version cannot live without the second part; empty where it can
 */
record Division(List<Operation> expand, List<Operation> contract, Optional<String> obstacle) {

    Division {
        expand = List.copyOf(expand);
        contract = List.copyOf(contract);
        requireNonNull(obstacle, "obstacle is null");
    }

    /** The old version can live with it. */
    static Division expand(Operation operation) {
        return new Division(List.of(operation), List.of(), Optional.empty());
    }

    /** The new version alone can live with it, and does without it until then. */
    static Division contract(Operation operation) {
        return new Division(List.of(), List.of(operation), Optional.empty());
    }

    /** The one version cannot live with it, and the other not without it. */
    static Division neither(Operation operation, String obstacle) {
        return new Division(List.of(), List.of(operation), Optional.of(obstacle));
    }

    /** First this, which the old version can live with, and then that. */
    static Division both(List<? extends Operation> expand, List<? extends Operation> contract) {
        return new Division(List.copyOf(expand), List.copyOf(contract), Optional.empty());
    }

    Division because(Optional<String> reason) {
        return new Division(expand, contract, reason);
    }

    /** New labels come at the end first; the old ones go, and all get their places, with the contraction. */
    static Division ofLabels(RebuildEnum operation) {
        EnumType from = operation.from();
        List<Operation> additions = new ArrayList<>();
        EnumType meanwhile = from;
        for (String label : operation.to().labels()) {
            if (!from.labels().contains(label)) {
                additions.add(new AddEnumValue(from.name(), label, null, null, meanwhile, operation.uses()));
                List<String> labels = new ArrayList<>(meanwhile.labels());
                labels.add(label);
                meanwhile = new EnumType(from.name(), labels, from.comment());
            }
        }
        return both(additions, List.of(new RebuildEnum(operation.to(), meanwhile, operation.uses())));
    }
}
