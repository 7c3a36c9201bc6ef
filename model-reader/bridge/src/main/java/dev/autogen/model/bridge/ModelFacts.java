package dev.autogen.model.bridge;

import java.util.List;

/**
 * All that Hibernate's metadata says about the database.
 *
 * @param hibernateVersion such as {@code 6.6.56.Final}
 * @param auxiliaryStatements the DDL of auxiliary database objects, word by word
 * @param remarks what deserves a word
 */
public record ModelFacts(
        String hibernateVersion,
        List<TableFacts> tables,
        List<SequenceFacts> sequences,
        List<String> auxiliaryStatements,
        List<RemarkFacts> remarks) {

    public ModelFacts {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        auxiliaryStatements = List.copyOf(auxiliaryStatements);
        remarks = List.copyOf(remarks);
    }
}
