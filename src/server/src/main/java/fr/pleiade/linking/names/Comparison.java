package fr.pleiade.linking.names;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares names word by word: a rare word says more than a frequent one, a word with a slip of the pen nearly as much as the word.
 *
 * <p>Thread-safe if the weights are.
 */
final class Comparison {
    /** In a shorter word, another letter makes another word. */
    static final int SHORTEST_WITH_SLIP = 4;

    private static final int LONG = 8;
    private static final int SHORTEST_BEGINNING = 3;
    private static final double BEGINNING = 0.75;
    private static final double SLIP = 0.92;
    private static final double TWO_SLIPS = 0.8;

    private final ToDoubleFunction<String> weights;

    /** @param weights how much a word says, above 0 */
    Comparison(ToDoubleFunction<String> weights) {
        this.weights = weights;
    }

    /**
     * How well two names agree.
     *
     * @param ofAsked the part of what the words asked for say that the other name says too, from 0 to 1
     * @param ofOther the part of what the other name says that was asked for, from 0 to 1
     */
    record Agreement(double ofAsked, double ofOther) {
        static final Agreement NONE = new Agreement(0, 0);

        /** {@return both in one number, from 0 to 1} */
        double both() {
            return ofAsked + ofOther == 0 ? 0 : 2 * ofAsked * ofOther / (ofAsked + ofOther);
        }
    }

    /**
     * {@return how well two names agree}
     *
     * @param asked the words of one
     * @param other the words of the other
     * @param known words that say where the asked thing is, which its name need not say
     */
    Agreement compare(List<String> asked, List<String> other, List<String> known, List<String> places) {
        boolean[] taken = new boolean[other.size()];
        double[] otherSaid = new double[other.size()];
        double said = 0;
        double all = 0;
        double matched = 0;
        for (String word : asked) {
            double weight = weights.applyAsDouble(word);
            all += weight;
            int best = -1;
            double most = 0;
            for (int i = 0; i < other.size() && most < 1; i++) {
                double like = taken[i] ? 0 : like(word, other.get(i));
                if (like > most) {
                    most = like;
                    best = i;
                }
            }
            if (best >= 0) {
                taken[best] = true;
                otherSaid[best] = most;
                matched += most * weight;
            } else if (places.contains(word)) {
                said += PLACE * weight;
            }
        }
        double otherAll = 0;
        double otherMatched = 0;
        for (int i = 0; i < other.size(); i++) {
            double weight = weights.applyAsDouble(other.get(i));
            if (otherSaid[i] == 0 && known.contains(other.get(i))) {
                weight *= 1 - PLACE;
            }
            otherAll += weight;
            otherMatched += otherSaid[i] * weight;
        }
        return matched == 0 || all == 0 || otherAll == 0
                ? Agreement.NONE
                : new Agreement((matched + said) / all, otherMatched / otherAll);
    }

    private static final double PLACE = 0.9;

    /** {@return how alike two words are: 1 if they are one, 0 if they have nothing to do with each other} */
    static double like(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter < SHORTEST_BEGINNING || isNumber(one) || isNumber(other)) {
            return 0;
        }
        if (shorter >= SHORTEST_WITH_SLIP && one.charAt(0) == other.charAt(0) && longer - shorter <= 2) {
            int most = mostSlips(shorter);
            int slips = slips(one, other, most);
            if (slips <= most) {
                return slips == 1 ? SLIP : TWO_SLIPS;
            }
        }
        return shorter >= SHORTEST_WITH_SLIP && (one.startsWith(other) || other.startsWith(one)) ? BEGINNING : 0;
    }

    /** {@return how many slips there may be in a word of so many letters} */
    static int mostSlips(int letters) {
        return letters >= LONG ? 2 : 1;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** {@return how many letters were added, left out, changed or swapped; more than most if it is more} */
    static int slips(String one, String other, int most) {
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
                boolean isSwapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (isSwapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }
}
