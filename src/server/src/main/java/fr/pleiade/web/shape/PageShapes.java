package fr.pleiade.web.shape;

import fr.pleiade.release.Release;
import fr.pleiade.web.served.PerRelease;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** What the pages about things show, read once a release for all pages. Thread-safe. */
@Component
public final class PageShapes {
    private final PerRelease<SortedMap<String, PageShape>> shapes =
            new PerRelease<>(release -> PageShape.in(release.pageShapes()));

    /** {@return the shapes of a release, by the class that each is for} */
    public SortedMap<String, PageShape> of(Release release) {
        return shapes.of(release);
    }
}
