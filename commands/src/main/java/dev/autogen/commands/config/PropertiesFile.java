package dev.autogen.commands.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Reads a {@code .properties} file and keeps the lines. {@link Properties} itself judges each logical line, so escapes
 * and separators mean what they mean in Java.
 */
final class PropertiesFile {

    private final TextFile file;
    private final List<List<LocatedProperty>> documents = new ArrayList<>(List.of(new ArrayList<>()));

    private PropertiesFile(TextFile file) {
        this.file = file;
    }

    /** The file's documents in order; {@code #---} and {@code !---} separate them, as they do for Spring. */
    static List<List<LocatedProperty>> documents(TextFile file) {
        PropertiesFile reader = new PropertiesFile(file);
        reader.readLines();
        return reader.documents;
    }

    static List<LocatedProperty> properties(TextFile file) {
        return documents(file).stream().flatMap(List::stream).toList();
    }

    private void readLines() {
        List<String> lines = file.read().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            int number = i + 1;
            if (line.stripTrailing().equals("#---") || line.stripTrailing().equals("!---")) {
                documents.add(new ArrayList<>());
            } else if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                StringBuilder logical = new StringBuilder(line);
                while (isContinued(logical) && i + 1 < lines.size()) {
                    i++;
                    logical.append('\n').append(lines.get(i));
                }
                readProperty(logical.toString(), number);
            }
        }
    }

    private static boolean isContinued(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void readProperty(String logicalLine, int number) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    file.name() + ":" + number + " is not a property: " + e.getMessage() + ". Correct the line.", e);
        }
        List<LocatedProperty> document = documents.get(documents.size() - 1);
        for (String key : properties.stringPropertyNames()) {
            document.add(new LocatedProperty(key, properties.getProperty(key), file.name(), number));
        }
    }
}
