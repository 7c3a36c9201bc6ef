package dev.autogen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report goes: standard output, or a file. */
final class ReportOutput {
    private final Console console;

    ReportOutput(Console console) {
        this.console = console;
    }

    void print(String report) {
        if (!report.isEmpty()) {
            console.print(report);
        }
    }

    /** Writes the file, and its directories where they are missing. */
    void write(String report, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, report + "\n");
        console.say("Wrote " + file);
    }
}
