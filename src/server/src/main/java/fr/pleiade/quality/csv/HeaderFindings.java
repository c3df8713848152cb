package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Rule;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which columns have names that a person takes for one another, or that are not what they look like. */
final class HeaderFindings {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]+");
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

    private final Place place;
    private final Consumer<Finding> findings;

    /** @param line the header's line, from 1 */
    HeaderFindings(String file, long line, Consumer<Finding> findings) {
        this.place = new Place.InLine(file, line);
        this.findings = findings;
    }

    void tell(List<String> header) {
        Map<String, List<String>> byLook = header.stream()
                .distinct()
                .collect(Collectors.groupingBy(HeaderFindings::look, LinkedHashMap::new, Collectors.toList()));
        byLook.values().stream()
                .filter(alike -> alike.size() > 1)
                .forEach(alike -> findings.accept(Rule.LIKE_HEADERS.at(
                        place,
                        "the columns %s differ by capitals, blanks or accents only",
                        "les colonnes %s ne diffèrent que par des capitales, des espaces ou des accents",
                        alike.stream().map(HeaderFindings::shown).collect(Collectors.joining(", ")))));
        List<String> untidy = header.stream().filter(HeaderFindings::isUntidy).toList();
        if (!untidy.isEmpty()) {
            findings.accept(Rule.UNTIDY_HEADER.at(
                    place,
                    "names with blanks or characters that are not seen: %s",
                    "noms avec des espaces ou des caractères qui ne se voient pas : %s",
                    untidy.stream().map(HeaderFindings::shown).collect(Collectors.joining(", "))));
        }
    }

    /** {@return a name without what tells it from others for a program alone} */
    private static String look(String name) {
        String plain = Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isUntidy(String name) {
        String tidy = BLANKS.matcher(UNSEEN.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return name.isBlank() || !tidy.equals(name);
    }

    /** {@return a name between quotes, with the code points of what nobody sees} */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder("'");
        name.codePoints().forEach(c -> {
            boolean unseen = c != ' '
                    && (Character.isSpaceChar(c)
                            || Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT);
            shown.append(unseen ? "<U+%04X>".formatted(c) : Character.toString(c));
        });
        return shown.append('\'').toString();
    }
}
