package zoo.types;

/** Stored through a converter that applies by itself. */
public record Temperature(double kelvin) {}
