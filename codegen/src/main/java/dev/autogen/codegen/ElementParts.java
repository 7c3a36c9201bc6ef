package dev.autogen.codegen;

import com.palantir.javapoet.MethodSpec;
import dev.autogen.codegen.Expression.Breaks;
import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.migration.ElementGroup;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods that hold the elements of tables which are too wide for one statement. */
final class ElementParts {
    private static final int MOST_ELEMENTS = 200;

    private final StaticImports imports;
    private final List<MethodSpec> methods = new ArrayList<>();

    ElementParts(StaticImports imports) {
        this.imports = imports;
    }

    /** The methods made so far. */
    List<MethodSpec> methods() {
        return methods;
    }

    /** The elements themselves, or calls of methods that return them in parts. */
    List<Chain> fitting(List<Chain> elements) {
        List<List<Chain>> split = MethodParts.split(elements, Chain::weight, MOST_ELEMENTS);
        return split.size() == 1 ? elements : split.stream().map(this::method).toList();
    }

    private Chain method(List<Chain> part) {
        String name = "elements" + (methods.size() + 1);
        Call group = imports.element("elements").calls().get(0);
        Call call = new Call("return " + group.name(), List.copyOf(part), Breaks.AFTER_EACH, null);
        methods.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ElementGroup.class)
                .addCode("$L\n", Layout.statement(new Chain(List.of(call))))
                .build());
        return Chain.of(name);
    }
}
