package fr.pleiade.release.diff;

import fr.pleiade.quads.PackedFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The changes of one graph as an RDF Patch, which any store that knows the format can apply, packed with seekable zstd.
 *
 * <p>A comment heads each thing, and things are in the order of their terms as bytes. Where each {@value #PER_PAGE}th thing begins is in
 * a second file (big-endian longs, positions in the plain text). Shape of the plain text:
 *
 * <pre>{@code
 * H prev <http://…/release/0a1b…> .
 * TX .
 * # changed <http://…/id/e/1> "School"
 * D <http://…/id/e/1> <…#prefLabel> "Old school"@en <http://…/dataset/schools> .
 * A <http://…/id/e/1> <…#prefLabel> "School"@en <http://…/dataset/schools> .
 * TC .
 * }</pre>
 *
 * <p>Blank nodes have the labels of the graphs' files.
 *
 * @see <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a>
 */
final class PatchFile {
    /** How many things are on a page. */
    static final int PER_PAGE = 25;

    static final String DELETE = "D ";
    static final String ADD = "A ";
    private static final String HEADER = "# ";
    private static final String END = "TC .";

    private final Path packed;
    private final Path offsets;

    /** @param name where the files are, without their suffixes */
    PatchFile(Path name) {
        this.packed = name.resolveSibling(name.getFileName() + ".rdfp.zst");
        this.offsets = name.resolveSibling(name.getFileName() + ".offsets");
    }

    /** {@return the line that heads a thing} */
    static String header(EntityChange.Kind kind, String term, Term.Literal name) {
        return HEADER + kind.name().toLowerCase(Locale.ROOT) + " " + term + " " + name.toNTriples() + "\n";
    }

    /**
     * {@return a writer of the files}
     *
     * @param plain a file that is needed meanwhile
     * @param before the address of the release from which the patch leads
     */
    Writer writer(Path plain, String before) throws IOException {
        return new Writer(plain, before);
    }

    /** Takes the things in their order; the files are there when it is closed. */
    final class Writer implements Closeable {
        private final Path plain;
        private final OutputStream out;
        private final DataOutputStream starts;
        private long position;
        private long number;

        private Writer(Path plain, String before) throws IOException {
            this.plain = plain;
            this.out = new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16);
            this.starts = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(offsets)));
            write("H prev " + new Term.Iri(before).toNTriples() + " .\nTX .\n");
        }

        void add(ChangedThing thing) throws IOException {
            if (number++ % PER_PAGE == 0) {
                starts.writeLong(position);
            }
            position += thing.writeTo(out);
        }

        private void write(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            position += bytes.length;
        }

        @Override
        public void close() throws IOException {
            write(END + "\n");
            out.close();
            starts.close();
            PackedFile.write(plain, packed);
            Files.delete(plain);
        }
    }

    /** Told of changes as long as it wants more. */
    @FunctionalInterface
    interface Visit {
        /** {@return whether to go on} */
        boolean see(EntityChange change);
    }

    /** Gives the changes, after leaving some out. */
    void read(long leftOut, Visit visit) throws IOException {
        if (leftOut / PER_PAGE < pages()) {
            long[] seen = new long[1];
            readFrom(offset(leftOut / PER_PAGE), change -> seen[0]++ < leftOut % PER_PAGE || visit.see(change));
        }
    }

    /** Gives the changes of the page on which a thing would be, and of those behind it. */
    void readNear(String term, Visit visit) throws IOException {
        long low = 0;
        long high = pages();
        if (high == 0) {
            return;
        }
        PackedFile content = PackedFile.open(packed);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            try (BufferedReader lines = lines(content, offset(middle))) {
                if (compare(term(lines.readLine()), term) <= 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        readFrom(offset(low), visit);
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void readFrom(long position, Visit visit) throws IOException {
        try (BufferedReader lines = lines(PackedFile.open(packed), position)) {
            String header = lines.readLine();
            while (header.startsWith(HEADER)) {
                List<Quad> removed = new ArrayList<>();
                List<Quad> added = new ArrayList<>();
                String line = lines.readLine();
                for (; !line.startsWith(HEADER) && !line.equals(END); line = lines.readLine()) {
                    (line.startsWith(DELETE) ? removed : added).add(QuadLine.parse(line.substring(2)));
                }
                if (!visit.see(change(header, removed, added))) {
                    return;
                }
                header = line;
            }
        }
    }

    private static BufferedReader lines(PackedFile content, long position) {
        return new BufferedReader(
                new InputStreamReader(new BufferedInputStream(content.from(position)), StandardCharsets.UTF_8));
    }

    private static EntityChange change(String header, List<Quad> removed, List<Quad> added) {
        String kind = header.substring(HEADER.length(), header.indexOf(' ', HEADER.length()));
        String term = term(header);
        String name = header.substring(HEADER.length() + kind.length() + term.length() + 2);
        return new EntityChange(
                EntityChange.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                term.startsWith("<") ? NQuads.parseTerm(term).text() : term,
                NQuads.parseTerm(name).text(),
                removed,
                added);
    }

    private static String term(String header) {
        int start = header.indexOf(' ', HEADER.length()) + 1;
        return header.substring(start, header.indexOf(' ', start));
    }

    private long pages() throws IOException {
        return Files.size(offsets) / Long.BYTES;
    }

    private long offset(long page) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(offsets.toFile(), "r")) {
            file.seek(page * Long.BYTES);
            return file.readLong();
        }
    }
}
