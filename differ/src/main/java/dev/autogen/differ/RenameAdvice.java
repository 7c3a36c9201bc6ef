package dev.autogen.differ;

import java.util.List;

/**
 * What may be renames, for someone to decide.
 *
 * @param possible each thing that comes, with what it may have been
 * @param groups possible renames of one shape; their members are in {@code possible} as well
 * @param respelled what is called the same but for its spelling, as after a change of the naming strategy
 * @param following what very likely follows from the renames that were told
 * @param certain those among the following whose names are made of that of what was renamed
 * @param alongside what gets another name with those that were told, by itself, phrases
 */
public record RenameAdvice(
        List<PossibleRename> possible,
        List<RenameGroup> groups,
        List<Rename> respelled,
        List<Rename> following,
        List<Rename> certain,
        List<String> alongside) {

    public RenameAdvice {
        possible = List.copyOf(possible);
        groups = List.copyOf(groups);
        respelled = List.copyOf(respelled);
        following = List.copyOf(following);
        certain = List.copyOf(certain);
        alongside = List.copyOf(alongside);
    }

    static RenameAdvice of(RenameSearch search, Renames renames) {
        List<PossibleRename> possible = search.all();
        List<FollowingRenames.Following> following = new FollowingRenames(search, renames).all();
        return new RenameAdvice(
                possible,
                RenameGroup.among(possible),
                search.respelled(),
                following.stream().map(FollowingRenames.Following::rename).toList(),
                following.stream()
                        .filter(FollowingRenames.Following::named)
                        .map(FollowingRenames.Following::rename)
                        .toList(),
                renames.alongside());
    }
}
