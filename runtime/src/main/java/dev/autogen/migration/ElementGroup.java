package dev.autogen.migration;

import java.util.List;

/** Several elements that stand for themselves, see {@link Elements#elements}. */
public final class ElementGroup implements TableElement {
    private final List<TableElement> elements;

    ElementGroup(TableElement... elements) {
        for (TableElement element : Names.given("elements", "list of elements", elements)) {
            Names.given("elements", "element", element);
        }
        this.elements = List.of(elements);
    }

    List<TableElement> elements() {
        return elements;
    }
}
