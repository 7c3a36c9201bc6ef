package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.model.bridge.RemarkFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * Columns that several members map. Hibernate takes the column of the member that it binds first, and says nothing when
 * another wants another type.
 */
final class SharedColumns {

    /** A member's wish for a column. */
    private record Claim(Column column, MemberFacts origin, boolean written) {}

    private final IdentityHashMap<Table, Map<String, List<Claim>>> claims = new IdentityHashMap<>();
    private final List<Table> tables = new ArrayList<>();

    /**
     * @param written whether the member writes the column, not only reads it
     */
    void add(Table table, String key, Column column, MemberFacts origin, boolean written) {
        claims.computeIfAbsent(table, each -> {
                    tables.add(each);
                    return new LinkedHashMap<>();
                })
                .computeIfAbsent(key, each -> new ArrayList<>())
                .add(new Claim(column, origin, written));
    }

    /** A word for each member that wants another type than the column has. */
    List<RemarkFacts> remarks(Metadata metadata) {
        List<RemarkFacts> remarks = new ArrayList<>();
        for (Table table : tables) {
            for (List<Claim> shared : claims.get(table).values()) {
                if (shared.size() > 1) {
                    compare(metadata, table, shared, remarks);
                }
            }
        }
        return remarks;
    }

    @SuppressWarnings("ReferenceEquality") // two equal columns are what it looks for
    private static void compare(Metadata metadata, Table table, List<Claim> shared, List<RemarkFacts> remarks) {
        Column taken = table.getColumn(shared.get(0).column());
        Claim first = shared.stream()
                .filter(claim -> claim.column() == taken)
                .findFirst()
                .orElse(shared.get(0));
        String wanted = type(metadata, first.column());
        for (Claim claim : shared) {
            String type = type(metadata, claim.column());
            if (claim.origin().equals(first.origin()) || type.isEmpty() || wanted.isEmpty() || type.equals(wanted)) {
                continue;
            }
            boolean contradiction =
                    claim.written() && first.written() && !name(type).equals(name(wanted));
            remarks.add(new RemarkFacts(
                    "The column " + table.getName() + "." + first.column().getName() + " is mapped twice: "
                            + words(first) + " wants " + wanted + ", " + words(claim) + " wants " + type
                            + (contradiction ? "" : "; the first counts, as it does for Hibernate"),
                    first.origin(),
                    claim.origin(),
                    contradiction));
        }
    }

    private static String words(Claim claim) {
        String className = claim.origin().className();
        return claim.origin().member().isEmpty()
                ? className
                : className + "." + claim.origin().member();
    }

    /** Empty where Hibernate itself does not know, as for a discriminator. */
    private static String type(Metadata metadata, Column column) {
        return column.getValue() == null ? "" : column.getSqlType(metadata);
    }

    /** Without length, precision and scale. */
    private static String name(String type) {
        int parenthesis = type.indexOf('(');
        return parenthesis < 0
                ? type
                : type.substring(0, parenthesis) + type.substring(type.indexOf(')', parenthesis) + 1);
    }
}
