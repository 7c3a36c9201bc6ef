package dev.autogen.commands.report;

import dev.autogen.commands.report.Issue.Level;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Issues as the XML that Ant's JUnit task began and that CI servers read. What fails the command is a failure, all else is
 * a skipped test that says why; a run without issues is one test that passes, since some servers take an empty suite for
 * a mistake.
 */
final class JUnitReport {
    private static final String BREAK = "\n";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport() throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /**
     * A test as the servers show it.
     *
     * @param group what it belongs to: a file, a table; becomes the class
     * @param issue what is wrong; null where nothing is
     * @param name its name
     */
    record Case(String group, String name, Issue issue) {}

    /**
     * The document, without a line break at its end.
     *
     * @param suite the name of the whole
     * @param failing which of the issues fail the command, from this level on
     */
    static String of(String suite, List<Case> cases, Level failing) {
        try {
            JUnitReport report = new JUnitReport();
            report.write(suite, cases, failing);
            return report.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text can always be written to a string", e);
        }
    }

    private static boolean fails(Case test, Level failing) {
        return test.issue() != null
                && test.issue().accepted() == null
                && test.issue().level().compareTo(failing) <= 0;
    }

    private void write(String suite, List<Case> cases, Level failing) throws XMLStreamException {
        long failures = cases.stream().filter(test -> fails(test, failing)).count();
        long skipped = cases.stream().filter(test -> test.issue() != null).count() - failures;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters(BREAK);
        xml.writeStartElement("testsuites");
        counts(suite, cases.size(), failures, skipped);
        xml.writeCharacters(BREAK + "  ");
        xml.writeStartElement("testsuite");
        counts(suite, cases.size(), failures, skipped);
        for (Case test : cases) {
            write(test, fails(test, failing));
        }
        xml.writeCharacters(BREAK + "  ");
        xml.writeEndElement();
        xml.writeCharacters(BREAK);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void counts(String name, int tests, long failures, long skipped) throws XMLStreamException {
        attribute("name", name);
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(skipped));
    }

    private void write(Case test, boolean fails) throws XMLStreamException {
        xml.writeCharacters(BREAK + "    ");
        if (test.issue() == null) {
            xml.writeEmptyElement("testcase");
            attribute("classname", test.group());
            attribute("name", test.name());
            return;
        }
        xml.writeStartElement("testcase");
        attribute("classname", test.group());
        attribute("name", test.name());
        Issue.Place place = test.issue().place();
        if (place.file() != null) {
            attribute("file", place.file());
        }
        if (place.line() != null) {
            attribute("line", String.valueOf(place.line()));
        }
        xml.writeCharacters(BREAK + "      ");
        if (fails) {
            failure(test.issue());
        } else {
            skipped(test.issue());
        }
        xml.writeCharacters(BREAK + "    ");
        xml.writeEndElement();
    }

    private void failure(Issue issue) throws XMLStreamException {
        xml.writeStartElement("failure");
        attribute("type", issue.rule());
        attribute("message", issue.message());
        String where = issue.place().toString();
        xml.writeCharacters(clean(where.isEmpty() ? issue.message() : where + ": " + issue.message()));
        if (!issue.details().isEmpty()) {
            xml.writeCharacters(clean(BREAK + issue.details()));
        }
        xml.writeEndElement();
    }

    private void skipped(Issue issue) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        attribute(
                "message",
                issue.accepted() == null ? issue.message() : issue.message() + " (accepted: " + issue.accepted() + ")");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    /** Names may hold what XML cannot, not even escaped. */
    private static String clean(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints()
                .forEach(c -> clean.appendCodePoint(
                        c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
                                ? c
                                : 0xFFFD));
        return clean.toString();
    }
}
