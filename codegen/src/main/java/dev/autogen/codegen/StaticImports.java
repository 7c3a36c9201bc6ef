package dev.autogen.codegen;

import com.palantir.javapoet.JavaFile;
import dev.autogen.codegen.Expression.Atom;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.migration.Elements;
import dev.autogen.migration.Types;
import dev.autogen.schema.ReferentialAction;
import java.util.Set;
import java.util.TreeSet;

/** The static members that a migration uses, collected while its expressions are made. */
final class StaticImports {
    private final Set<String> elements = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> actions = new TreeSet<>();

    /** A call of a method of {@link Elements}. */
    Chain element(String method, Expression... arguments) {
        elements.add(method);
        return Chain.of(method, arguments);
    }

    /** A call of a method of {@link Types}. */
    Chain type(String method, Expression... arguments) {
        types.add(method);
        return Chain.of(method, arguments);
    }

    Atom action(ReferentialAction action) {
        actions.add(action.name());
        return new Atom(action.name());
    }

    void addTo(JavaFile.Builder file) {
        elements.forEach(member -> file.addStaticImport(Elements.class, member));
        types.forEach(member -> file.addStaticImport(Types.class, member));
        actions.forEach(member -> file.addStaticImport(ReferentialAction.class, member));
    }
}
