package dev.autogen.introspector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What rows of the catalog say that no record has a word for, as phrases about a table. */
final class Unmodelled {
    private final List<String> phrases = new ArrayList<>();

    /** The phrases, in the order in which PostgreSQL was asked. */
    List<String> phrases() {
        return List.copyOf(phrases);
    }

    void ofTable(ResultSet row) throws SQLException {
        if (row.getString("relpersistence").equals("u")) {
            phrases.add("is unlogged");
        }
        add("is partitioned by ", row.getString("partition_key"));
        add("is of type ", row.getString("of_type"));
        add("has access method ", row.getString("method"));
        add("is in tablespace ", row.getString("spcname"));
        add("has storage options ", joined(row, "options"));
        add("has extended statistics ", joined(row, "statistics"));
        if (row.getBoolean("inherited")) {
            phrases.add("has inheriting tables");
        }
        if (row.getBoolean("relrowsecurity")) {
            phrases.add("has row-level security");
        }
        switch (row.getString("relreplident")) {
            case "f" -> phrases.add("has replica identity full");
            case "n" -> phrases.add("has no replica identity");
            default -> {} // the primary key, or an index that says so itself
        }
    }

    void ofColumn(ResultSet row, String column) throws SQLException {
        String subject = "column " + column + " has ";
        add(subject + "storage ", storage(row.getString("storage")));
        add(subject + "compression ", compression(row.getString("attcompression")));
        add(subject + "statistics target ", row.getString("statistics"));
        add(subject + "options ", row.getString("options"));
    }

    void ofNotNull(ResultSet row, String column) throws SQLException {
        if (!row.getBoolean("convalidated")) {
            phrases.add("column " + column + " is not null without having been validated");
        }
        if (row.getBoolean("connoinherit")) {
            phrases.add("column " + column + " is not null without inheriting tables being so");
        }
    }

    void ofConstraint(ResultSet row, String constraint) throws SQLException {
        add("constraint " + constraint + " has the comment ", row.getString("comment"));
    }

    void ofIndex(ResultSet row, String index) throws SQLException {
        add("index " + index + " has the comment ", row.getString("comment"));
        add("index " + index + " is in tablespace ", row.getString("spcname"));
        if (row.getBoolean("indisclustered")) {
            phrases.add("is clustered on index " + index);
        }
        if (row.getBoolean("indisreplident")) {
            phrases.add("has replica identity index " + index);
        }
    }

    private void add(String phrase, String value) {
        if (value != null) {
            phrases.add(phrase + value);
        }
    }

    private static String joined(ResultSet row, String column) throws SQLException {
        if (row.getArray(column) == null) {
            return null;
        }
        String[] values = (String[]) row.getArray(column).getArray();
        return values.length == 0 ? null : String.join(", ", values);
    }

    private static String storage(String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "p" -> "plain";
            case "e" -> "external";
            case "m" -> "main";
            default -> "extended";
        };
    }

    private static String compression(String code) {
        return switch (code) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> null;
        };
    }
}
