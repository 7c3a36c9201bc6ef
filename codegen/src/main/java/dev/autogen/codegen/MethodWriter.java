package dev.autogen.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.migration.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes one direction of a migration as a method, in parts where it or its class would be too large for Java. */
final class MethodWriter {
    private static final int MOST_STATEMENTS = 150;
    /** A class file counts constants with 16 bits and needs two for a string; the other direction needs some, too. */
    private static final int MOST_CONSTANTS = 12_000;

    private final StepPrinter printer;
    private final SqlComments sqlComments;

    MethodWriter(StepPrinter printer, SqlComments sqlComments) {
        this.printer = printer;
        this.sqlComments = sqlComments;
    }

    /**
     * The method, and its parts if it has any.
     *
     * @param placeholder a comment for a method without operations
     */
    Direction write(String name, List<DraftStep> steps, String placeholder) {
        if (steps.isEmpty()) {
            return new Direction(direction(name).addCode("// $L\n", placeholder).build());
        }
        List<Noted> statements = steps.stream().map(this::print).toList();
        List<List<Noted>> parts = MethodParts.split(statements, Noted::weight, MOST_STATEMENTS);
        if (parts.size() == 1) {
            return new Direction(direction(name).addCode(body(parts.get(0))).build());
        }
        boolean fitsOneClass =
                statements.stream().flatMap(Noted::constants).distinct().count() <= MOST_CONSTANTS;
        List<MethodSpec> methods = new ArrayList<>();
        List<TypeSpec> classes = new ArrayList<>();
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < parts.size(); i++) {
            String part = "Part" + (i + 1);
            if (fitsOneClass) {
                calls.add("$L(op);\n", name + part);
                methods.add(part(name + part, parts.get(i))
                        .addModifiers(Modifier.PRIVATE)
                        .build());
            } else {
                String className = Character.toUpperCase(name.charAt(0)) + name.substring(1) + part;
                calls.add("$L.$L(op);\n", className, name);
                classes.add(TypeSpec.classBuilder(className)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addMethod(part(name, parts.get(i))
                                .addModifiers(Modifier.STATIC)
                                .build())
                        .build());
            }
        }
        return new Direction(direction(name).addCode(calls.build()).build(), methods, classes);
    }

    private static MethodSpec.Builder part(String name, List<Noted> statements) {
        return MethodSpec.methodBuilder(name)
                .addParameter(Operations.class, "op")
                .addCode(body(statements));
    }

    /**
     * One direction of a migration.
     *
     * @param method the method that the runner calls
     * @param parts methods that it calls
     * @param classes classes whose methods it calls
     */
    record Direction(MethodSpec method, List<MethodSpec> parts, List<TypeSpec> classes) {
        Direction(MethodSpec method) {
            this(method, List.of(), List.of());
        }
    }

    static MethodSpec.Builder direction(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Operations.class, "op");
    }

    private Noted print(DraftStep step) {
        List<String> lines = new ArrayList<>();
        String sources = "";
        if (step instanceof NotedOperation noted) {
            sources = String.join(", ", noted.sources());
            noted.hazards().forEach(hazard -> lines.addAll(comment("HAZARD " + hazard)));
        }
        step.remarks().forEach(remark -> lines.addAll(comment(remark)));
        if (step instanceof NotedOperation noted) {
            lines.addAll(sqlComments.above(noted.operation()));
        }
        Statement statement = printer.print(step);
        lines.add(Layout.statement(statement.chain()));
        return new Noted(statement, sources, String.join("\n", lines));
    }

    private static List<String> comment(String text) {
        String opening = "// ";
        return JavaText.wrapped(JavaText.comment(text), Layout.WIDTH - Layout.MARGIN - opening.length()).stream()
                .map(line -> opening + line)
                .toList();
    }

    /** Statements about the same thing make a group, with a blank line around it if it takes more than one. */
    private static CodeBlock body(List<Noted> statements) {
        List<String> groups = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String told = "";
        for (int i = 0; i < statements.size(); i++) {
            Noted current = statements.get(i);
            boolean begins = i == 0 || !statements.get(i - 1).statement().leadsTo(current.statement());
            if (begins && i > 0) {
                groups.add(String.join("\n", lines));
                lines.clear();
                told = "";
            }
            // What asked for a statement asks for those behind it in the group, too, until something else does.
            if (!current.sources().isEmpty() && !current.sources().equals(told)) {
                lines.addAll(comment(current.sources()));
                told = current.sources();
            }
            lines.add(current.code());
        }
        groups.add(String.join("\n", lines));
        CodeBlock.Builder body = CodeBlock.builder();
        for (int i = 0; i < groups.size(); i++) {
            boolean apart = i > 0 && (isLong(groups.get(i - 1)) || isLong(groups.get(i)));
            body.add(apart ? "\n$L\n" : "$L\n", groups.get(i));
        }
        return body.build();
    }

    private static boolean isLong(String group) {
        return group.indexOf('\n') >= 0;
    }

    /** A statement, what asked for it, and its text with the comments that belong to it. */
    private record Noted(Statement statement, String sources, String code) {
        int weight() {
            return statement.chain().weight();
        }

        Stream<String> constants() {
            return statement.chain().constants();
        }
    }
}
