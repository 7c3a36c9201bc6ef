package dev.autogen.commands.report;

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
}
