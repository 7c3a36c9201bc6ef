package dev.autogen.model;

import dev.autogen.model.bridge.ModelBridge;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/**
 * The Hibernate that autogen brings, and its own bridge, found by a class of each on our own class path, so that it
 * makes no difference whether that is a reactor's directories, a test's or the archives of a distribution.
 */
final class BundledHibernate {

    private static final List<String> MARKERS = List.of(
            "org.hibernate.Session",
            "org.hibernate.models.ModelsException",
            "jakarta.persistence.Entity",
            "jakarta.transaction.Transaction",
            "jakarta.inject.Inject",
            "org.jboss.logging.Logger",
            "net.bytebuddy.ByteBuddy",
            "org.antlr.v4.runtime.Lexer",
            "jakarta.xml.bind.JAXBContext",
            "jakarta.activation.DataSource",
            "org.glassfish.jaxb.runtime.AccessorFactory",
            "org.glassfish.jaxb.core.Locatable",
            "org.eclipse.angus.activation.MailcapFile",
            "com.sun.xml.txw2.TXW",
            "com.sun.istack.Builder");

    private BundledHibernate() {}

    /** Archives or directories of the bundled Hibernate and what it needs. */
    static List<Path> classPath() {
        return MARKERS.stream().map(BundledHibernate::locate).distinct().toList();
    }

    /** Where the bridge's classes are. */
    static Path bridge() {
        return locate(ModelBridge.IMPLEMENTATION);
    }

    private static Path locate(String className) {
        String resource = className.replace('.', '/') + ".class";
        URL url = BundledHibernate.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException("autogen's own class path lacks " + className);
        }
        String text = url.toString();
        String root = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.lastIndexOf("!/"))
                : text.substring(0, text.length() - resource.length());
        try {
            return Path.of(new java.net.URI(root));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a file: " + root, e);
        }
    }
}
