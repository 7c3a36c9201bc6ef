package dev.autogen.commands.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The properties of the persistence units in a {@code META-INF/persistence.xml}. */
final class PersistenceXml {

    private PersistenceXml() {}

    /** One map a unit, in the file's order; {@code javax.persistence.} is read as {@code jakarta.persistence.}. */
    static List<Map<String, Setting<String>>> units(TextFile file) {
        List<Map<String, Setting<String>>> units = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file.read()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    if (reader.getLocalName().equals("persistence-unit")) {
                        units.add(new LinkedHashMap<>());
                    } else if (reader.getLocalName().equals("property") && !units.isEmpty()) {
                        readProperty(reader, file, units.get(units.size() - 1));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new ConfigurationException(
                    file.name() + ":" + e.getLocation().getLineNumber() + " is not well-formed XML. Correct the file.",
                    e);
        }
        return units;
    }

    private static void readProperty(XMLStreamReader reader, TextFile file, Map<String, Setting<String>> unit) {
        int line = reader.getLocation().getLineNumber();
        Optional<String> name = Optional.ofNullable(reader.getAttributeValue(null, "name"));
        Optional<String> value = Optional.ofNullable(reader.getAttributeValue(null, "value"));
        if (name.isPresent() && value.isPresent()) {
            Origin origin = new Origin(Origin.Kind.PERSISTENCE_XML, file.name() + ":" + line);
            unit.put(
                    name.get().replaceFirst("^javax\\.persistence\\.", "jakarta.persistence."),
                    new Setting<>(value.get(), origin));
        }
    }
}
