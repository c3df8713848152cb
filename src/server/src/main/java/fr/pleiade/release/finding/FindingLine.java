package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A finding as one line to be sorted: what it is ordered by, a tab, and its triples.
 *
 * <p>What it is ordered by has no control characters but a zero byte between its parts; triples are joined by carriage returns, which
 * no N-Triples line has.
 *
 * @param severity how bad it is
 * @param rule the rule that raised it
 * @param triples where its triples begin in the line
 */
record FindingLine(Severity severity, String rule, int triples) {
    private static final char NEXT = '\0';
    private static final int LINE_DIGITS = 19;
    private static final Severity[] SEVERITIES = Severity.values();

    /** {@return the line's bytes, its end included} */
    static byte[] of(Finding finding, byte[] triples) {
        Place place = finding.place();
        String line = Long.toString(lineOf(place));
        String key = String.join(
                String.valueOf(NEXT),
                Integer.toString(SEVERITIES.length - finding.severity().ordinal()),
                plain(finding.rule()),
                plain(fileOf(place)),
                "0".repeat(LINE_DIGITS - line.length()) + line,
                plain(place.describe()) + "\t");
        byte[] start = key.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + triples.length + 1);
        System.arraycopy(triples, 0, all, start.length, triples.length);
        all[all.length - 1] = '\n';
        return all;
    }

    /** {@return what the line that begins there says} */
    static FindingLine read(byte[] bytes, int start) {
        int rule = start + 2;
        int ruleEnd = rule;
        while (bytes[ruleEnd] != NEXT) {
            ruleEnd++;
        }
        int tab = ruleEnd;
        while (bytes[tab] != '\t') {
            tab++;
        }
        return new FindingLine(
                SEVERITIES[SEVERITIES.length - Character.digit(bytes[start], 10)],
                new String(bytes, rule, ruleEnd - rule, StandardCharsets.UTF_8),
                tab + 1);
    }

    private static String plain(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= ' ') {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        for (int i = at; i < plain.length(); i++) {
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
