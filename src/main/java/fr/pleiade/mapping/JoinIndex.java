package fr.pleiade.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parent's subjects, in N-Quads syntax, by join key, in the order of the parent's rows. */
final class JoinIndex {
    private final Map<String, List<byte[]>> subjects = new HashMap<>();

    void add(List<String> keys, Terms terms) {
        for (String key : keys) {
            for (int i = 0; i < terms.size(); i++) {
                Bytes term = new Bytes();
                terms.copy(i, term);
                subjects.computeIfAbsent(key, k -> new ArrayList<>(1)).add(Arrays.copyOf(term.array(), term.length()));
            }
        }
    }

    void write(List<String> keys, Terms out) {
        for (String key : keys) {
            for (byte[] subject : subjects.getOrDefault(key, List.of())) {
                out.bytes().put(subject);
                out.end();
            }
        }
    }
}
