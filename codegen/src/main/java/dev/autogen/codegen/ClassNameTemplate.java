package dev.autogen.codegen;

import dev.autogen.migration.revision.RevisionInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * How the classes of migrations are named: text with <code>{time}</code>, <code>{id}</code> and <code>{message}</code> in
 * it. The time comes before the others, so that files sort as the history goes, and so that names differ.
 *
 * @param text the template, such as <code>M{time}_{message}</code>
 */
public record ClassNameTemplate(String text) {
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

    /** {@code M20261121101530_AddProductsTable}. */
    public static final ClassNameTemplate DEFAULT = new ClassNameTemplate("M{time}_{message}");

    /**
     * Checks the template.
     *
     * @throws IllegalArgumentException if no class could be named so, or names would not sort by time
     */
    public ClassNameTemplate {
        Matcher tokens = TOKEN.matcher(text);
        int times = 0;
        while (tokens.find()) {
            switch (tokens.group(1)) {
                case "time" -> times++;
                case "id", "message" -> {
                    if (times == 0) {
                        throw new IllegalArgumentException("has " + tokens.group()
                                + " before {time}, so that files would" + " not sort as the history goes");
                    }
                }
                default ->
                    throw new IllegalArgumentException("has " + tokens.group()
                            + ", which stands for nothing: there are {time}, {id} and {message}");
            }
        }
        if (times != 1) {
            throw new IllegalArgumentException(
                    times == 0 ? "lacks {time}, by which files sort and names differ" : "has {time} more than once");
        }
        String example = TOKEN.matcher(text).replaceAll("1");
        if (!SourceVersion.isIdentifier(example)) {
            throw new IllegalArgumentException(
                    Character.isDigit(example.charAt(0))
                            ? "begins with {time}, and no class of Java begins with a digit: put a letter before it"
                            : "has a character that the name of a class cannot have");
        }
    }

    /** The name of a revision's class; when it was written is known. */
    public String name(RevisionInfo revision) {
        String name = text.replace("{time}", MigrationNames.time(revision.created()))
                .replace("{id}", revision.id().replaceAll("[^A-Za-z0-9_]", "_"));
        return name.replace("{message}", MigrationNames.words(revision.message()));
    }

    /** The same name with another time; a name that carries none, given by hand, stays as it is. */
    public String withTime(String className, Instant created) {
        String before = text.substring(0, text.indexOf('{'));
        Matcher timed = Pattern.compile(Pattern.quote(before) + "\\d{14}(.*)").matcher(className);
        return timed.matches() ? before + MigrationNames.time(created) + timed.group(1) : className;
    }

    /** The package of a year, below that of all migrations. */
    static String yearly(String basePackage, Instant created) {
        String year = "y" + created.atZone(ZoneOffset.UTC).getYear();
        return basePackage.isEmpty() ? year : basePackage + "." + year;
    }
}
