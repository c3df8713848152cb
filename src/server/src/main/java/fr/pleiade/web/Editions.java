package fr.pleiade.web;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.web.http.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kept releases by their ids; those that were asked for last stay open. Thread-safe. */
@Component
public final class Editions {
    private static final int OPEN = 16;

    private final CurrentRelease current;
    private final Releases releases;
    private final Map<String, Release> opened = new LinkedHashMap<>(OPEN, 0.75f, true);

    Editions(CurrentRelease current, ServerOptions options) {
        this.current = current;
        this.releases = Releases.in(options.state());
    }

    /**
     * {@return the release with this id, at the addresses that stay with it}
     *
     * @throws Refusal with 404 if no such release is kept, or an earlier version wrote it
     */
    public Edition pinned(String id) {
        return current.release()
                .filter(release -> release.id().equals(id))
                .or(() -> open(id))
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
     * being served, which is held until the answer is made.
     *
     * @throws Refusal as {@link #pinned} does
     */
    public void answer(Map<String, String> path, Answer answer) throws IOException {
        if (path.containsKey("id")) {
            answer.with(pinned(path.getOrDefault("id", "")));
            return;
        }
        try (CurrentRelease.View view = current.view()) {
            answer.with(Edition.latest(view.release()));
        }
    }

    /** Forgets which releases are open; they are opened again when they are asked for. */
    synchronized void clear() {
        opened.clear();
    }

    private synchronized Optional<Release> open(String id) {
        Release known = opened.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Release> found = releases.withId(id).filter(Release::isServable);
        found.ifPresent(release -> {
            opened.put(id, release);
            if (opened.size() > OPEN) {
                opened.remove(opened.keySet().iterator().next());
            }
        });
        return found;
    }
}
