package dev.autogen.commands.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The few things autogen reads from a {@code pom.xml} itself; the dependencies are Maven's own to resolve. */
final class PomFile {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Path path;
    private final Element project;

    private PomFile(Path path, Element project) {
        this.path = path;
        this.project = project;
    }

    static PomFile read(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to standard error.
            builder.setErrorHandler(new DefaultHandler());
            String text = new TextFile(path, path.toString()).read();
            return new PomFile(
                    path, builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXParseException e) {
            throw new ConfigurationException(
                    path + ":" + e.getLineNumber() + " is not well-formed XML: " + e.getMessage()
                            + " Correct the file.",
                    e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new ConfigurationException(path + " cannot be read: " + e.getMessage() + ". Correct the file.", e);
        }
    }

    /** The directories of the modules that are there; modules of Maven profiles do not count. */
    List<Path> moduleDirectories() {
        List<Path> directories = new ArrayList<>();
        for (Element modules : children(project, "modules")) {
            for (Element module : children(modules, "module")) {
                Path target = directory().resolve(text(module)).normalize();
                Path directory = Files.isRegularFile(target) ? target.getParent() : target;
                if (Files.isRegularFile(directory.resolve("pom.xml"))) {
                    directories.add(directory);
                }
            }
        }
        return directories;
    }

    /** The source root that the build names; empty when it names none, or only through a property of its parents. */
    Optional<Path> sourceDirectory() {
        return child(project, "build")
                .flatMap(build -> child(build, "sourceDirectory"))
                .map(element -> PROPERTY.matcher(text(element))
                        .replaceAll(match -> Matcher.quoteReplacement(
                                property(match.group(1)).orElse(match.group()))))
                .filter(text -> !text.contains("${"))
                .map(text -> directory().resolve(text).normalize());
    }

    /** The parent's file where {@code relativePath} finds it. */
    Optional<Path> parent() {
        Optional<Element> parent = child(project, "parent");
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        String relative = child(parent.get(), "relativePath").map(PomFile::text).orElse("../pom.xml");
        if (relative.isEmpty()) {
            return Optional.empty();
        }
        Path target = directory().resolve(relative).normalize();
        Path file = Files.isDirectory(target) ? target.resolve("pom.xml") : target;
        return Optional.of(file).filter(Files::isRegularFile);
    }

    private Optional<String> property(String name) {
        if (name.equals("project.basedir") || name.equals("basedir")) {
            return Optional.of(directory().toString());
        }
        return child(project, "properties")
                .flatMap(properties -> child(properties, name))
                .map(PomFile::text);
    }

    private Path directory() {
        return path.getParent();
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node ->
                        node instanceof Element element && element.getTagName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
