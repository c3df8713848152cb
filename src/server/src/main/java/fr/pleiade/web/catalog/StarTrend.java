package fr.pleiade.web.catalog;

import fr.pleiade.quality.stars.Audit;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stars of datasets in a release and in the earlier ones that are kept. Reads a small file of each, once. Thread-safe. */
@Component
class StarTrend {
    private final ServedReleases served;
    private final PerRelease<Map<Release, Map<String, Audit>>> earlier;

    StarTrend(ServedReleases served, PerRelease<List<Release>> earlierReleases) {
        this.served = served;
        this.earlier = new PerRelease<>(release -> audits(earlierReleases.of(release)));
    }

    private static Map<Release, Map<String, Audit>> audits(List<Release> releases) {
        Map<Release, Map<String, Audit>> audits = new LinkedHashMap<>();
        for (Release release : releases) {
            try {
                audits.put(release, release.audits());
            } catch (ReleaseException damaged) {
                continue; // an earlier release's: the stars of the others are known all the same
            }
        }
        return audits;
    }

    /** {@return the stars of a dataset; nothing in a release that an earlier version made} */
    Optional<StarView> of(Release release, String slug, Locale locale) {
        return Optional.ofNullable(served.of(release).audits().get(slug)).map(audit -> {
            List<StarView.Past> past = new ArrayList<>();
            earlier.of(release)
                    .forEach((before, audits) -> Optional.ofNullable(audits.get(slug))
                            .ifPresent(same -> past.add(new StarView.Past(before, same))));
            return StarView.of(audit, past, release, locale);
        });
    }
}
