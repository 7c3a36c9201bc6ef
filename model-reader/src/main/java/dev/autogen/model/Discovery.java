package dev.autogen.model;

import dev.autogen.model.ManagedType.Role;
import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.SourceCompiler;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that take part in the mapping, and their bytes where they had to be compiled.
 *
 * @param types sorted by name, each once
 * @param compiled classes by name; empty when class files are used as they are
 * @param classDirectories where class files are looked for, besides the class path
 * @param jars archives that persistence units name
 * @param mappingFiles {@code orm.xml} files
 */
record Discovery(
        List<ManagedType> types,
        Map<String, byte[]> compiled,
        List<Path> classDirectories,
        List<Path> jars,
        List<URL> mappingFiles) {

    static Discovery of(EntitySources sources, SourceFiles files, ProjectClassPath classPath) {
        Map<String, ManagedType> found = new TreeMap<>();
        CompiledClasses existing = new CompiledClasses(sources, files);
        List<Path> directories = existing.directories();
        PersistenceUnits units = PersistenceUnits.of(sources, directories, classPath.hasSpringBoot());
        List<URL> mappingFiles = MappingFiles.of(sources, directories, units);
        Stream.concat(sources.jars().stream(), units.jars().stream())
                .forEach(jar -> ClassScanner.scan(jar).forEach(type -> found.put(type.className(), type)));
        Map<String, byte[]> compiled = Map.of();
        if (files.all().isEmpty() || existing.areFresh()) {
            existing.scan().forEach(type -> found.put(type.className(), type));
        } else {
            sources.classDirectories()
                    .forEach(directory -> existing.scan(directory).forEach(type -> found.put(type.className(), type)));
            SourceCompiler compiler =
                    SourceCompiler.against(classPath.forCompiling(directories)).withSourcePath(files.roots());
            // A class that only a mapping file speaks of looks like any other.
            List<Path> candidates = mappingFiles.isEmpty() ? files.thatMayHoldManagedTypes() : files.all();
            Compilation whole = compile(candidates, files, compiler);
            if (whole.succeeded()) {
                ClassScanner.scan(whole.classes()).forEach(type -> found.put(type.className(), type));
                compiled = whole.classes();
            } else {
                compiled = compileEntitiesAlone(files, sources, compiler, found);
            }
        }
        units.classes().forEach(name -> found.putIfAbsent(name, new ManagedType(name, Role.ENTITY, false, false)));
        List<ManagedType> wanted = found.values().stream()
                .filter(type -> isWanted(type, sources) && units.have(type))
                .toList();
        if (wanted.stream().noneMatch(type -> type.role() == Role.ENTITY && !type.legacy()) && mappingFiles.isEmpty()) {
            throw Failures.noEntities(sources, found.values());
        }
        return new Discovery(
                wanted.stream().filter(type -> !type.legacy()).toList(),
                compiled,
                directories,
                units.jars(),
                mappingFiles);
    }

    /** Files that hold managed types, which are added to those found. One the parser gives up on is the compiler's to judge. */
    private static List<Path> entityFiles(SourceFiles files, EntitySources sources, Map<String, ManagedType> found) {
        List<Path> entityFiles = new ArrayList<>();
        List<Path> candidates = files.mentioningPersistence();
        Map<Path, List<ManagedType>> types = candidates.parallelStream()
                .collect(Collectors.toMap(
                        file -> file,
                        file -> files.parse(file).map(SourceFile::managedTypes).orElse(List.of())));
        for (Path file : candidates) {
            List<ManagedType> managed = types.get(file);
            managed.forEach(type -> found.put(type.className(), type));
            boolean wanted = managed.stream().anyMatch(type -> isWanted(type, sources) && !type.legacy());
            if (wanted || files.parse(file).isEmpty()) {
                entityFiles.add(file);
            }
        }
        return entityFiles;
    }

    /** What is no entity, or not wanted, may be what does not compile: only the parser can tell it apart. */
    private static Map<String, byte[]> compileEntitiesAlone(
            SourceFiles files, EntitySources sources, SourceCompiler compiler, Map<String, ManagedType> found) {
        Compilation compilation = compile(entityFiles(files, sources, found), files, compiler);
        if (!compilation.succeeded()) {
            throw Failures.doesNotCompile(compilation);
        }
        ClassScanner.scan(compilation.classes())
                .forEach(type -> found.computeIfPresent(type.className(), (name, parsed) -> type));
        return compilation.classes();
    }

    private static Compilation compile(List<Path> entityFiles, SourceFiles files, SourceCompiler compiler) {
        Compilation compilation = compiler.compile(entityFiles);
        if (compilation.succeeded() || !compiler.runsProcessors()) {
            return compilation;
        }
        // Processors such as Lombok's see only the files they are given, not those the compiler finds by itself.
        Set<Path> all = new HashSet<>(files.all());
        all.addAll(entityFiles);
        return compiler.compile(all.stream().sorted().toList());
    }

    /** Filters are about entities; what entities are made of is wanted wherever it is. */
    private static boolean isWanted(ManagedType type, EntitySources sources) {
        return type.role() != Role.ENTITY || sources.wants(type.className());
    }
}
