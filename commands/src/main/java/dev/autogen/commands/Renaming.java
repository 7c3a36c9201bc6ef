package dev.autogen.commands;

import dev.autogen.commands.config.ComparisonSettings;
import dev.autogen.commands.rename.AnnotatedRenames;
import dev.autogen.commands.rename.RenameDecisions;
import dev.autogen.commands.rename.RenameDialogue;
import dev.autogen.commands.rename.SourceReasons;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.Rename;
import dev.autogen.differ.RenameAdvice;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.model.FormerName;
import dev.autogen.model.SourcePositions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The renames of one comparison: told by options, by the entities, or by whoever can be asked. */
final class Renaming {
    private final Workspace workspace;
    private final Catalog desired;
    private final Catalog live;
    private final DiffOptions options;
    private final SourceReasons reasons;

    /** @param options how the catalogs are compared; renames in them do not count */
    Renaming(Workspace workspace, Catalog desired, Catalog live, DiffOptions options, SourcePositions positions) {
        this.workspace = workspace;
        this.desired = desired;
        this.live = live;
        this.options = options;
        this.reasons = new SourceReasons(positions, workspace.settings().project());
    }

    /**
     * The options with the renames.
     *
     * @param former what the entities say
     * @param defaultSchema the schema that names without one mean
     * @param questions whom to ask about the rest; empty for nobody
     */
    DiffOptions decided(List<FormerName> former, String defaultSchema, Optional<Questions> questions) {
        ComparisonSettings settings = workspace.settings().comparison();
        List<Rename> told = new ArrayList<>(inDefaultSchema(settings.renames(), defaultSchema));
        told.addAll(AnnotatedRenames.heeded(former, live, told));
        List<Rename> all = new RenameDecisions(this::advice, workspace.progress()).told(told, settings.respelled());
        return options.withRenames(questions
                .map(someone -> new RenameDialogue(someone, this::advice, reasons, workspace.progress()).decide(all))
                .orElse(all));
    }

    /** The tables of which the decided renames change texts, by their names on either side. */
    Set<QualifiedName> concerned(DiffOptions decided) {
        return decided.renames().isEmpty() ? Set.of() : new SchemaDiffer().concernedByRenames(desired, live, decided);
    }

    /** The difference with what the sources know of possible renames in its notices. */
    SchemaDiff explained(SchemaDiff diff, DiffOptions decided) {
        return reasons.explain(diff, () -> advice(decided.renames()));
    }

    private RenameAdvice advice(List<Rename> told) {
        return new SchemaDiffer().advise(desired, live, options.withRenames(told));
    }

    /** What is in the default schema has no schema in a catalog, but may be said with it. */
    private static List<Rename> inDefaultSchema(Map<String, String> renames, String defaultSchema) {
        String prefix = defaultSchema + ".";
        return renames.entrySet().stream()
                .map(rename -> Rename.parse(rename.getKey() + "=" + rename.getValue()))
                .map(rename -> rename.from().startsWith(prefix)
                        ? new Rename(
                                rename.from().substring(prefix.length()),
                                rename.to().startsWith(prefix) ? rename.to().substring(prefix.length()) : rename.to())
                        : rename)
                .toList();
    }
}
