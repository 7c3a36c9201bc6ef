package dev.autogen.commands.proof.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one row that is being made up: which of those that may do is to be tried for each column. */
final class Choice {
    private final Map<String, List<String>> candidates = new LinkedHashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();

    /** Adds a column with what it may hold, at least one value; null stands for none. */
    void add(String column, List<String> values) {
        candidates.put(column, new ArrayList<>(values));
        chosen.put(column, 0);
    }

    Collection<String> columns() {
        return candidates.keySet();
    }

    String value(String column) {
        return candidates.get(column).get(chosen.get(column));
    }

    /** Goes on to the next combination for some columns; answers whether there was one left. */
    boolean next(Collection<String> columns) {
        for (String column : columns) {
            if (!candidates.containsKey(column)) {
                continue;
            }
            int following = chosen.get(column) + 1;
            if (following < candidates.get(column).size()) {
                chosen.put(column, following);
                return true;
            }
            chosen.put(column, 0);
        }
        return false;
    }
}
