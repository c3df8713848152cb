package fr.pleiade.linking.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words of an index, to find those that differ from one by a slip or two.
 *
 * <p>Words of one first letter and one length stand together; which letters a word has is compared first, for a slip changes two of them
 * at most, so that few words are compared letter by letter. An automaton for each asked word takes ten times as long. Immutable. Memory:
 * some 20 bytes a word.
 */
final class WordList {
    private static final int LONGEST = 60;

    private final Map<Integer, Shelf> shelves = new HashMap<>();

    private WordList() {}

    /** Words of one length, one behind the other, and which letters each has. */
    private record Shelf(int length, char[] letters, int[] masks) {}

    /** A word that differs by so many slips. */
    record Like(String word, int slips) {}

    /** {@return the words of a field} */
    static WordList of(IndexReader reader, String field) throws IOException {
        Map<Integer, StringBuilder> all = new HashMap<>();
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                String word = term.utf8ToString();
                if (word.length() >= Comparison.SHORTEST_WITH_SLIP - 1 && word.length() <= LONGEST) {
                    all.computeIfAbsent(key(word.charAt(0), word.length()), key -> new StringBuilder())
                            .append(word);
                }
            }
        }
        WordList list = new WordList();
        all.forEach((key, words) -> list.shelves.put(key, shelf(words, key % (LONGEST + 1))));
        return list;
    }

    private static int key(char first, int length) {
        return first * (LONGEST + 1) + length;
    }

    private static Shelf shelf(StringBuilder words, int length) {
        char[] letters = new char[words.length()];
        words.getChars(0, letters.length, letters, 0);
        int[] masks = new int[letters.length / length];
        for (int i = 0; i < letters.length; i++) {
            masks[i / length] |= bit(letters[i]);
        }
        return new Shelf(length, letters, masks);
    }

    private static int bit(char letter) {
        return 1 << (letter & 31);
    }

    /**
     * {@return the words that begin with the same letter and differ by at least one slip, the likest first, then by their letters}
     *
     * @param slips how many slips there may be
     * @param most how many words at most
     */
    List<Like> like(String word, int slips, int most) {
        int mask = 0;
        for (int i = 0; i < word.length(); i++) {
            mask |= bit(word.charAt(i));
        }
        List<Like> found = new ArrayList<>();
        for (int length = word.length() - slips; length <= Math.min(LONGEST, word.length() + slips); length++) {
            Shelf shelf = length < 1 ? null : shelves.get(key(word.charAt(0), length));
            if (shelf != null) {
                add(found, shelf, word, mask, slips);
            }
        }
        found.sort(Comparator.comparingDouble((Like like) -> -closeness(like, word))
                .thenComparing(Like::word));
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private static void add(List<Like> found, Shelf shelf, String word, int mask, int slips) {
        for (int i = 0; i < shelf.masks().length; i++) {
            if (Integer.bitCount(shelf.masks()[i] ^ mask) <= 2 * slips) {
                String other = new String(shelf.letters(), i * shelf.length(), shelf.length());
                int differ = Comparison.slips(word, other, slips);
                if (differ > 0 && differ <= slips) {
                    found.add(new Like(other, differ));
                }
            }
        }
    }

    /** {@return how near a word is: the part of the shorter one's letters that are as they should be} */
    static double closeness(Like like, String word) {
        return 1.0 - (double) like.slips() / Math.min(like.word().length(), word.length());
    }
}
