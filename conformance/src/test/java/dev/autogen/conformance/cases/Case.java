package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.joining;

import dev.autogen.conformance.Conformance;
import dev.autogen.conformance.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change or an agreement, and what autogen makes of it.
 *
 * @param title the ids of the lines that it stands for, if any, and a few words
 * @param sections what the file says, without the headings
 * @param common what both databases begin with where the case itself does not say
 */
record Case(String title, Map<Section, String> sections, String common) {
    private static final Pattern IDS = Pattern.compile("[A-Z]{2}\\d+(, [A-Z]{2}\\d+)*");
    private static final Pattern WORD = Pattern.compile("(?m)^([a-z-]+)(?: (.*))?$");

    Case {
        Map<Section, String> copy = new EnumMap<>(Section.class);
        copy.putAll(sections);
        sections = Collections.unmodifiableMap(copy);
    }

    Case withCommon(String newCommon) {
        return new Case(title, sections, newCommon);
    }

    /** The ids of the lines that this case stands for. */
    List<String> ids() {
        Matcher ids = IDS.matcher(title);
        return ids.lookingAt() ? List.of(ids.group().split(", ")) : List.of();
    }

    Optional<String> section(Section section) {
        return Optional.ofNullable(sections.get(section));
    }

    /** The same case with another text there; without that section when the text is empty. */
    Case with(Section section, String text) {
        Map<Section, String> changed = new EnumMap<>(Section.class);
        changed.putAll(sections);
        if (text.isBlank() && section == Section.YIELDS) {
            changed.remove(section);
        } else {
            changed.put(section, text.strip());
        }
        return new Case(title, changed, common);
    }

    /** The change that it is about. */
    Conformance change() {
        if (section(Section.ENTITIES).isPresent()) {
            return Conformance.from(before())
                    .toEntities(sections.get(Section.ENTITIES))
                    .with(options());
        }
        return Conformance.from(before()).to(after()).with(options());
    }

    /** The change the other way round. */
    Conformance changeBack() {
        return Conformance.from(after()).to(before()).with(options());
    }

    private String before() {
        return section(Section.COLUMN).map(column -> table(column, 0)).orElseGet(() -> text(Section.FROM));
    }

    private String after() {
        return section(Section.COLUMN).map(column -> table(column, 1)).orElseGet(() -> text(Section.TO));
    }

    private String text(Section section) {
        return sections.getOrDefault(Section.GIVEN, common) + "\n" + sections.getOrDefault(section, "");
    }

    private String table(String column, int side) {
        return sections.getOrDefault(Section.GIVEN, common) + "\ncreate table t (id bigint primary key, c "
                + column.split(" -> ", -1)[side] + ");";
    }

    /** Which servers know what it is about. */
    boolean runsOn(int majorVersion) {
        return word("since").map(Integer::parseInt).orElse(0) <= majorVersion;
    }

    /**
     * What {@code with} says, a word a line: {@code rename OLD=NEW ...}, {@code claimed}, {@code allow-drops} and {@code
     * strict} are those of the command line; {@code names}: only between databases, since names matter; {@code unlisted}:
     * the databases differ in what is no difference; {@code since 15}: older servers do not know it.
     */
    Options options() {
        Options options = Options.DEFAULT;
        for (Map.Entry<String, String> word : words()) {
            options = switch (word.getKey()) {
                case "rename" -> options.renaming(word.getValue().split(" "));
                case "claimed" -> options.claiming();
                case "allow-drops" -> options.allowingDrops();
                case "strict" -> options.strictly();
                case "names" -> options.onlyBetweenDatabases();
                case "unlisted" -> options.unlisted();
                case "since" -> options;
                default -> throw new IllegalArgumentException(title + ": no option is called " + word.getKey());
            };
        }
        return options.watching(section(Section.ROWS)
                .map(rows -> rows.lines().findFirst().orElseThrow())
                .orElse(null));
    }

    private Optional<String> word(String name) {
        return words().stream()
                .filter(word -> word.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private List<Map.Entry<String, String>> words() {
        List<Map.Entry<String, String>> words = new ArrayList<>();
        Matcher word = WORD.matcher(sections.getOrDefault(Section.WITH, ""));
        while (word.find()) {
            words.add(Map.entry(word.group(1), word.group(2) == null ? "" : word.group(2)));
        }
        return words;
    }

    /** As a file has it. */
    String print() {
        return "=== " + title + "\n"
                + sections.entrySet().stream()
                        .map(section -> section.getKey().heading() + "\n"
                                + (section.getValue().isEmpty() ? "" : section.getValue() + "\n"))
                        .collect(joining());
    }

    @Override
    public String toString() {
        return title;
    }
}
