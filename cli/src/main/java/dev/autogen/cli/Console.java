package dev.autogen.cli;

import dev.autogen.commands.Progress;
import dev.autogen.commands.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Where a command prints: answers to standard output, everything else to standard error. Colours only where a terminal
 * shows them and {@code NO_COLOR} is not set; control characters, which a name or message may hold, never.
 */
final class Console implements Progress {
    private static final String ERASE_LINE = "\r\u001b[K";
    /** Between two lines about how far something is, where nobody sits. */
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colours;
    private final boolean terminal;
    private boolean updating;
    private long told = System.nanoTime();

    Console(PrintWriter out, PrintWriter err, Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.terminal =
                isTerminal() && !"dumb".equals(surroundings.environment().get("TERM"));
        this.colours = Ansi.AUTO.enabled() && !surroundings.environment().containsKey("NO_COLOR");
    }

    /** A line, or several, of the answer. */
    void print(String text) {
        endUpdates();
        out.println(harmless(text));
        out.flush();
    }

    /** A report, of which nothing is printed where it is empty. */
    void printReport(String report) {
        if (!report.isEmpty()) {
            print(report);
        }
    }

    /** An answer that programs read, exactly as it is. */
    void printExactly(String text) {
        endUpdates();
        out.print(text);
        out.flush();
    }

    /** A line of the answer that begins with {@code +}, {@code -} or {@code ~}, in the colour that goes with it. */
    void printChange(String line) {
        Style style = switch (line.strip().isEmpty() ? ' ' : line.strip().charAt(0)) {
            case '+' -> Style.fg_green;
            case '-' -> Style.fg_red;
            case '~' -> Style.fg_yellow;
            default -> Style.reset;
        };
        endUpdates();
        boolean coloured = colours && style != Style.reset;
        out.println(coloured ? style.on() + harmless(line) + style.off() : harmless(line));
        out.flush();
    }

    @Override
    public synchronized void update(String line) {
        if (terminal) {
            err.print(ERASE_LINE + harmless(line));
            err.flush();
            updating = true;
        } else if (System.nanoTime() - told >= INTERVAL) {
            told = System.nanoTime();
            say(line);
        }
    }

    private synchronized void endUpdates() {
        if (updating) {
            err.print(ERASE_LINE);
            err.flush();
            updating = false;
        }
    }

    @Override
    public void say(String line) {
        endUpdates();
        err.println(harmless(line));
        err.flush();
    }

    /** Writes an answer to a file instead, whose directories are made where they are missing, and says so. */
    void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        say("Wrote " + file);
    }

    /** A question; what is typed stands behind it. */
    void prompt(String question) {
        endUpdates();
        err.print(harmless(question));
        err.flush();
    }

    void error(String message) {
        String label = colours ? Style.fg_red.on() + "error:" + Style.fg_red.off() : "error:";
        endUpdates();
        err.println(label + " " + harmless(message));
        err.flush();
    }

    void stackTrace(Throwable thrown) {
        thrown.printStackTrace(err);
        err.flush();
    }

    /**
     * Whether someone sits at the other end. From JDK 22 on there is a console also where there is no terminal, which it
     * then says itself.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK from 22 on has it", e);
        }
    }

    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                harmless.append(String.format("\\u%04x", c));
            } else {
                harmless.append((char) c);
            }
        });
        return harmless.toString();
    }
}
