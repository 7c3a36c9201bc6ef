package dev.autogen.commands;

import static java.util.stream.Collectors.toMap;

import dev.autogen.commands.config.ModelSettings;
import dev.autogen.model.EntityModel;
import dev.autogen.model.EntityModelReader;
import dev.autogen.model.EntitySources;
import java.util.Map;

/** Reads the project's entities as configured. */
final class Entities {
    private final Workspace workspace;

    Entities(Workspace workspace) {
        this.workspace = workspace;
    }

    EntityModel read(String defaultSchema, int postgresMajor) {
        ModelSettings model = workspace.settings().model();
        EntitySources.Builder sources = EntitySources.builder()
                .sourceRoots(model.sourceRoots())
                .classDirectories(model.classDirectories())
                .jars(model.jars())
                .classPath(new Project(workspace).classPath())
                .packages(model.packages())
                .includeClasses(model.includeClasses())
                .excludeClasses(model.excludeClasses())
                .settings(model.hibernate().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().value())))
                .services(model.services())
                .defaultSchema(defaultSchema)
                .postgresMajor(postgresMajor);
        model.naming().ifPresent(naming -> sources.naming(naming.value()));
        return new EntityModelReader().read(sources.build());
    }
}
