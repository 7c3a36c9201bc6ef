package dev.autogen.commands;

import static java.util.stream.Collectors.toMap;

import dev.autogen.commands.config.ModelSettings;
import dev.autogen.model.EntityModel;
import dev.autogen.model.EntityModelReader;
import dev.autogen.model.EntitySources;
import java.util.Map;
import java.util.function.IntSupplier;

/** Reads the project's entities as configured. */
final class Entities {
    private final Workspace workspace;
    private final Project project;

    Entities(Workspace workspace, Project project) {
        this.workspace = workspace;
        this.project = project;
    }

    /** Reads them; the server's version is asked for as late as possible. */
    EntityModel read(String defaultSchema, IntSupplier postgresMajor) {
        ModelSettings model = workspace.settings().model();
        EntitySources.Builder sources = EntitySources.builder()
                .sourceRoots(model.sourceRoots())
                .classDirectories(model.classDirectories())
                .jars(model.jars())
                .classPath(project.classPath())
                .packages(model.packages())
                .includeClasses(model.includeClasses())
                .excludeClasses(model.excludeClasses())
                .settings(model.hibernate().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().value())))
                .services(model.services())
                .defaultSchema(defaultSchema);
        model.naming().ifPresent(naming -> sources.naming(naming.value()));
        return new EntityModelReader().read(sources.build(), postgresMajor);
    }
}
