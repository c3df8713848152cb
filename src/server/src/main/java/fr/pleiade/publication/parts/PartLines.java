package fr.pleiade.publication.parts;

import fr.pleiade.quads.Coding;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSink;
import fr.pleiade.quads.LineSource;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublicationException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Reads the parts of a graph one after the other, and refuses what is not as the list says, or not as a graph's lines are. */
final class PartLines implements LineSource {
    private static final int LONGEST_SHOWN = 80;

    private final GivenGraph given;
    private final Path work;
    private final LongConsumer bytesRead;
    private final CanonicalLine form;
    private byte[] last = new byte[1 << 10];
    private int lastLength;

    PartLines(GivenGraph given, String graph, Path work, LongConsumer bytesRead) {
        this.given = given;
        this.work = work;
        this.bytesRead = bytesRead;
        this.form = new CanonicalLine(graph);
    }

    @Override
    public void drain(LineSink sink) throws IOException {
        for (GivenGraph.Part part : given.parts()) {
            read(part, sink);
            bytesRead.accept(part.bytes());
        }
    }

    /** What is wrong with a line is told after the digest: an altered part has many faults, and that is the one to know. */
    private void read(GivenGraph.Part part, LineSink sink) throws IOException {
        try (DigestInputStream in = new DigestInputStream(given.place().open(part.name(), work), Sha256.digest())) {
            Optional<PublicationException> problem = problem(part, in, sink);
            in.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!found.equals(part.sha256())) {
                throw PublicationException.input(
                        given.place().of(part.name()),
                        "it was altered, or is not whole: its SHA-256 is %s, and the list says %s"
                                .formatted(found, part.sha256()),
                        "copy it again");
            }
            if (problem.isPresent()) {
                throw problem.get();
            }
        }
    }

    private Optional<PublicationException> problem(GivenGraph.Part part, InputStream in, LineSink sink)
            throws IOException {
        Optional<Coding> coding = Stream.of(Coding.values())
                .filter(each -> part.name().endsWith(each.suffix()))
                .findFirst();
        if (coding.isEmpty()) {
            return lineProblem(part, new LineReader(in), sink);
        }
        try (LineReader lines = new LineReader(coding.get().decode(new Open(in)))) {
            return lineProblem(part, lines, sink);
        } catch (IOException e) {
            return Optional.of(PublicationException.input(
                            given.place().of(part.name()), "it cannot be unpacked: " + e.getMessage(), "pack it anew")
                    .causedBy(e));
        }
    }

    private Optional<PublicationException> lineProblem(GivenGraph.Part part, LineReader lines, LineSink sink)
            throws IOException {
        for (long number = 1; lines.next(); number++) {
            Optional<String> wrong = form.problem(lines.buffer(), lines.start(), lines.end());
            if (wrong.isPresent()) {
                return Optional.of(wrong(part, number, wrong.get(), "write the graph as canonical N-Quads"));
            }
            int order = Arrays.compareUnsigned(last, 0, lastLength, lines.buffer(), lines.start(), lines.end());
            if (order >= 0) {
                return Optional.of(wrong(
                        part,
                        number,
                        (order == 0 ? "it is there twice: " : "it is not in the order of its bytes: it comes after ")
                                + shown(),
                        "sort the lines as LC_ALL=C sort -u does, and list the parts in their order"));
            }
            remember(lines);
            sink.line(lines.buffer(), lines.start(), lines.end());
        }
        return Optional.empty();
    }

    private PublicationException wrong(GivenGraph.Part part, long line, String problem, String advice) {
        return PublicationException.input(given.place().of(part.name()) + ":" + line, problem, advice);
    }

    private void remember(LineReader line) {
        lastLength = line.end() - line.start();
        if (lastLength > last.length) {
            last = new byte[2 * lastLength];
        }
        System.arraycopy(line.buffer(), line.start(), last, 0, lastLength);
    }

    private String shown() {
        return new String(last, 0, Math.min(lastLength, LONGEST_SHOWN), StandardCharsets.UTF_8);
    }

    /** Stays open when what unpacks it is closed: the digest is of all its bytes. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
