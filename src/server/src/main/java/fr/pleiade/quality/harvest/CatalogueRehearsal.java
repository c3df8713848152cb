package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of all datasets of a catalogue at the portals that give scores.
 *
 * @param day the day on which it is harvested
 * @param datasets each dataset, in the order in which they were named
 */
public record CatalogueRehearsal(LocalDate day, List<Rehearsal> datasets) {
    public CatalogueRehearsal {
        datasets = List.copyOf(datasets);
    }

    /** {@return what becomes of some datasets; the catalogue is as it is served} */
    public static CatalogueRehearsal of(InMemoryGraph catalog, String base, Collection<String> slugs, LocalDate day) {
        return new CatalogueRehearsal(
                day,
                slugs.stream()
                        .map(slug -> Rehearsal.of(catalog, base, slug, day))
                        .toList());
    }

    /**
     * What some datasets lose for one reason.
     *
     * @param portal where
     * @param title what the criterion asks
     * @param points how many points each of them loses
     * @param why the reason
     * @param slugs which datasets
     */
    public record Loss(Harvester portal, Text title, int points, Text why, List<String> slugs) {
        public Loss {
            slugs = List.copyOf(slugs);
        }
    }

    /** {@return the score at data.europa.eu, which is the mean of the datasets', rounded down; 0 if there is none} */
    public int europa() {
        return (int) datasets.stream()
                .mapToInt(dataset -> dataset.europa().total())
                .average()
                .orElse(0);
    }

    /** {@return what data.europa.eu calls such a score} */
    public Text rating() {
        return Rehearsal.rating(europa());
    }

    /** {@return the least score at data.gouv.fr, which has none for a catalogue; 0 if there is no dataset} */
    public int dataGouv() {
        return datasets.stream()
                .mapToInt(dataset -> dataset.dataGouv().total())
                .min()
                .orElse(0);
    }

    /** {@return each lost point once for all datasets that lose it for the same reason, the costliest in all first} */
    public List<Loss> lost() {
        Map<Loss, List<String>> losses = new LinkedHashMap<>();
        for (Rehearsal dataset : datasets) {
            add(losses, Harvester.EUROPA, dataset.europa(), dataset.slug());
            add(losses, Harvester.DATA_GOUV, dataset.dataGouv(), dataset.slug());
        }
        List<Loss> lost = new ArrayList<>();
        losses.forEach(
                (loss, slugs) -> lost.add(new Loss(loss.portal(), loss.title(), loss.points(), loss.why(), slugs)));
        lost.sort((one, other) -> {
            int portal = other.portal().compareTo(one.portal());
            return portal != 0
                    ? portal
                    : Integer.compare(
                            other.points() * other.slugs().size(),
                            one.points() * one.slugs().size());
        });
        return lost;
    }

    private static void add(Map<Loss, List<String>> losses, Harvester portal, Score score, String slug) {
        for (Score.Point point : score.lost()) {
            Loss loss = new Loss(portal, point.title(), point.most() - point.got(), point.why(), List.of());
            losses.computeIfAbsent(loss, first -> new ArrayList<>()).add(slug);
        }
    }
}
