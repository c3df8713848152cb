package fr.pleiade.web.catalog;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import fr.pleiade.release.finding.FindingPages;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a dataset's findings: all, or those of one severity or of one rule.
 *
 * @param total how many findings the dataset has
 * @param choices the severities to choose from
 * @param rules the rules to choose from, those that raised most first; none where there is but one
 * @param shown the findings of this page
 * @param previous the address of the page before, or {@code ""}
 * @param next the address of the page after, or {@code ""}
 */
record FindingList(
        long total, List<Choice> choices, List<RuleChoice> rules, List<Line> shown, String previous, String next) {
    private static final String SEVERITY = "severity";
    private static final String RULE = "rule";
    private static final String PAGE = "findings";
    private static final Text CELL = new Text("%s, line %d, column %s: “%s”", "%s, ligne %d, colonne %s : « %s »");
    private static final Text LINE = new Text("%s, line %d", "%s, ligne %d");
    private static final Text QUOTED = new Text("“%s”", "« %s »");
    private static final Pattern IRI = Pattern.compile("<(https?://[^<>\\s]+)>");
    private static final String ANCHOR = "#findings";

    FindingList {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        shown = List.copyOf(shown);
    }

    /** A severity to choose, and how many findings it has. */
    record Choice(String key, long count, String href, boolean isCurrent) {}

    /** A rule to choose, with its name in the reader's language where the table of rules has one. */
    record RuleChoice(String rule, String title, long count, String href, boolean isCurrent) {}

    /** A finding in the reader's language; of a rule that the table of rules does not have, the template knows the name. */
    record Line(String severity, String rule, String title, String place, String href, String problem, String remedy) {}

    static FindingList of(FindingPages findings, Lexicon lexicon, Exchange exchange, Locale locale) {
        Optional<String> rule = exchange.parameter(RULE).filter(findings.byRule()::containsKey);
        Optional<Severity> severity = rule.isPresent()
                ? Optional.empty()
                : exchange.parameter(SEVERITY).flatMap(FindingList::severity);
        int page = exchange.page(PAGE);
        List<Finding> shown = rule.map(r -> findings.page(r, page))
                .or(() -> severity.map(s -> findings.page(s, page)))
                .orElseGet(() -> findings.page(page));
        long chosen = rule.map(findings.byRule()::get)
                .or(() -> severity.map(findings::count))
                .orElseGet(findings::total);
        return new FindingList(
                findings.total(),
                choices(findings, severity, rule, exchange),
                rules(findings, rule, exchange, locale),
                shown.stream()
                        .map(f -> line(f, lexicon, exchange.base(), locale))
                        .toList(),
                page > 1 ? exchange.addressWith(PAGE, page - 1) + ANCHOR : "",
                (long) page * FindingPages.PER_PAGE < chosen ? exchange.addressWith(PAGE, page + 1) + ANCHOR : "");
    }

    private static Optional<Severity> severity(String key) {
        return Arrays.stream(Severity.values()).filter(s -> key(s).equals(key)).findFirst();
    }

    private static String key(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static List<Choice> choices(
            FindingPages findings, Optional<Severity> current, Optional<String> rule, Exchange exchange) {
        String here = "/" + exchange.path();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("all", findings.total(), here + ANCHOR, current.isEmpty() && rule.isEmpty()));
        Arrays.stream(Severity.values()).sorted(Comparator.reverseOrder()).forEach(severity -> {
            long count = findings.count(severity);
            if (count > 0) {
                choices.add(new Choice(
                        key(severity),
                        count,
                        here + "?" + SEVERITY + "=" + key(severity) + ANCHOR,
                        current.filter(severity::equals).isPresent()));
            }
        });
        return choices;
    }

    private static List<RuleChoice> rules(
            FindingPages findings, Optional<String> current, Exchange exchange, Locale locale) {
        if (findings.byRule().size() < 2) {
            return List.of();
        }
        return findings.byRule().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(raised -> new RuleChoice(
                        raised.getKey(),
                        title(raised.getKey(), locale),
                        raised.getValue(),
                        "/" + exchange.path() + "?" + RULE + "=" + raised.getKey() + ANCHOR,
                        current.filter(raised.getKey()::equals).isPresent()))
                .toList();
    }

    private static String title(String rule, Locale locale) {
        return Rule.named(rule).map(known -> known.title().in(locale)).orElse("");
    }

    private static String describe(Place place, Lexicon lexicon, String base, Locale locale) {
        if (place instanceof Place.InCell cell) {
            return CELL.with(cell.file(), cell.line(), cell.column(), cell.value())
                    .in(locale);
        }
        if (place instanceof Place.InLine line) {
            return LINE.with(line.file(), line.line()).in(locale);
        }
        return place instanceof Place.OfThing thing
                ? Shown.iri(thing.iri(), lexicon, base, locale).text()
                : place.describe();
    }

    private static Line line(Finding finding, Lexicon lexicon, String base, Locale locale) {
        String href = finding.place() instanceof Place.OfThing thing ? href(thing.iri(), base) : "";
        return new Line(
                key(finding.severity()),
                finding.rule(),
                title(finding.rule(), locale),
                describe(finding.place(), lexicon, base, locale),
                href,
                named(finding.problem().in(locale), lexicon, locale),
                finding.remedy().in(locale));
    }

    /** {@return where a thing is; a rule of the dataset has its place here, at the first finding of it} */
    private static String href(String iri, String base) {
        int fragment = iri.indexOf('#');
        return iri.startsWith(base + "dataset/") && fragment >= 0 ? iri.substring(fragment) : Shown.href(iri, base);
    }

    /** {@return the fragments that findings lead to within their page, by the place of the first finding that does} */
    public Map<Integer, String> anchors() {
        Map<Integer, String> anchors = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            String href = shown.get(i).href();
            if (href.startsWith("#") && seen.add(href)) {
                anchors.put(i, href.substring(1));
            }
        }
        return anchors;
    }

    /** {@return the sentence with names in the place of the IRIs that have one: a finding knows no language's names} */
    private static String named(String sentence, Lexicon lexicon, Locale locale) {
        return IRI.matcher(sentence).replaceAll(iri -> {
            boolean hasName = !lexicon.names(iri.group(1)).isEmpty();
            String shown = hasName
                    ? QUOTED.with(lexicon.name(iri.group(1), locale)).in(locale)
                    : "<" + lexicon.shorten(iri.group(1)) + ">";
            return Matcher.quoteReplacement(shown);
        });
    }
}
