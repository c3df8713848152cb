package fr.pleiade.web.harvest;

import fr.pleiade.quality.harvest.CatalogueRehearsal;
import fr.pleiade.quality.harvest.Harvester;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.web.served.Served;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page about the whole catalogue at the portals shows. */
final class HarvestSummary {
    private HarvestSummary() {}

    /** A dataset in the table of scores. */
    record Row(String name, String place, int europa, String rating, int dataGouv) {}

    /** What some datasets lose for one reason. */
    record Lost(String portal, int points, String title, String why, String names) {}

    /** {@return the page's values} */
    static Map<String, Object> of(Served content, CatalogueRehearsal rehearsal, String prefix, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("day", rehearsal.day().toString());
        values.put("place", "/" + prefix + "catalog");
        values.put("europa", Harvester.EUROPA.title());
        values.put("dataGouv", Harvester.DATA_GOUV.title());
        values.put("total", rehearsal.europa());
        values.put("most", most(rehearsal));
        values.put("rating", rehearsal.rating().in(locale));
        values.put(
                "rows",
                rehearsal.datasets().stream()
                        .map(dataset -> row(content, dataset, prefix, locale))
                        .toList());
        values.put(
                "lost",
                rehearsal.lost().stream()
                        .map(loss -> lost(content, loss, locale))
                        .toList());
        values.put(
                "notes",
                rehearsal.datasets().stream()
                        .flatMap(dataset -> dataset.notes().stream())
                        .distinct()
                        .map(note -> note.in(locale))
                        .toList());
        return values;
    }

    private static int most(CatalogueRehearsal rehearsal) {
        List<Rehearsal> datasets = rehearsal.datasets();
        return datasets.isEmpty() ? 0 : datasets.get(0).europa().most();
    }

    private static Row row(Served content, Rehearsal dataset, String prefix, Locale locale) {
        return new Row(
                content.title(dataset.slug(), locale),
                "/" + prefix + "dataset/" + dataset.slug() + "/harvest",
                dataset.europa().total(),
                dataset.rating().in(locale),
                dataset.dataGouv().total());
    }

    private static Lost lost(Served content, CatalogueRehearsal.Loss loss, Locale locale) {
        List<String> names =
                loss.slugs().stream().map(slug -> content.title(slug, locale)).toList();
        return new Lost(
                loss.portal().title(),
                loss.points(),
                loss.title().in(locale),
                loss.why().in(locale),
                String.join(", ", names));
    }
}
