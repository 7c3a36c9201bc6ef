package dev.autogen.model;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Stream.concat(catalog.tableOrigins().values().stream(), catalog.columnOrigins().values().stream())
                .map(MemberFacts::className)
                .distinct()
                .toList()
                .parallelStream()
                .forEach(name -> files.fileOf(name).ifPresent(files::parse));
        Map<QualifiedName, SourcePosition> tables = new HashMap<>();
        catalog.tableOrigins()
                .forEach((table, origin) -> position(origin).ifPresent(place -> tables.put(table, place)));
        Map<ColumnRef, SourcePosition> columns = new HashMap<>();
        catalog.columnOrigins()
                .forEach((column, origin) -> position(origin).ifPresent(place -> columns.put(column, place)));
        return new SourcePositions(tables, columns);
    }
}
