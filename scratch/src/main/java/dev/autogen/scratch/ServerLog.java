package dev.autogen.scratch;

import java.util.List;

/** What PostgreSQL says when it cannot do its work. */
final class ServerLog {

    private ServerLog() {}

    /** The most telling line of a log or of a program's output. */
    static String lastError(String text) {
        if (tellsOfFullDisk(text)) {
            return "the disk is full"; // all else follows from it
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String mark : List.of("PANIC:", "FATAL:", "error:", "ERROR:")) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                int at = lines.get(i).indexOf(mark);
                if (at >= 0) {
                    return lines.get(i).substring(at + mark.length()).strip();
                }
            }
        }
        return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1);
    }

    static boolean tellsOfTakenPort(String text) {
        return text.contains("could not bind") || text.contains("could not create any TCP/IP sockets");
    }

    static boolean tellsOfFullDisk(String text) {
        return text.contains("No space left on device") || text.contains("Check free disk space");
    }
}
