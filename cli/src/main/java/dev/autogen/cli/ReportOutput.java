package dev.autogen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that says where a report goes: standard output, or a file. */
final class ReportOutput {
    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file instead.")
    private Path file;

    /**
     * Prints or writes a report.
     *
     * @param printed prints it
     */
    void tell(Console console, String report, Consumer<String> printed) throws IOException {
        if (file != null) {
            console.write(file, report + "\n");
        } else {
            printed.accept(report);
        }
    }
}
