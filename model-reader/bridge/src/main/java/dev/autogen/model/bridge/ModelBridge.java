package dev.autogen.model.bridge;

/** Boots Hibernate's metadata for entity classes and tells, as plain data, which tables they mean. */
public interface ModelBridge {

    /** The name of the implementation, to be loaded next to the Hibernate that shall judge the entities. */
    String IMPLEMENTATION = "dev.autogen.model.bridge.hibernate.HibernateBridge";

    /**
     * Reads the mapping of the requested classes. Needs no database and opens no connection.
     *
     * @throws BridgeException when a class is missing or Hibernate rejects the mapping
     */
    ModelFacts read(BridgeRequest request);
}
