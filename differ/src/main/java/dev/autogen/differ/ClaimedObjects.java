package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is claimed at one point of a replay, kept by owner so that a rename touches no other table. */
final class ClaimedObjects {
    private final Map<QualifiedName, Set<ObjectRef>> byOwner = new LinkedHashMap<>();

    ClaimedObjects claim(ObjectRef ref) {
        byOwner.computeIfAbsent(ref.owner(), owner -> new LinkedHashSet<>()).add(ref);
        return this;
    }

    /** Claims it where it has a value now, else forgets it. */
    ClaimedObjects set(ObjectRef ref, Object value) {
        return value == null ? forget(ref) : claim(ref);
    }

    ClaimedObjects forget(ObjectRef ref) {
        return forget(ref.owner(), ref::equals);
    }

    ClaimedObjects forget(QualifiedName owner, Predicate<ObjectRef> which) {
        byOwner.getOrDefault(owner, new LinkedHashSet<>()).removeIf(which);
        return this;
    }

    ClaimedObjects rename(ObjectRef ref, UnaryOperator<ObjectRef> renaming) {
        return rename(ref.owner(), ref::equals, renaming);
    }

    ClaimedObjects rename(QualifiedName owner, Predicate<ObjectRef> which, UnaryOperator<ObjectRef> renaming) {
        Collection<ObjectRef> renamed =
                byOwner.getOrDefault(owner, Set.of()).stream().filter(which).toList();
        forget(owner, which);
        renamed.forEach(ref -> claim(renaming.apply(ref)));
        return this;
    }

    Claims toClaims() {
        Set<ObjectRef> all = new LinkedHashSet<>();
        byOwner.values().forEach(all::addAll);
        return new Claims(all);
    }
}
