package fr.pleiade.web.preview;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Rule;
import java.util.List;
import java.util.Locale;

/**
 * Findings of one kind, in the reader's language and in the words that {@code pleiade check} prints.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param word what becomes of it: refused, a warning, a note
 * @param title what the rule is called
 * @param column the column; {@code ""} where it is in none
 * @param count how many there are
 * @param examples the first of them
 * @param remedy how to mend it
 */
record FoundLine(
        String severity, String word, String title, String column, long count, List<Example> examples, String remedy) {
    FoundLine {
        examples = List.copyOf(examples);
    }

    /**
     * One of them.
     *
     * @param line its line in a file; 0 where it has none
     */
    record Example(String place, String file, long line, String problem) {}

    static FoundLine of(FindingGroup group, Locale locale) {
        return new FoundLine(
                key(group.severity()),
                Policy.word(group.severity()).in(locale),
                Rule.titleOf(group.rule()).in(locale),
                group.column(),
                group.count(),
                group.examples().stream()
                        .map(example -> example(example.finding(), locale))
                        .toList(),
                group.examples().get(0).finding().remedy().in(locale));
    }

    static String key(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Example example(Finding finding, Locale locale) {
        Place place = finding.place();
        String problem = finding.problem().in(locale);
        if (place instanceof Place.InCell cell) {
            return new Example(cell.file() + ":" + cell.line(), cell.file(), cell.line(), problem);
        }
        if (place instanceof Place.InLine line) {
            return new Example(line.describe(), line.file(), line.line(), problem);
        }
        return new Example(place.describe(), "", 0, problem);
    }
}
