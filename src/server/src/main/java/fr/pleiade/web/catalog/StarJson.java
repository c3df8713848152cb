package fr.pleiade.web.catalog;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Figures;
import fr.pleiade.quality.stars.Star;
import fr.pleiade.release.Release;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dataset's stars as JSON: all that its page says, in both languages. */
final class StarJson {
    private StarJson() {}

    static Map<String, Object> of(Audit audit, Release release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dataset", release.base() + "dataset/" + audit.slug());
        json.put("release", release.id());
        json.put("verified", release.created().toString());
        json.put("stars", audit.total());
        json.put("figures", figures(audit.figures()));
        json.put(
                "publishers",
                audit.figures().publishers().stream().map(StarJson::publisher).toList());
        json.put("steps", audit.stars().stream().map(StarJson::step).toList());
        return json;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("minted", figures.minted());
        json.put("dereferenceable", figures.addressable());
        json.put("unnamed", figures.unnamed());
        json.put("pages", figures.pages());
        json.put("targets", figures.targets());
        json.put("verifiedTargets", figures.verified());
        return json;
    }

    private static Map<String, Object> publisher(Figures.Publisher publisher) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", publisher.key());
        json.put("name", text(publisher.name()));
        json.put("targets", publisher.targets());
        json.put("verified", publisher.verified());
        json.put("method", publisher.method().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> step(Star star) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("star", star.step().number());
        json.put("earned", star.isEarned());
        json.put("sentence", text(star.step().sentence()));
        json.put("evidence", texts(star.evidence()));
        json.put("needs", texts(star.needs()));
        return json;
    }

    private static List<Map<String, String>> texts(List<Text> texts) {
        return texts.stream().map(StarJson::text).toList();
    }

    static Map<String, String> text(Text text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("en", text.en());
        json.put("fr", text.fr());
        return json;
    }
}
