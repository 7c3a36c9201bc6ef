package zoo.mapped;

import java.util.List;

/** Mapped by orm.xml alone. */
public class Plain {
    private Long id;
    private String name;
    private Kind kind;
    private Plain parent;
    private List<String> labels;
    private Place place;

    public enum Kind { ONE, OTHER }
}
