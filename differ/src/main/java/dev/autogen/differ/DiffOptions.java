package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * How two catalogs are compared. Begin with {@link #ENTITIES} or {@link #DATABASES}.
 *
 * @param complete true where the desired side says everything, as a database does: what it lacks is to go. False for an
 *     entity model: what it leaves unsaid stays as it is
 * @param claims what may be dropped when an entity model no longer has it
 * @param allowDrops whether tables, columns, constraints, indexes, sequences and enum types that an entity model does not
 *     know are dropped although nobody claims them; what JPA cannot express and what it merely leaves unsaid, such as a
 *     default, stays even then
 * @param strict whether what was kept counts as drift
 * @param renames what is called otherwise now
 * @param unmanaged relations of the database that are not in its catalog, such as views, partitions and tables of
 *     extensions: a model's table of that name is left alone, and nothing new gets the name
 * @param serverVersion major version of PostgreSQL that the operations are for, so that newer ones do more in place; 0 for
 *     any that is supported
 */
public record DiffOptions(
        boolean complete,
        Claims claims,
        boolean allowDrops,
        boolean strict,
        List<Rename> renames,
        Set<QualifiedName> unmanaged,
        int serverVersion) {
    /** An entity model against a database. */
    public static final DiffOptions ENTITIES =
            new DiffOptions(false, Claims.NONE, false, false, List.of(), Set.of(), 0);

    /** A database against another. */
    public static final DiffOptions DATABASES =
            new DiffOptions(true, Claims.NONE, false, false, List.of(), Set.of(), 0);

    public DiffOptions {
        requireNonNull(claims, "claims is null");
        renames = List.copyOf(renames);
        unmanaged = Set.copyOf(unmanaged);
    }

    public DiffOptions withClaims(Claims newClaims) {
        return new DiffOptions(complete, newClaims, allowDrops, strict, renames, unmanaged, serverVersion);
    }

    public DiffOptions withAllowDrops(boolean newAllowDrops) {
        return new DiffOptions(complete, claims, newAllowDrops, strict, renames, unmanaged, serverVersion);
    }

    public DiffOptions withStrict(boolean newStrict) {
        return new DiffOptions(complete, claims, allowDrops, newStrict, renames, unmanaged, serverVersion);
    }

    public DiffOptions withRenames(List<Rename> newRenames) {
        return new DiffOptions(complete, claims, allowDrops, strict, newRenames, unmanaged, serverVersion);
    }

    public DiffOptions withUnmanaged(Set<QualifiedName> newUnmanaged) {
        return new DiffOptions(complete, claims, allowDrops, strict, renames, newUnmanaged, serverVersion);
    }

    public DiffOptions withServerVersion(int newServerVersion) {
        return new DiffOptions(complete, claims, allowDrops, strict, renames, unmanaged, newServerVersion);
    }
}
