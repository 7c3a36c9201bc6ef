package dev.autogen.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.autogen.migration.Operations;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes one direction of a migration as a method, and as further ones where one would be too long. */
final class MethodWriter {
    private static final int MOST_STATEMENTS = 150;

    private final StatementPrinter printer;

    MethodWriter(StatementPrinter printer) {
        this.printer = printer;
    }

    /**
     * The method, followed by its parts if it has any.
     *
     * @param placeholder a comment for a method without operations
     */
    List<MethodSpec> methods(String name, List<NotedOperation> operations, String placeholder) {
        if (operations.isEmpty()) {
            return List.of(direction(name).addCode("// $L\n", placeholder).build());
        }
        List<Noted> statements = operations.stream().map(this::print).toList();
        List<List<Noted>> parts = MethodParts.split(statements, Noted::weight, MOST_STATEMENTS);
        if (parts.size() == 1) {
            return List.of(direction(name).addCode(body(parts.get(0))).build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < parts.size(); i++) {
            String part = name + "Part" + (i + 1);
            calls.add("$L(op);\n", part);
            methods.add(MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(Operations.class, "op")
                    .addCode(body(parts.get(i)))
                    .build());
        }
        methods.add(0, direction(name).addCode(calls.build()).build());
        return methods;
    }

    static MethodSpec.Builder direction(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Operations.class, "op");
    }

    private Noted print(NotedOperation noted) {
        Statement statement = noted.operation().accept(printer);
        List<String> lines = new ArrayList<>();
        if (!noted.sources().isEmpty()) {
            lines.addAll(comment(String.join(", ", noted.sources())));
        }
        noted.hazards().forEach(hazard -> lines.addAll(comment("HAZARD " + hazard)));
        lines.add(Layout.statement(statement.chain()));
        return new Noted(statement, String.join("\n", lines));
    }

    private static List<String> comment(String text) {
        String opening = "// ";
        return JavaText.wrapped(JavaText.comment(text), Layout.WIDTH - Layout.MARGIN - opening.length()).stream()
                .map(line -> opening + line)
                .toList();
    }

    /** Statements about the same thing stand together, and apart from others if either takes more than a line. */
    private static CodeBlock body(List<Noted> statements) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (int i = 0; i < statements.size(); i++) {
            Noted current = statements.get(i);
            if (i > 0) {
                Noted before = statements.get(i - 1);
                boolean related =
                        before.statement().subject().equals(current.statement().subject());
                if (!related && (before.isLong() || current.isLong())) {
                    body.add("\n");
                }
            }
            body.add("$L\n", current.code());
        }
        return body.build();
    }

    /** A statement and its text, comments included. */
    private record Noted(Statement statement, String code) {
        int weight() {
            return statement.chain().weight();
        }

        boolean isLong() {
            return code.indexOf('\n') >= 0;
        }
    }
}
