package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rehearsal as the members of a JSON object, the same on the command line and on the web: maps, lists, texts and whole numbers.
 *
 * <pre>{@code {"dataset": "towns", "day": "2026-11-25", "scores": [{"portal": "data.europa.eu", "total": 395, "most": 405, "rating": {"en": …,
 * "fr": …}, "points": [{"id": "keyword", "dimension": "Findability", "title": …, "most": 30, "got": 30, "why": …}, …]}, …],
 * "distributions": [{"title": …, "total": 395}, …], "fields": [{"of": "dataset", "property": "http://purl.org/dc/terms/title", "values": 2, "fates":
 * {"data.gouv.fr": {"kind": "kept", "field": "title", "note": …}, …}}, …], "notes": […]}}</pre>
 */
public final class RehearsalMembers {
    private RehearsalMembers() {}

    /** {@return all that a rehearsal tells, in both languages} */
    public static Map<String, Object> of(Rehearsal rehearsal) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dataset", rehearsal.slug());
        members.put("day", rehearsal.day().toString());
        members.put("scores", scores(rehearsal));
        members.put(
                "distributions",
                rehearsal.distributions().stream()
                        .map(RehearsalMembers::distribution)
                        .toList());
        members.put(
                "fields",
                rehearsal.fields().stream().map(RehearsalMembers::field).toList());
        members.put(
                "notes", rehearsal.notes().stream().map(RehearsalMembers::text).toList());
        return members;
    }

    /** {@return what the rehearsals of all datasets tell together, and then each} */
    public static Map<String, Object> of(CatalogueRehearsal catalogue) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("day", catalogue.day().toString());
        members.put("europa", catalogue.europa());
        members.put("rating", text(catalogue.rating()));
        members.put("dataGouv", catalogue.dataGouv());
        members.put(
                "lost", catalogue.lost().stream().map(RehearsalMembers::loss).toList());
        members.put(
                "datasets",
                catalogue.datasets().stream().map(RehearsalMembers::of).toList());
        return members;
    }

    private static Map<String, Object> loss(CatalogueRehearsal.Loss loss) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("portal", loss.portal().title());
        members.put("title", text(loss.title()));
        members.put("points", loss.points());
        members.put("why", text(loss.why()));
        members.put("datasets", loss.slugs());
        return members;
    }

    private static List<Map<String, Object>> scores(Rehearsal rehearsal) {
        List<Map<String, Object>> scores = new ArrayList<>();
        Map<String, Object> europa = score(Harvester.EUROPA, rehearsal.europa());
        europa.put("rating", text(rehearsal.rating()));
        scores.add(europa);
        scores.add(score(Harvester.DATA_GOUV, rehearsal.dataGouv()));
        return scores;
    }

    private static Map<String, Object> score(Harvester portal, Score score) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("portal", portal.title());
        members.put("total", score.total());
        members.put("most", score.most());
        members.put(
                "points", score.points().stream().map(RehearsalMembers::point).toList());
        return members;
    }

    private static Map<String, Object> point(Score.Point point) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", point.id());
        members.put("dimension", point.dimension());
        members.put("title", text(point.title()));
        members.put("most", point.most());
        members.put("got", point.got());
        members.put("why", text(point.why()));
        return members;
    }

    private static Map<String, Object> distribution(Rehearsal.OfDistribution distribution) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", distribution.title());
        members.put("total", distribution.total());
        return members;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> fates = new LinkedHashMap<>();
        for (Harvester harvester : Harvester.values()) {
            Fate fate = field.at(harvester);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("kind", fate.kind().name().toLowerCase(Locale.ROOT));
            members.put("field", fate.field());
            members.put("note", text(fate.note()));
            fates.put(harvester.title(), members);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("of", field.level().name().toLowerCase(Locale.ROOT));
        members.put("property", field.property());
        members.put("values", field.values());
        members.put("fates", fates);
        return members;
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("en", text.en());
        members.put("fr", text.fr());
        return members;
    }
}
