package fr.pleiade.web.resource;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Which things earlier releases had and the present one has not, and which of them was the last: so that an address costs a look into
 * none of them if it never was, and else into one, however many releases are kept and however many robots try such addresses.
 *
 * <p>Made in the background: from what each release has changed, back from the present one, and by a pass over the graphs of those that
 * it does not come from, because they were gone back from. Until it is done, the latest {@value #LOOKED_INTO} releases are looked into,
 * and a thing that only an older one had is not known to be gone, which answers 404 for that time. Memory: eight bytes for each thing
 * that vanished, and where a release was gone back from, for each that is there while it is made. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11">RFC 9110, section 15.5.11: 404 where a server cannot tell</a>
 */
final class Vanished {
    static final int LOOKED_INTO = 8;

    /** The part of a number that says which release; the rest is of the thing's name. */
    private static final long RELEASE = 0xFFFF;

    private final List<String> ids;
    private final CompletableFuture<long[]> numbers;

    /** @param earlier the releases before the present one, the newest first */
    Vanished(Release present, List<Release> earlier) {
        this(present, earlier, ForkJoinPool.commonPool());
    }

    /**
     * Likewise.
     *
     * @param background finds out what vanished
     */
    Vanished(Release present, List<Release> earlier, Executor background) {
        ids = earlier.stream().limit(RELEASE).map(Release::id).toList();
        numbers = CompletableFuture.supplyAsync(() -> new Search(present, earlier).numbers(), background);
    }

    /**
     * {@return the ids of the earlier releases, the newest first, of which the first that had a thing is to be looked for; few, and none
     * for most addresses that never were}
     */
    List<String> mayHaveHad(String iri) {
        if (!numbers.isDone() || numbers.isCompletedExceptionally()) {
            return ids.subList(0, Math.min(ids.size(), LOOKED_INTO));
        }
        long[] sorted = numbers.join();
        long hash = hash(iri);
        int at = Arrays.binarySearch(sorted, hash);
        List<String> candidates = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && (sorted[i] & ~RELEASE) == hash; i++) {
            candidates.add(ids.get((int) (sorted[i] & RELEASE)));
        }
        return candidates;
    }

    /** The search for what vanished; holds the releases, which {@link Vanished} does not, lest their files stay on the disk. */
    private static final class Search {
        private final Release present;
        private final List<Release> earlier;
        private final List<String> ids;
        private final LongStream.Builder found = LongStream.builder();

        Search(Release present, List<Release> earlier) {
            this.present = present;
            this.earlier = earlier.subList(0, (int) Math.min(earlier.size(), RELEASE));
            this.ids = this.earlier.stream().map(Release::id).toList();
        }

        /** {@return a number for each thing that vanished, in ascending order: its hash and the place of a release that had it} */
        long[] numbers() {
            Set<Integer> compared = addRemoved();
            if (compared.size() < earlier.size()) {
                addOthers(compared);
            }
            return found.build().sorted().distinct().toArray();
        }

        /** Goes back from change to change. {@return the places of the releases that it came by} */
        private Set<Integer> addRemoved() {
            Set<Integer> compared = new HashSet<>();
            Optional<KeptChanges> changes = changes(present);
            while (changes.isPresent()) {
                int before = ids.indexOf(changes.get().before());
                if (before < 0 || !compared.add(before)) {
                    return compared;
                }
                addRemoved(changes.get(), before);
                changes = changes(earlier.get(before));
            }
            return compared;
        }

        private void addRemoved(KeptChanges changes, int before) {
            String things = present.base() + "id/";
            for (String slug : changes.counts().keySet()) {
                changes.forEach(slug, change -> {
                    boolean mayBeGone = change.kind() != EntityChange.Kind.ADDED
                            && change.entity().startsWith(things);
                    if (mayBeGone && !present.knows(change.entity())) {
                        found.add(hash(change.entity()) | before);
                    }
                });
            }
        }

        private static Optional<KeptChanges> changes(Release release) {
            try {
                return KeptChanges.of(release);
            } catch (ReleaseException damaged) {
                return Optional.empty(); // then the graphs are read
            }
        }

        private void addOthers(Set<Integer> compared) {
            Set<String> read = new HashSet<>();
            LongStream.Builder here = LongStream.builder();
            for (PublishedGraph graph : present.graphs()) {
                read.add(graph.sha256());
                subjects(present, graph, here::add);
            }
            long[] known = here.build().sorted().toArray();
            for (int place = 0; place < earlier.size(); place++) {
                long number = place;
                for (PublishedGraph graph : earlier.get(place).graphs()) {
                    if (!compared.contains(place) && read.add(graph.sha256())) {
                        subjects(earlier.get(place), graph, hash -> {
                            if (Arrays.binarySearch(known, hash) < 0) {
                                found.add(hash | number);
                            }
                        });
                    }
                }
            }
        }

        private static void subjects(Release release, PublishedGraph graph, LongConsumer hashes) {
            byte[] prefix = ("<" + release.base() + "id/").getBytes(StandardCharsets.UTF_8);
            try (LineReader lines = new LineReader(release.openGraph(graph.slug()))) {
                long previous = 0;
                while (lines.next()) {
                    if (lines.begins(prefix)) {
                        long hash = hash(
                                lines.buffer(), lines.start() + 1, lines.quad().end(QuadLine.SUBJECT) - 1);
                        if (hash != previous) {
                            hashes.accept(hash);
                            previous = hash;
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(release.graphFile(graph.slug()) + ": " + e.getMessage(), e);
            }
        }
    }

    private static long hash(String iri) {
        byte[] bytes = iri.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    /** Of a hash, 48 bits are taken: of a million things that vanished, one address in 300 million that never was costs a look. */
    private static long hash(byte[] bytes, int from, int to) {
        return Hash64.of(bytes, from, to) & ~RELEASE;
    }
}
