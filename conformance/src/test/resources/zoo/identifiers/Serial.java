package zoo.identifiers;

/** Stored through a converter that the package registers. */
public record Serial(String letters, int digits) {}
