package fr.pleiade.web.discovery;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The things of a graph in pages, each found without reading those before it.
 *
 * <p>A thing is a subject below {@code <base>id/} that is no {@code #} fragment. Memory: one number a page. Thread-safe; the file must
 * not change.
 */
final class ThingPages {
    private final Path nquads;
    private final byte[] prefix;
    private final List<Long> starts;
    private final int perPage;

    private ThingPages(Path nquads, byte[] prefix, List<Long> starts, int perPage) {
        this.nquads = nquads;
        this.prefix = prefix;
        this.starts = List.copyOf(starts);
        this.perPage = perPage;
    }

    /**
     * {@return the pages of a graph; reads the file up to its last thing}
     *
     * @param nquads sorted by unsigned bytes
     * @param base the site's base IRI, which ends in a slash
     */
    static ThingPages of(Path nquads, String base, int perPage) throws IOException {
        byte[] prefix = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        List<Long> starts = new ArrayList<>();
        long[] seen = {0};
        scan(nquads, prefix, 0, (start, thing) -> {
            if (seen[0]++ % perPage == 0) {
                starts.add(start);
            }
            return true;
        });
        return new ThingPages(nquads, prefix, starts, perPage);
    }

    /** {@return how many pages there are; none of a graph without things} */
    int count() {
        return starts.size();
    }

    /**
     * Gives the IRIs of the things of a page, in the order of the file.
     *
     * @param page from 1 to {@link #count}
     */
    void give(int page, Consumer<String> things) throws IOException {
        int[] left = {perPage};
        scan(nquads, prefix, starts.get(page - 1), (start, thing) -> {
            things.accept(thing);
            return --left[0] > 0;
        });
    }

    /** Is told of each thing where its first line starts; says whether to go on. */
    private interface Sink {
        boolean accept(long start, String thing);
    }

    private static void scan(Path nquads, byte[] prefix, long from, Sink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(nquads);
                LineReader lines = new LineReader(Channels.newInputStream(channel.position(from)))) {
            byte[] previous = {};
            for (long start = from; lines.next(); start += lines.end() - lines.start() + 1) {
                if (!lines.begins(prefix)) {
                    if (isBehind(lines, prefix)) {
                        return;
                    }
                    continue;
                }
                QuadLine line = lines.quad();
                boolean isFragment = line.fragmentStart() < line.end(QuadLine.SUBJECT);
                if (!isFragment && !line.is(QuadLine.SUBJECT, previous)) {
                    previous = line.copy(QuadLine.SUBJECT);
                    if (!sink.accept(start, new String(previous, 1, previous.length - 2, StandardCharsets.UTF_8))) {
                        return;
                    }
                }
            }
        }
    }

    private static boolean isBehind(LineReader lines, byte[] prefix) {
        return Arrays.compareUnsigned(lines.buffer(), lines.start(), lines.end(), prefix, 0, prefix.length) > 0;
    }
}
