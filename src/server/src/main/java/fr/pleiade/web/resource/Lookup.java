package fr.pleiade.web.resource;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Found;
import fr.pleiade.release.Release;
import java.util.List;
import java.util.function.Predicate;

/** Looks for a thing by one name after the other, and keeps what is said of it: so that nobody has to look again. One thread only. */
final class Lookup implements Predicate<String> {
    private final Release release;
    private Found last = new Found(new InMemoryGraph(), List.of());

    Lookup(Release release) {
        this.release = release;
    }

    /** @param name a thing's IRI without {@code <base>id/} */
    @Override
    public boolean test(String name) {
        last = release.find(release.base() + "id/" + name);
        return last.isFound();
    }

    /** {@return what is said of the thing that was looked for last} */
    Found last() {
        return last;
    }
}
