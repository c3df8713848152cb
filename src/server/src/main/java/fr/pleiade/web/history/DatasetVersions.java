package fr.pleiade.web.history;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.diff.ChangeCounts;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.PerRelease;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions of a dataset that are kept: the releases in which it was another than before. Thread-safe. */
@Component
public final class DatasetVersions {
    private static final int MOST = 12;

    private final PerRelease<List<Release>> earlier;

    DatasetVersions(PerRelease<List<Release>> earlierReleases) {
        this.earlier = earlierReleases;
    }

    /**
     * A version.
     *
     * @param day when it was published first, as far as releases are kept
     * @param href its page, which stays what it is
     * @param rows how many rows it has
     */
    public record Version(String day, String href, long rows) {}

    /**
     * What the release changed in the dataset.
     *
     * @param added how many things are new
     * @param removed how many are gone
     * @param changed how many are not what they were
     */
    public record Changed(long added, long removed, long changed) {}

    /** {@return the versions, the newest first} */
    public List<Version> of(Release release, String slug, Locale locale) {
        List<Release> releases = new ArrayList<>(List.of(release));
        releases.addAll(earlier.of(release));
        List<Version> versions = new ArrayList<>();
        String shown = "";
        for (Release each : releases) {
            Optional<PublishedGraph> graph = each.graph(slug);
            if (graph.isEmpty() || !each.isServable()) {
                continue;
            }
            Version version = new Version(
                    Written.day(LocalDate.ofInstant(each.manifest().modified(slug), ZoneOffset.UTC), locale),
                    "/release/" + each.id() + "/dataset/" + slug,
                    graph.get().rows());
            if (graph.get().sha256().equals(shown)) {
                versions.set(versions.size() - 1, version); // the same for longer
            } else if (versions.size() == MOST) {
                break;
            } else {
                versions.add(version);
            }
            shown = graph.get().sha256();
        }
        return List.copyOf(versions);
    }

    /** {@return what the release changed in it, if that is told at {@code /changes}} */
    public Optional<Changed> changed(Release release, String slug) {
        try {
            return KeptChanges.of(release)
                    .filter(changes -> earlier.of(release).stream()
                            .anyMatch(before -> before.id().equals(changes.before())))
                    .flatMap(changes -> Optional.ofNullable(changes.counts().get(slug)))
                    .map(DatasetVersions::changed);
        } catch (ReleaseException damaged) {
            return Optional.empty(); // /changes says so
        }
    }

    private static Changed changed(ChangeCounts counts) {
        return new Changed(
                counts.things(EntityChange.Kind.ADDED),
                counts.things(EntityChange.Kind.REMOVED),
                counts.things(EntityChange.Kind.CHANGED));
    }
}
