package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.harvest.RehearsalMembers;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Star;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found, as JSON: {@code {"refused": true, "groups": [{"rule": "no-rows", "severity": "refuse", "dataset": "labos", "column":
 * "", "count": 1, "examples": [{"file": "labos.csv", "problem": {"en": …, "fr": …}, …}]}], "stars": [{"dataset": "labos", "stars": 4,
 * "steps": [{"star": 1, "earned": true, "sentence": …, "evidence": […], "needs": []}, …]}]}}; where the harvest is rehearsed, then
 * {@code "harvest": […]}, an object a dataset as {@link RehearsalMembers} has it.
 */
final class VerdictJson {
    private VerdictJson() {}

    static void print(Verdict verdict, List<Audit> audits, Optional<List<Rehearsal>> harvest, PrintWriter out) {
        List<String> groups = verdict.groups().stream().map(VerdictJson::group).toList();
        List<String> stars = audits.stream().map(VerdictJson::stars).toList();
        List<String> members = new ArrayList<>(List.of(
                "refused",
                String.valueOf(verdict.refuses()),
                "groups",
                JsonText.array(groups),
                "stars",
                JsonText.array(stars)));
        harvest.ifPresent(rehearsals -> members.addAll(List.of(
                "harvest",
                JsonText.of(rehearsals.stream().map(RehearsalMembers::of).toList()))));
        out.println(JsonText.object(members.toArray(String[]::new)));
    }

    private static String stars(Audit audit) {
        return JsonText.object(
                "dataset",
                JsonText.string(audit.slug()),
                "stars",
                String.valueOf(audit.total()),
                "steps",
                JsonText.array(audit.stars().stream().map(VerdictJson::step).toList()));
    }

    private static String step(Star star) {
        return JsonText.object(
                "star",
                String.valueOf(star.step().number()),
                "earned",
                String.valueOf(star.isEarned()),
                "sentence",
                text(star.step().sentence()),
                "evidence",
                JsonText.array(star.evidence().stream().map(VerdictJson::text).toList()),
                "needs",
                JsonText.array(star.needs().stream().map(VerdictJson::text).toList()));
    }

    private static String group(FindingGroup group) {
        return JsonText.object(
                "rule",
                JsonText.string(group.rule()),
                "severity",
                JsonText.string(Policy.word(group.severity()).in(Locale.ENGLISH)),
                "dataset",
                JsonText.string(group.dataset()),
                "column",
                JsonText.string(group.column()),
                "count",
                String.valueOf(group.count()),
                "remedy",
                text(group.examples().get(0).finding().remedy()),
                "examples",
                JsonText.array(
                        group.examples().stream().map(VerdictJson::example).toList()));
    }

    private static String example(FindingGroup.Example example) {
        Finding finding = example.finding();
        String inside = place(finding.place());
        String said = JsonText.object("count", String.valueOf(example.count()), "problem", text(finding.problem()));
        return inside.substring(0, inside.length() - 1) + ", " + said.substring(1);
    }

    private static String place(Place place) {
        if (place instanceof Place.InCell cell) {
            return JsonText.object(
                    "file",
                    JsonText.string(cell.file()),
                    "line",
                    String.valueOf(cell.line()),
                    "column",
                    JsonText.string(cell.column()),
                    "value",
                    JsonText.string(cell.value()));
        }
        if (place instanceof Place.InLine line) {
            return JsonText.object("file", JsonText.string(line.file()), "line", String.valueOf(line.line()));
        }
        return place instanceof Place.OfThing thing
                ? JsonText.object("thing", JsonText.string(thing.iri()), "name", JsonText.string(thing.name()))
                : JsonText.object("file", JsonText.string(place.describe()));
    }

    private static String text(Text text) {
        return JsonText.object("en", JsonText.string(text.en()), "fr", JsonText.string(text.fr()));
    }
}
