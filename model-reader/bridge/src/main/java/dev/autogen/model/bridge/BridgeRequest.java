package dev.autogen.model.bridge;

import java.net.URL;
import java.util.List;
import java.util.Map;

/**
 * What to map and how.
 *
 * @param classes binary names of entities, embeddables, mapped superclasses and converters
 * @param packages packages whose {@code package-info} carries mapping annotations
 * @param mappingFiles {@code orm.xml} files
 * @param naming {@code jpa}, {@code spring}, or the class name of a naming strategy
 * @param settings Hibernate settings of the project; those that would open a connection are ignored
 * @param services implementation class names by the name of the service they offer
 * @param postgresMajor the PostgreSQL release the types are meant for, such as 17
 */
public record BridgeRequest(
        List<String> classes,
        List<String> packages,
        List<URL> mappingFiles,
        String naming,
        Map<String, String> settings,
        Map<String, String> services,
        int postgresMajor) {

    public BridgeRequest {
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
        settings = Map.copyOf(settings);
        services = Map.copyOf(services);
    }
}
