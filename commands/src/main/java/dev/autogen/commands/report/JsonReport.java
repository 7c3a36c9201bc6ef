package dev.autogen.commands.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.autogen.commands.Comparison;
import java.util.List;
import java.util.stream.Stream;

/** The report for programs. */
final class JsonReport {
    private JsonReport() {}

    /**
     * The whole document.
     *
     * @param from the database as it is; absent where it is compared with the entities
     * @param to the database that it is to be like; absent likewise
     * @param drift whether {@code check} would end with 1
     * @param differences what would be done, in order
     * @param notices what else there is to know
     * @param warnings what is odd about the model or the state of the database
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(
            String from,
            String to,
            boolean drift,
            List<Difference> differences,
            List<Remark> notices,
            List<String> warnings) {}

    private record Remark(String kind, String message) {}

    static String of(Comparison comparison, List<Difference> differences) {
        boolean databases = comparison.sides().ofDatabases();
        Document document = new Document(
                databases ? comparison.sides().from() : null,
                databases ? comparison.sides().to() : null,
                comparison.drift(),
                differences,
                Stream.concat(
                                comparison.diff().notices().stream()
                                        .map(notice -> new Remark(Words.lower(notice.kind()), notice.message())),
                                comparison.unsplit().stream().map(message -> new Remark("unsplit", message)))
                        .toList(),
                comparison.warnings());
        return Json.of(document);
    }
}
