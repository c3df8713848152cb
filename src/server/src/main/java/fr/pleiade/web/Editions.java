package fr.pleiade.web;

import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The releases in the way addresses name them. Thread-safe. */
@Component
public final class Editions {
    private final CurrentRelease current;
    private final Releases releases;
    private final ServedReleases served;

    Editions(CurrentRelease current, ServedReleases served, ServerOptions options) {
        this.current = current;
        this.served = served;
        this.releases = Releases.in(options.state());
    }

    /**
     * {@return the release with this id, at the addresses that stay with it}
     *
     * @throws Refusal with 404 if no such release is kept, or an earlier version wrote it
     * @throws ReleaseException if it is damaged
     */
    public Edition pinned(String id) {
        return served.withId(id, unopened -> releases.withId(unopened).filter(Release::isServable))
                .map(Served::release)
                .map(Edition::pinned)
                .orElseThrow(() -> Refusal.of(404, "unknown-release", id));
    }

    /** What answers with an edition. */
    @FunctionalInterface
    public interface Answer {
        void with(Edition edition) throws IOException;
    }

    /**
     * Answers with the edition that an address names: the release of its path variable {@code id}, or without one the release that is
     * being served.
     *
     * @throws Refusal as {@link #pinned} does
     */
    public void answer(Map<String, String> path, Answer answer) throws IOException {
        String id = path.get("id");
        answer.with(id == null ? Edition.latest(current.now()) : pinned(id));
    }
}
