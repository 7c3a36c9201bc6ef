package dev.autogen.differ;

import java.util.Set;

/**
 * What the project's own migrations created: the only things that are dropped, without being asked, once the model no
 * longer has them. {@link ClaimRecorder} finds them out.
 *
 * @param objects the claimed things, by their present names
 */
public record Claims(Set<ObjectRef> objects) {
    /** Nothing is claimed, so nothing is dropped. */
    public static final Claims NONE = new Claims(Set.of());

    public Claims {
        objects = Set.copyOf(objects);
    }

    /** Whether a migration created it. */
    public boolean include(ObjectRef object) {
        return objects.contains(object);
    }
}
