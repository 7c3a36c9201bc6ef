package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.toSet;

import dev.autogen.conformance.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the cases proved that ran. May be written to by several threads. */
final class Evidence {
    private final ConcurrentHashMap<Case, List<Proved>> proved = new ConcurrentHashMap<>();

    /**
     * What one proof showed.
     *
     * @param facets what happens
     * @param laws what was proved of it
     */
    record Proved(Set<Facet> facets, Set<Progress.Law> laws) {}

    /** Writes down how far a case came, in each direction in which it ran. */
    void add(Case proof, Progress... directions) {
        List<Proved> all = new ArrayList<>();
        for (Progress progress : directions) {
            all.add(new Proved(Facet.of(progress.diff()), progress.met()));
        }
        proved.put(proof, all);
    }

    boolean has(Case proof) {
        return proved.containsKey(proof);
    }

    /** All proofs of these cases. */
    List<Proved> of(List<Case> cases) {
        return cases.stream()
                .flatMap(proof -> proved.getOrDefault(proof, List.of()).stream())
                .toList();
    }

    /** Everything that happened to anything. */
    Set<Facet> facets() {
        return proved.values().stream()
                .flatMap(List::stream)
                .flatMap(proof -> proof.facets().stream())
                .collect(toSet());
    }
}
