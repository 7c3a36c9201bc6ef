package dev.autogen.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.codegen.MethodWriter.Direction;
import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Revision;
import dev.autogen.migration.revision.RevisionInfo;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes migrations as Java source: one statement an operation, one line an element of a table, formatted, with nothing
 * imported that is not used. The same draft gives the same source, byte for byte.
 *
 * <p>The class compiles against {@code autogen-runtime} alone, and recording it gives the operations it was written from,
 * without what was before.
 */
public final class MigrationWriter {
    private static final String INDENT = "  ";

    private final MigrationStyle style;

    /** Writes as it is done where nobody asked for anything else. */
    public MigrationWriter() {
        this(MigrationStyle.DEFAULT);
    }

    public MigrationWriter(MigrationStyle style) {
        this.style = style;
    }

    /**
     * The source of a migration.
     *
     * @throws IllegalArgumentException if an operation cannot be written as source: a constraint without a name, a
     *     parameter of a type that has no literal, a column that exists and is to become {@code serial}
     */
    public MigrationFile write(MigrationDraft draft) {
        StaticImports imports = new StaticImports();
        ElementParts wideTables = new ElementParts(imports);
        MethodWriter writer = new MethodWriter(
                new StepPrinter(new ElementPrinter(imports), wideTables), new SqlComments(style.showSql()));

        Direction upgrade =
                writer.write("upgrade", draft.upgrade(), placeholder(draft, "Write here what this migration does."));
        Direction downgrade = draft.irreversible() == null
                ? writer.write("downgrade", draft.downgrade(), undone(draft))
                : new Direction(irreversible(draft.irreversible()));

        TypeSpec type = TypeSpec.classBuilder(draft.className())
                .addJavadoc("$L", JavadocText.of(draft))
                .addAnnotation(annotation(draft.revision()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class)
                .addMethod(upgrade.method())
                .addMethod(downgrade.method())
                .addMethods(upgrade.parts())
                .addMethods(downgrade.parts())
                .addMethods(wideTables.methods())
                .addTypes(upgrade.classes())
                .addTypes(downgrade.classes())
                .build();
        JavaFile.Builder file =
                JavaFile.builder(draft.packageName(), type).indent(INDENT).skipJavaLangImports(true);
        imports.addTo(file);
        String qualified =
                draft.packageName().isEmpty() ? draft.className() : draft.packageName() + "." + draft.className();
        return new MigrationFile(
                draft.className() + ".java",
                qualified,
                style.headerComment() + withSpaceAfterHeader(file.build().toString(), draft.className()));
    }

    private static String placeholder(MigrationDraft draft, String handWritten) {
        return draft.revision().isMerge() ? "Joins branches; there is nothing else to do." : handWritten;
    }

    private static String undone(MigrationDraft draft) {
        return draft.upgrade().isEmpty()
                ? placeholder(draft, "Write here what undoes it.")
                : "There is nothing to undo.";
    }

    private static MethodSpec irreversible(String reason) {
        CodeBlock exception = CodeBlock.of("throw new $T", IrreversibleMigrationException.class);
        String rest = Layout.statement(Expression.Chain.of("", new Expression.Text(reason)));
        return MethodWriter.direction("downgrade")
                .addCode("$L$L\n", exception, rest)
                .build();
    }

    private static AnnotationSpec annotation(RevisionInfo revision) {
        List<String> members = new ArrayList<>();
        members.add("id = " + JavaText.literal(revision.id()));
        addNames(members, "revises", revision.parents());
        members.add("created = "
                + JavaText.literal(
                        revision.created().truncatedTo(ChronoUnit.SECONDS).toString()));
        if (revision.baseline()) {
            members.add("baseline = true");
        }
        addNames(members, "labels", revision.labels());
        addNames(members, "dependsOn", revision.dependsOn());
        addNames(members, "replaces", revision.replaces());

        String line = String.join(", ", members);
        boolean fits = line.length() + "@Revision()".length() <= Layout.WIDTH;
        String spread = "\n" + String.join(",\n", members);
        // As the one member called "value" it is printed as it is; JavaPoet would give each member a line.
        return AnnotationSpec.builder(Revision.class)
                .addMember("value", "$L", fits ? line : spread)
                .build();
    }

    private static void addNames(List<String> members, String member, List<String> names) {
        if (!names.isEmpty()) {
            String literals = names.stream().map(JavaText::literal).collect(Collectors.joining(", "));
            String line = member + " = " + (names.size() == 1 ? literals : "{" + literals + "}");
            members.add(
                    line.length() + INDENT.length() * 2 < Layout.WIDTH
                            ? line
                            : member + " = {\n" + INDENT.repeat(2) + literals.replace(", ", ",\n" + INDENT.repeat(2))
                                    + "\n}");
        }
    }

    /** A blank line between the class's first line and its first method, which JavaPoet has no word for. */
    private static String withSpaceAfterHeader(String source, String className) {
        String header = "\npublic final class " + className + " implements Migration {\n";
        int end = source.indexOf(header) + header.length();
        return source.substring(0, end) + "\n" + source.substring(end);
    }
}
