package dev.autogen.commands.report;

import java.nio.file.Path;
import java.util.Locale;

/** How reports and other messages spell constants, numbers of things and files. */
public final class Words {
    private Words() {}

    /** {@code POSSIBLE_RENAME} as {@code possible-rename}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code 1 difference}, {@code 3 differences}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A file relative to the project where it lies below it, with slashes on every platform. */
    static String relative(Path project, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(project) ? project.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
