package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.Verdict;
import java.io.File;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What was found, as what continuous integration shows beside a file's lines: a result for each example, with how many there are.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class VerdictSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private VerdictSarif() {}

    static void print(Verdict verdict, Locale locale, PrintWriter out) {
        List<String> ids =
                verdict.groups().stream().map(FindingGroup::rule).distinct().toList();
        List<String> rules = ids.stream().map(rule -> rule(rule, locale)).toList();
        List<String> results = verdict.groups().stream()
                .flatMap(group -> group.examples().stream()
                        .map(example -> result(group, ids.indexOf(group.rule()), example, locale)))
                .toList();
        String driver = JsonText.object("name", JsonText.string("pleiade"), "rules", JsonText.array(rules));
        String run = JsonText.object("tool", JsonText.object("driver", driver), "results", JsonText.array(results));
        out.println(JsonText.object(
                "$schema",
                JsonText.string(SCHEMA),
                "version",
                JsonText.string("2.1.0"),
                "runs",
                JsonText.array(List.of(run))));
    }

    private static String rule(String id, Locale locale) {
        return Rule.named(id)
                .map(rule -> JsonText.object(
                        "id",
                        JsonText.string(id),
                        "shortDescription",
                        message(rule.title().in(locale)),
                        "help",
                        message(rule.remedy().in(locale))))
                .orElseGet(() -> JsonText.object("id", JsonText.string(id)));
    }

    /** @param ruleIndex the rule's place in the driver's list (section 3.27.6) */
    private static String result(FindingGroup group, int ruleIndex, FindingGroup.Example example, Locale locale) {
        Finding finding = example.finding();
        String sentence = "%s; %s"
                .formatted(finding.problem().in(locale), finding.remedy().in(locale));
        return JsonText.object(
                "ruleId",
                JsonText.string(group.rule()),
                "ruleIndex",
                String.valueOf(ruleIndex),
                "level",
                JsonText.string(level(group.severity())),
                "message",
                message(sentence),
                "locations",
                JsonText.array(List.of(location(finding.place()))),
                "properties",
                JsonText.object(
                        "dataset",
                        JsonText.string(group.dataset()),
                        "ofThisKind",
                        String.valueOf(group.count()),
                        "ofThisValue",
                        String.valueOf(example.count())));
    }

    private static String message(String text) {
        return JsonText.object("text", JsonText.string(text));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String location(Place place) {
        if (place instanceof Place.InCell cell) {
            return physical(cell.file(), cell.line());
        }
        if (place instanceof Place.InLine line) {
            return physical(line.file(), line.line());
        }
        if (place instanceof Place.InFile file) {
            return JsonText.object(
                    "physicalLocation",
                    JsonText.object("artifactLocation", JsonText.object("uri", JsonText.string(uri(file.file())))));
        }
        Place.OfThing thing = (Place.OfThing) place;
        String logical = JsonText.object("fullyQualifiedName", JsonText.string(thing.iri()));
        return JsonText.object("logicalLocations", JsonText.array(List.of(logical)));
    }

    private static String physical(String file, long line) {
        return JsonText.object(
                "physicalLocation",
                JsonText.object(
                        "artifactLocation",
                        JsonText.object("uri", JsonText.string(uri(file))),
                        "region",
                        JsonText.object("startLine", String.valueOf(Math.max(line, 1)))));
    }

    /** {@return a path as a reference: SARIF wants one, and a file's name may have blanks} */
    private static String uri(String path) {
        return URI.create("x:/")
                .resolve(new File("/" + path).toURI().getRawPath())
                .getRawPath()
                .substring(1);
    }
}
