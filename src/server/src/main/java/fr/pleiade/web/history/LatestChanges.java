package fr.pleiade.web.history;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.diff.ChangeSentence;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.PerRelease;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The first of the sentences that say what the release that is served has changed, for the home page. Thread-safe. */
@Component
public final class LatestChanges {
    private static final int MOST = 3;

    private final PerRelease<List<Release>> earlier;
    private final PerRelease<Map<Locale, List<Line>>> known = new PerRelease<>(release -> new ConcurrentHashMap<>());

    LatestChanges(PerRelease<List<Release>> earlierReleases) {
        this.earlier = earlierReleases;
    }

    /** What became of a thing, and where it is now, or {@code ""}. */
    public record Line(String sentence, String href) {
        /** A thing that went has a page too, which says where it was last. */
        static Line of(EntityChange change, ChangeSentence sentence, Release release) {
            boolean isThing = change.entity().startsWith(release.base() + "id/");
            return new Line(sentence.of(change), isThing ? Shown.href(change.entity(), release.base()) : "");
        }
    }

    /** {@return at most {@value #MOST} sentences; none where nothing is known, or nothing has changed} */
    public List<Line> of(Release release, Locale locale) {
        return known.of(release).computeIfAbsent(locale, language -> read(release, language));
    }

    private List<Line> read(Release release, Locale locale) {
        return KeptChanges.of(release).stream()
                .flatMap(changes -> earlier.of(release).stream()
                        .filter(before -> before.id().equals(changes.before()))
                        .flatMap(before -> {
                            ChangeSentence sentence = new ChangeSentence(Diff.between(before, release), locale);
                            return changes.counts().keySet().stream()
                                    .filter(slug -> !PublishedGraph.NOT_DATASETS.contains(slug))
                                    .flatMap(slug -> changes.page(slug, 1).stream())
                                    .map(change -> Line.of(change, sentence, release));
                        }))
                .limit(MOST)
                .toList();
    }
}
