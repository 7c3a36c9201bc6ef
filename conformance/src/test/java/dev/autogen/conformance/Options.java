package dev.autogen.conformance;

import dev.autogen.differ.Rename;
import java.util.List;

/**
 * How a change is compared and proved.
 *
 * @param renames what is called otherwise now
 * @param claimed whether migrations of the project made what the database holds, so that it goes with its entity
 * @param allowDrops whether what nobody claims goes, too
 * @param strict whether what the entities leave unsaid counts as drift
 * @param alsoAsModel whether the second database is also taken for a model that names neither constraints nor indexes
 * @param listed whether {@code DatabaseListing}, which knows nothing of autogen, has to find the databases alike
 * @param query asked after the upgrade, and before it and after the downgrade, where its rows have to be the same; null
 *     when rows do not matter
 */
public record Options(
        List<Rename> renames,
        boolean claimed,
        boolean allowDrops,
        boolean strict,
        boolean alsoAsModel,
        boolean listed,
        String query) {
    /** Nothing is renamed, claimed or dropped unasked; every law holds. */
    public static final Options DEFAULT = new Options(List.of(), false, false, false, true, true, null);

    public Options {
        renames = List.copyOf(renames);
    }

    public Options renaming(String... newRenames) {
        return new Options(
                List.of(newRenames).stream().map(Rename::parse).toList(),
                claimed,
                allowDrops,
                strict,
                alsoAsModel,
                listed,
                query);
    }

    public Options claiming() {
        return new Options(renames, true, allowDrops, strict, alsoAsModel, listed, query);
    }

    public Options allowingDrops() {
        return new Options(renames, claimed, true, strict, alsoAsModel, listed, query);
    }

    public Options strictly() {
        return new Options(renames, claimed, allowDrops, true, alsoAsModel, listed, query);
    }

    public Options onlyBetweenDatabases() {
        return new Options(renames, claimed, allowDrops, strict, false, listed, query);
    }

    public Options unlisted() {
        return new Options(renames, claimed, allowDrops, strict, alsoAsModel, false, query);
    }

    public Options watching(String newQuery) {
        return new Options(renames, claimed, allowDrops, strict, alsoAsModel, listed, newQuery);
    }
}
