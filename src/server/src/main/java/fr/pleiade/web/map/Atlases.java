package fr.pleiade.web.map;

import fr.pleiade.release.Release;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import org.springframework.stereotype.Component;

/** The atlas of each release, read once. Thread-safe. Memory: some hundred kilobytes a release. */
@Component
public final class Atlases {
    private final PerRelease<Atlas> atlases;

    Atlases(ServedReleases served) {
        atlases = new PerRelease<>(release -> {
            Atlas atlas = Atlas.of(release.base(), release.outlines(), release.areas());
            return served.of(release)
                    .names()
                    .map(names -> atlas.with(names.rules()::isPlace, release::describe))
                    .orElse(atlas);
        });
    }

    /** {@return what the maps of a release are drawn on} */
    public Atlas of(Release release) {
        return atlases.of(release);
    }
}
