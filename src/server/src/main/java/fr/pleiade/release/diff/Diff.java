package fr.pleiade.release.diff;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What differs between two releases, thing by thing.
 *
 * <p>Where the later release keeps what it has changed since the earlier one, that is read; else each question reads the graphs that
 * differ, once, in linear time. {@link DiffText}, {@link DiffJson} and {@link DiffRdf} write it.
 */
public final class Diff {
    private final Release before;
    private final Release after;
    private final Optional<KeptChanges> kept;

    private Diff(Release before, Release after) {
        this.before = before;
        this.after = after;
        this.kept = KeptChanges.of(after).filter(changes -> changes.before().equals(before.id()));
    }

    /** {@return the difference that leads from one release to another} */
    public static Diff between(Release before, Release after) {
        return new Diff(before, after);
    }

    /** {@return the release that is compared with} */
    public Release before() {
        return before;
    }

    /** {@return the release that is compared} */
    public Release after() {
        return after;
    }

    /** {@return the slugs of the graphs that differ, in alphabetical order; the digests tell, without reading them} */
    public SortedSet<String> graphs() {
        return slugs(before.graphs(), after.graphs());
    }

    public static SortedSet<String> slugs(Collection<PublishedGraph> before, Collection<PublishedGraph> after) {
        SortedMap<String, String> digests = new TreeMap<>();
        before.forEach(graph -> digests.put(graph.slug(), graph.sha256()));
        SortedSet<String> slugs = new TreeSet<>(digests.keySet());
        for (PublishedGraph graph : after) {
            if (graph.sha256().equals(digests.get(graph.slug()))) {
                slugs.remove(graph.slug());
            } else {
                slugs.add(graph.slug());
            }
        }
        return slugs;
    }

    /** Gives each thing that differs, with the slug of its graph; graph by graph, in an order that is always the same. */
    public void forEach(BiConsumer<String, EntityChange> changes) {
        for (String slug : graphs()) {
            forEach(slug, change -> changes.accept(slug, change));
        }
    }

    /** Gives each thing of one graph that differs. */
    void forEach(String slug, Consumer<EntityChange> changes) {
        if (kept.isPresent()) {
            kept.get().forEach(slug, changes);
        } else {
            compare(slug, thing -> changes.accept(thing.change()));
        }
    }

    private void compare(String slug, GraphDiff.Changes changes) {
        try (InputStream old = open(before, slug);
                InputStream young = open(after, slug)) {
            GraphDiff.compare(old, young, after.base(), new PropertyCounter(), changes);
        } catch (IOException e) {
            throw new UncheckedIOException(slug + ": " + e.getMessage(), e);
        }
    }

    static InputStream open(Release release, String slug) throws IOException {
        return release.graph(slug).isPresent() ? release.openGraph(slug) : InputStream.nullInputStream();
    }

    /** {@return how many things came, went and changed in each graph that differs} */
    public SortedMap<String, Map<EntityChange.Kind, Long>> counts() {
        SortedMap<String, Map<EntityChange.Kind, Long>> counts = new TreeMap<>();
        for (String slug : graphs()) {
            counts.put(slug, kept.isPresent() ? kept.get().counts(slug).things() : count(slug));
        }
        return counts;
    }

    private Map<EntityChange.Kind, Long> count(String slug) {
        Map<EntityChange.Kind, Long> counts = new EnumMap<>(EntityChange.Kind.class);
        compare(slug, thing -> counts.merge(thing.kind(), 1L, Long::sum));
        return counts;
    }
}
