package dev.autogen.model;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.autogen.model.ManagedType.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the reader wants to know of a source file.
 *
 * @param managedTypes the types in it that take part in a mapping
 * @param lines the line of each class, by binary name, and of each of its members, by {@code class#member}
 */
record SourceFile(Path file, List<ManagedType> managedTypes, Map<String, Integer> lines) {

    static SourceFile of(Path file, CompilationUnit unit) {
        Visit visit = new Visit(unit);
        unit.getPackageDeclaration()
                .filter(declaration -> !declaration.getAnnotations().isEmpty())
                .ifPresent(declaration ->
                        visit.found.add(new ManagedType(declaration.getNameAsString(), Role.PACKAGE, false, false)));
        String prefix = unit.getPackageDeclaration()
                .map(declaration -> declaration.getNameAsString() + ".")
                .orElse("");
        unit.getTypes().forEach(type -> visit.type(type, prefix + type.getNameAsString()));
        return new SourceFile(file, List.copyOf(visit.found), Map.copyOf(visit.lines));
    }

    /** Where the member stands; where its class does if the member is not there or has no name. */
    Optional<SourcePosition> position(String className, String member) {
        Integer line = lines.getOrDefault(className + "#" + member, lines.get(className));
        return line == null ? Optional.empty() : Optional.of(new SourcePosition(file, line));
    }

    /** The property of a getter; the method's own name where it is none. */
    static String property(String getter) {
        for (String prefix : List.of("get", "is")) {
            if (getter.startsWith(prefix) && getter.length() > prefix.length()) {
                String name = getter.substring(prefix.length());
                return Character.toLowerCase(name.charAt(0)) + name.substring(1);
            }
        }
        return getter;
    }

    private static final class Visit {
        private final CompilationUnit unit;
        private final List<ManagedType> found = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Visit(CompilationUnit unit) {
            this.unit = unit;
        }

        void type(TypeDeclaration<?> type, String binaryName) {
            lines.put(binaryName, line(type.getName()));
            role(type, binaryName).ifPresent(found::add);
            if (type instanceof RecordDeclaration declaration) {
                for (Parameter component : declaration.getParameters()) {
                    lines.put(binaryName + "#" + component.getNameAsString(), line(component.getName()));
                }
            }
            for (BodyDeclaration<?> member : type.getMembers()) {
                member(member, binaryName);
            }
        }

        private void member(BodyDeclaration<?> member, String binaryName) {
            if (member instanceof TypeDeclaration<?> nested) {
                type(nested, binaryName + "$" + nested.getNameAsString());
            } else if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    lines.put(binaryName + "#" + variable.getNameAsString(), line(variable.getName()));
                }
            } else if (member instanceof MethodDeclaration method
                    && method.getParameters().isEmpty()) {
                lines.putIfAbsent(binaryName + "#" + property(method.getNameAsString()), line(method.getName()));
            }
        }

        private static int line(Node node) {
            return node.getBegin().map(begin -> begin.line).orElse(Position.HOME.line);
        }

        private Optional<ManagedType> role(NodeWithAnnotations<?> type, String binaryName) {
            for (AnnotationExpr annotation : type.getAnnotations()) {
                for (Role role : Role.values()) {
                    if (annotation.getName().getIdentifier().equals(role.annotation())) {
                        Optional<String> vendor = vendor(annotation);
                        if (vendor.isPresent()) {
                            return Optional.of(new ManagedType(
                                    binaryName, role, vendor.orElseThrow().equals("javax"), false));
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /** {@code jakarta} or {@code javax}; empty when the annotation is someone else's of the same name. */
        private Optional<String> vendor(AnnotationExpr annotation) {
            String written = annotation.getNameAsString();
            for (String vendor : List.of("jakarta", "javax")) {
                String home = vendor + ".persistence";
                String qualified = home + "." + annotation.getName().getIdentifier();
                boolean imported = unit.getImports().stream()
                        .anyMatch(each -> each.isAsterisk()
                                ? each.getNameAsString().equals(home)
                                : each.getNameAsString().equals(qualified));
                if (written.equals(qualified)
                        || (imported && written.equals(annotation.getName().getIdentifier()))) {
                    return Optional.of(vendor);
                }
            }
            return Optional.empty();
        }
    }
}
