package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A finding as one line to be sorted: what it is ordered by, a tab, and its triples.
 *
 * <p>What it is ordered by has no control characters but a zero byte between its parts; triples are joined by carriage returns, which
 * no N-Triples line has.
 *
 * @param severity how bad it is
 * @param rule the rule that raised it
 * @param triples its triples, each ended by a line feed
 */
record FindingLine(Severity severity, String rule, String triples) {
    private static final char NEXT = '\0';

    /** {@return the line's bytes, its end included} */
    static byte[] of(Finding finding, List<String> triples) {
        Place place = finding.place();
        String key = String.join(
                String.valueOf(NEXT),
                Integer.toString(Severity.values().length - finding.severity().ordinal()),
                plain(finding.rule()),
                plain(fileOf(place)),
                "%019d".formatted(lineOf(place)),
                plain(place.describe()));
        return (key + "\t" + String.join("\r", triples) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static FindingLine read(String line) {
        int tab = line.indexOf('\t');
        String[] key = line.substring(0, tab).split(String.valueOf(NEXT), -1);
        Severity[] severities = Severity.values();
        return new FindingLine(
                severities[severities.length - Integer.parseInt(key[0])],
                key[1],
                line.substring(tab + 1).replace('\r', '\n') + "\n");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < ' ') {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private static String fileOf(Place place) {
        if (place instanceof Place.InCell cell) {
            return cell.file();
        }
        return place instanceof Place.InLine line ? line.file() : "";
    }

    private static long lineOf(Place place) {
        if (place instanceof Place.InCell cell) {
            return cell.line();
        }
        return place instanceof Place.InLine line ? line.line() : 0;
    }
}
