package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The expressions of one side. */
final class TextUses {
    private final CatalogTexts texts;
    private final Set<QualifiedName> renamed;
    private final List<TextUse> uses = new ArrayList<>();
    private final Map<Place, Set<ScratchJob>> spellings = new HashMap<>();

    /** @param renamed tables whose texts are compared with those of other places, so that all of them are asked about */
    TextUses(Catalog catalog, CatalogTexts texts, Set<QualifiedName> renamed) {
        this.texts = texts;
        this.renamed = renamed;
        texts.replaceIn(catalog, new CatalogTexts.Replacement() {
            @Override
            public SqlExpression expression(TextUse use, SqlExpression expression) {
                add(use);
                return expression;
            }

            @Override
            public IndexKey key(TextUse use, IndexKey key) {
                add(use);
                return key;
            }
        });
    }

    private void add(TextUse use) {
        uses.add(use);
        spellings
                .computeIfAbsent(use.place().counterpart(), place -> new HashSet<>())
                .add(use.spelling());
    }

    /** The model's questions to the server: all that is neither proven nor written alike on the other side. */
    List<ScratchJob> open(TextUses other) {
        return uses.stream()
                .filter(use -> use.proven().isEmpty() && !isWrittenAlike(use, other))
                .map(TextUse::job)
                .toList();
    }

    /** The database's questions: the same, but only where the model has something to compare with. */
    List<ScratchJob> openWhereComparedWith(TextUses model) {
        return uses.stream()
                .filter(use -> renamed.contains(use.place().table())
                        || model.spellings.containsKey(use.place().counterpart()))
                .filter(use -> use.proven().isEmpty() && !isWrittenAlike(use, model))
                .map(TextUse::job)
                .toList();
    }

    private boolean isWrittenAlike(TextUse use, TextUses other) {
        return !renamed.contains(use.place().table())
                && other.spellings
                        .getOrDefault(use.place().counterpart(), Set.of())
                        .contains(use.spelling());
    }

    /** The uses that PostgreSQL refused, with its reasons. */
    Map<TextUse, Verdict> refusals(TextUses other, Map<ScratchJob, Verdict> verdicts) {
        Map<TextUse, Verdict> refusals = new LinkedHashMap<>();
        for (TextUse use : uses) {
            Verdict verdict = verdicts.get(use.job());
            if (verdict != null && verdict.isRefusal() && use.proven().isEmpty() && !isWrittenAlike(use, other)) {
                refusals.put(use, verdict);
            }
        }
        return refusals;
    }

    /** The catalog in PostgreSQL's words where it has been asked. */
    Catalog replacedIn(
            Catalog catalog,
            TextUses other,
            PendingObjects pending,
            CatalogNames names,
            Map<ScratchJob, Verdict> verdicts) {
        return texts.replaceIn(catalog, new CatalogTexts.Replacement() {
            @Override
            public SqlExpression expression(TextUse use, SqlExpression expression) {
                Optional<String> words =
                        use.proven().or(() -> verdict(use).map(verdict -> pending.withRealNames(verdict.words())));
                if (words.isEmpty()) {
                    return expression;
                }
                if (use.place().kind() != TextKind.DEFAULT
                        || !ProvenTexts.isNull(use.place().type(), words.get())) {
                    return expression.judged(words.get());
                }
                // A default that is null is none, unless there is another to be taken away.
                return other.spellings.containsKey(use.place().counterpart())
                        ? expression.judged(ProvenTexts.NULL)
                        : null;
            }

            @Override
            public IndexKey key(TextUse use, IndexKey key) {
                return verdict(use)
                        .map(verdict -> new IndexKey(
                                null,
                                key.expression()
                                        .judged(IndexReader.withoutOwnParentheses(
                                                pending.withRealNames(verdict.words()))),
                                names.sql(verdict.collationSchema(), verdict.collation()),
                                key.operatorClass(),
                                key.descending(),
                                key.nullsFirst()))
                        .orElse(key);
            }

            private Optional<Verdict> verdict(TextUse use) {
                return isWrittenAlike(use, other)
                        ? Optional.empty()
                        : Optional.ofNullable(verdicts.get(use.job())).filter(verdict -> !verdict.isRefusal());
            }
        });
    }
}
