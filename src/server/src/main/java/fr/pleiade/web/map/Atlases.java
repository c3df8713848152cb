package fr.pleiade.web.map;

import fr.pleiade.release.Release;
import fr.pleiade.web.served.PerRelease;
import org.springframework.stereotype.Component;

/** The atlas of each release, read once. Thread-safe. Memory: some hundred kilobytes a release. */
@Component
public final class Atlases {
    private final PerRelease<Atlas> atlases =
            new PerRelease<>(release -> Atlas.of(release.base(), release.outlines(), release.areas()));

    /** {@return what the maps of a release are drawn on} */
    public Atlas of(Release release) {
        return atlases.of(release);
    }
}
