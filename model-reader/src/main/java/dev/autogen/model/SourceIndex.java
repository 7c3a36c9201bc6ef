package dev.autogen.model;

import dev.autogen.model.bridge.MemberFacts;
import java.util.Optional;

/** Finds classes and their members in the sources, parsing what it needs and no more. */
final class SourceIndex {

    private final SourceFiles files;

    SourceIndex(SourceFiles files) {
        this.files = files;
    }

    /** Where the member of that class is; where the class is when the member is empty or not written down. */
    Optional<SourcePosition> position(String className, String member) {
        return className.isEmpty()
                ? Optional.empty()
                : files.fileOf(className).flatMap(files::parse).flatMap(file -> file.position(className, member));
    }

    Optional<SourcePosition> position(MemberFacts origin) {
        return origin == null ? Optional.empty() : position(origin.className(), origin.member());
    }

    SourcePositions positions(CatalogBuilder catalog) {
        return new SourcePositions(catalog.tableOrigins(), catalog.columnOrigins(), this::position);
    }
}
