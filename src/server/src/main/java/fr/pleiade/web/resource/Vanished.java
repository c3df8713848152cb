package fr.pleiade.web.resource;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Which things earlier releases had and the present one has not: so that an address that never was costs no look into any of them,
 * however many robots try such addresses.
 *
 * <p>Made in the background, by one pass over each graph that is not in the present release as it is; until it is done, everything may
 * be in it. Memory: eight bytes for each thing that vanished, and for each that is there while it is made. Thread-safe.
 */
final class Vanished {
    private final CompletableFuture<long[]> hashes;

    /** @param earlier the releases before the present one */
    Vanished(Release present, List<Release> earlier) {
        this.hashes = CompletableFuture.supplyAsync(() -> find(present, earlier));
    }

    /** {@return false if no earlier release had the thing, or the present one has it} */
    boolean mayContain(String iri) {
        if (!hashes.isDone() || hashes.isCompletedExceptionally()) {
            return true; // to be looked up where it would be
        }
        byte[] bytes = ("<" + iri + ">").getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(hashes.join(), hash(bytes, 0, bytes.length)) >= 0;
    }

    /** Waits until it is known. */
    Vanished complete() {
        hashes.join();
        return this;
    }

    private static long[] find(Release present, List<Release> earlier) {
        Set<String> read = new HashSet<>();
        LongStream.Builder here = LongStream.builder();
        for (PublishedGraph graph : present.graphs()) {
            read.add(graph.sha256());
            subjects(present, graph, here::add);
        }
        long[] known = here.build().sorted().toArray();
        LongStream.Builder gone = LongStream.builder();
        for (Release release : earlier) {
            for (PublishedGraph graph : release.graphs()) {
                if (read.add(graph.sha256())) {
                    subjects(release, graph, hash -> {
                        if (Arrays.binarySearch(known, hash) < 0) {
                            gone.add(hash);
                        }
                    });
                }
            }
        }
        return gone.build().sorted().distinct().toArray();
    }

    private static void subjects(Release release, PublishedGraph graph, LongConsumer hashes) {
        byte[] prefix = ("<" + release.base() + "id/").getBytes(StandardCharsets.UTF_8);
        try (LineReader lines = new LineReader(release.openGraph(graph.slug()))) {
            long previous = 0;
            while (lines.next()) {
                if (lines.begins(prefix)) {
                    long hash = hash(lines.buffer(), lines.start(), lines.quad().end(QuadLine.SUBJECT));
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

    /** FNV-1a of 64 bits, its bits mixed once more: of a thousand million things, two share one with a chance of 3 %. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
