package fr.pleiade.mapping.bytes;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Names that a person takes for the same although they are not: what differs, in code points. */
public final class Lookalike {
    /** Letters of other scripts, and signs, beside those of the Latin script and the signs that they look like. */
    private static final String OTHERS = "АаВЕеЅѕІіЈјКМНОоРрСсТХхУуԁһԛԝΑΒΕΖΗΙΚΜΝΟοΡΤΥΧν‐‑‒–—−’‘ʼ′“”‹›⁄∕";

    private static final String LATIN = "AaBEeSsIiJjKMHOoPpCcTXxYydhqwABEZHIKMNOoPTYXv------''''\"\"<>//";

    private Lookalike() {}

    /**
     * {@return what is different in the name of the known ones that looks like the given one, as the end of a sentence; nothing if none
     * does}
     */
    public static Optional<String> difference(String name, Collection<String> known) {
        String skeleton = skeleton(name);
        return known.stream()
                .filter(candidate -> skeleton(candidate).equals(skeleton))
                .findFirst()
                .map(candidate -> difference(name, candidate));
    }

    /** {@return what is different in a name that has the same skeleton as the given one, as the end of a sentence} */
    static String difference(String name, String candidate) {
        return "'%s' is there, which looks the same but %s".formatted(candidate, told(name, candidate));
    }

    /** {@return the name as an eye sees it} */
    static String skeleton(String name) {
        StringBuilder seen = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !isInvisible(character))
                .map(character -> isSpace(character) ? ' ' : latin(character))
                .forEach(seen::appendCodePoint);
        return Normalizer.normalize(seen, Normalizer.Form.NFKC)
                .strip()
                .replaceAll(" +", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> true;
            case Character.CONTROL -> !isSpace(character);
            default -> false;
        };
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    private static int latin(int character) {
        int place = OTHERS.indexOf(character);
        return place < 0 ? character : LATIN.charAt(place);
    }

    private static String told(String name, String candidate) {
        if (composed(name).equals(composed(candidate))) {
            boolean isComposed = composed(candidate).equals(candidate);
            return "has its accents " + (isComposed ? "within the letters (NFC)" : "behind the letters (NFD)") + ": "
                    + differing(name, candidate);
        }
        if (name.equalsIgnoreCase(candidate)) {
            return "has other capitals: " + differing(name, candidate);
        }
        return "has other characters: " + differing(name, candidate);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** {@return the code points between what both names have in common at their beginnings and at their ends} */
    private static String differing(String name, String candidate) {
        int[] wanted = name.codePoints().toArray();
        int[] found = candidate.codePoints().toArray();
        int shorter = Math.min(wanted.length, found.length);
        int start = 0;
        while (start < shorter && wanted[start] == found[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && wanted[wanted.length - 1 - end] == found[found.length - 1 - end]) {
            end++;
        }
        return "%s instead of %s"
                .formatted(
                        codePoints(found, start, found.length - end), codePoints(wanted, start, wanted.length - end));
    }

    private static String codePoints(int[] characters, int start, int end) {
        StringBuilder out = new StringBuilder();
        for (int i = start; i < end; i++) {
            out.append(i == start ? "" : " ").append("U+%04X".formatted(characters[i]));
        }
        return out.isEmpty() ? "nothing" : out.toString();
    }
}
