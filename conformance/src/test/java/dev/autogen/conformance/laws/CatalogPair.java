package dev.autogen.conformance.laws;

import dev.autogen.schema.Catalog;

/**
 * Two catalogs to get from one to the other and back, made of a number.
 *
 * @param seed the number
 * @param defaultSchema where names without a schema are
 * @param from what is there
 * @param to what is wanted
 */
record CatalogPair(long seed, String defaultSchema, Catalog from, Catalog to) {

    /** Of 100 pairs, 60 are a catalog and its mutation; the others have nothing but names in common. */
    static CatalogPair of(long seed, int majorVersion) {
        Dice dice = new Dice(seed);
        String defaultSchema = dice.pick("public", "public", "App \"Data\"", "user");
        Sketch sketch = new Sketch(majorVersion, defaultSchema);
        Growth growth = new Growth(dice, sketch);
        growth.grow();
        Catalog from = Freezing.of(sketch);
        if (dice.percent(60)) {
            new Mutation(dice, sketch, growth).mutate();
            return new CatalogPair(seed, defaultSchema, from, Freezing.of(sketch));
        }
        Sketch other = new Sketch(majorVersion, defaultSchema);
        new Growth(dice, other).grow();
        return new CatalogPair(seed, defaultSchema, from, Freezing.of(other));
    }

    CatalogPair with(Catalog newFrom, Catalog newTo) {
        return new CatalogPair(seed, defaultSchema, newFrom, newTo);
    }
}
