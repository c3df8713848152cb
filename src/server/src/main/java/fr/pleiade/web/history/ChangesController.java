package fr.pleiade.web.history;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.diff.ChangeSentence;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /changes}: what the release that is served has changed since the one before, a sentence for each thing, and the releases kept. */
@Controller
class ChangesController {
    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final PerRelease<List<Release>> earlier;

    ChangesController(
            CurrentRelease current, ServedReleases served, Pages pages, PerRelease<List<Release>> earlierReleases) {
        this.current = current;
        this.served = served;
        this.pages = pages;
        this.earlier = earlierReleases;
    }

    /**
     * What changed in a dataset.
     *
     * @param lines a page of the things that differ
     */
    record InDataset(
            String slug,
            String title,
            long added,
            long removed,
            long changed,
            List<LatestChanges.Line> lines,
            String previous,
            String next) {
        InDataset {
            lines = List.copyOf(lines);
        }
    }

    /** A release that is kept, and when it was made. */
    record Kept(String day, String href) {}

    @GetMapping("/changes")
    void changes(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity = pages.entity(exchange, release);
        Locale locale = entity.language().orElseThrow().locale();
        List<Release> before = earlier.of(release);
        pages.send(exchange, entity, "changes", () -> {
            Optional<KeptChanges> kept = KeptChanges.of(release);
            Optional<Release> compared = kept.flatMap(changes -> before.stream()
                    .filter(each -> each.id().equals(changes.before()))
                    .findFirst());
            return Map.of(
                    "since", compared.map(each -> day(each, locale)).orElse(""),
                    "datasets",
                            compared.map(each -> inDatasets(exchange, kept.orElseThrow(), each, release, locale))
                                    .orElse(List.of()),
                    "releases",
                            Stream.concat(Stream.of(release), before.stream())
                                    .filter(Release::isServable)
                                    .map(each -> new Kept(moment(each, locale), "/release/" + each.id() + "/catalog"))
                                    .toList());
        });
    }

    private List<InDataset> inDatasets(
            Exchange exchange, KeptChanges changes, Release before, Release after, Locale locale) {
        Served content = served.of(after);
        ChangeSentence sentence = new ChangeSentence(Diff.between(before, after), locale);
        List<InDataset> datasets = new ArrayList<>();
        changes.counts().forEach((slug, counts) -> {
            if (PublishedGraph.NOT_DATASETS.contains(slug)) {
                return;
            }
            int page = exchange.page(slug);
            long count = 0;
            for (EntityChange.Kind kind : EntityChange.Kind.values()) {
                count += counts.things(kind);
            }
            datasets.add(new InDataset(
                    slug,
                    content.title(slug, locale),
                    counts.things(EntityChange.Kind.ADDED),
                    counts.things(EntityChange.Kind.REMOVED),
                    counts.things(EntityChange.Kind.CHANGED),
                    changes.page(slug, page).stream()
                            .map(change -> LatestChanges.Line.of(change, sentence, after))
                            .toList(),
                    page > 1 ? exchange.addressWith(slug, page - 1) + "#" + slug : "",
                    (long) page * KeptChanges.PER_PAGE < count
                            ? exchange.addressWith(slug, page + 1) + "#" + slug
                            : ""));
        });
        return datasets;
    }

    /** {@return the day and the minute, for several may be of one day} */
    private static String moment(Release release, Locale locale) {
        return day(release, locale) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC).format(release.created()) + " UTC";
    }

    private static String day(Release release, Locale locale) {
        return Written.day(LocalDate.ofInstant(release.created(), ZoneOffset.UTC), locale);
    }
}
