package fr.pleiade.mapping.table;

import java.text.Normalizer;
import java.util.Locale;

/** The last part of the address of a term that is called after a column: {@code anneeDeCreation} of {@code Année de création}. */
public final class LocalName {
    private LocalName() {}

    /** {@return letters and digits of the text without marks, each word but the first with a capital; letters of no Latin form stay} */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("Œ", "Oe")
                .replace("æ", "ae")
                .replace("Æ", "Ae");
        StringBuilder name = new StringBuilder();
        for (String word : plain.split("[^\\p{L}\\p{N}_]+")) {
            if (!word.isEmpty()) {
                boolean isFirst = name.isEmpty();
                boolean isCapitals = word.equals(word.toUpperCase(Locale.ROOT));
                String rest = isCapitals ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1);
                String first = word.substring(0, 1);
                name.append(isFirst ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                        .append(rest);
            }
        }
        return name.isEmpty() ? "column" : name.toString();
    }
}
