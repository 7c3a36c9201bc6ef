package dev.autogen.commands.report;

import java.nio.file.Path;
import java.util.Locale;

/** Constants as reports spell them. */
final class Words {
    private Words() {}

    /** {@code POSSIBLE_RENAME} as {@code possible-rename}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code 1 difference}, {@code 3 differences}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A file relative to the project where it lies below it, with slashes on every platform. */
    static String relative(Path project, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(project) ? project.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
