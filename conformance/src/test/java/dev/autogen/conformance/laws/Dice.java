package dev.autogen.conformance.laws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded chance: the same seed, the same throws. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
        random.nextLong(); // the first numbers of neighbouring seeds are alike
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    boolean percent(int percentage) {
        return random.nextInt(100) < percentage;
    }

    /** From 0 up to, but not, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T pick(T first, T... others) {
        int at = random.nextInt(others.length + 1);
        return at == 0 ? first : others[at - 1];
    }

    /** So many different ones in any order, or all if there are not as many. */
    <T> List<T> some(List<T> values, int count) {
        List<T> shuffled = shuffled(values);
        return new ArrayList<>(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
