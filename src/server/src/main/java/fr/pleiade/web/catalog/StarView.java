package fr.pleiade.web.catalog;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Figures;
import fr.pleiade.quality.stars.FiveStars;
import fr.pleiade.quality.stars.Star;
import fr.pleiade.release.Release;
import fr.pleiade.web.page.Written;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A dataset's stars as a page shows them, in one language.
 *
 * @param total how many there are
 * @param drawn the same as five signs
 * @param steps each step with its evidence
 * @param publishers whom it leads to
 * @param trend the stars in this release and in those before it that are kept, the newest first
 * @param verified the date on which the evidence was taken
 */
record StarView(
        int total,
        String drawn,
        List<StepLine> steps,
        List<PublisherLine> publishers,
        List<TrendLine> trend,
        String verified) {
    private static final int MOST_RELEASES = 12;

    StarView {
        steps = List.copyOf(steps);
        publishers = List.copyOf(publishers);
        trend = List.copyOf(trend);
    }

    /** One step. */
    record StepLine(int number, boolean isEarned, String sentence, List<String> evidence, List<String> needs) {}

    /** Somebody whom the dataset leads to. */
    record PublisherLine(String name, long targets, long verified, String how) {}

    /** The stars in one release. */
    record TrendLine(
            String release,
            String date,
            String day,
            int total,
            String drawn,
            long minted,
            long targets,
            long verified) {}

    /** {@return the stars of a dataset, as they were in a release and in those before it} */
    static StarView of(Audit audit, List<Past> past, Release release, Locale locale) {
        return new StarView(
                audit.total(),
                Audit.drawn(audit.total()),
                audit.stars().stream().map(star -> step(star, locale)).toList(),
                audit.figures().publishers().stream()
                        .map(publisher -> line(publisher, locale))
                        .toList(),
                Stream.concat(Stream.of(new Past(release, audit)), past.stream())
                        .limit(MOST_RELEASES)
                        .map(each -> line(each, locale))
                        .toList(),
                day(release, locale));
    }

    /** A dataset's stars in an earlier release. */
    record Past(Release release, Audit audit) {}

    static String date(Release release) {
        return release.created().toString().substring(0, "2026-01-01".length());
    }

    static String day(Release release, Locale locale) {
        return Written.day(LocalDate.ofInstant(release.created(), ZoneOffset.UTC), locale);
    }

    private static StepLine step(Star star, Locale locale) {
        return new StepLine(
                star.step().number(),
                star.isEarned(),
                star.step().sentence().in(locale),
                in(star.evidence(), locale),
                in(star.needs(), locale));
    }

    private static List<String> in(List<Text> texts, Locale locale) {
        return texts.stream().map(text -> text.in(locale)).toList();
    }

    private static PublisherLine line(Figures.Publisher publisher, Locale locale) {
        return new PublisherLine(
                publisher.name().in(locale),
                publisher.targets(),
                publisher.verified(),
                FiveStars.how(publisher.method()).in(locale));
    }

    private static TrendLine line(Past past, Locale locale) {
        Figures figures = past.audit().figures();
        return new TrendLine(
                past.release().id(),
                date(past.release()),
                day(past.release(), locale),
                past.audit().total(),
                Audit.drawn(past.audit().total()),
                figures.minted(),
                figures.targets(),
                figures.verified());
    }
}
