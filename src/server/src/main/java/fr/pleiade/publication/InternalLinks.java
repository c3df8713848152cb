package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that whatever a graph points to below {@code <base>id/} is described in some graph of the release.
 *
 * <p>Memory: that of a {@link LineSorter}; one pass over the graph, then one over the graphs that describe its targets.
 */
final class InternalLinks implements Closeable {
    private static final byte[] NONE = {};

    private final byte[] things;
    private final LineSorter references;
    private byte[] lastTarget = NONE;

    InternalLinks(String base, Path work) {
        things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        references = new LineSorter(work);
    }

    /**
     * Raises {@code dangling-link} once for each thing that the graph points to and no graph describes.
     *
     * @param graphs all graphs of the release
     */
    void check(Path graph, Collection<GraphFile> graphs, Consumer<Finding> findings) throws IOException {
        try (LineReader lines = new LineReader(graph)) {
            while (lines.next()) {
                collect(lines.quad());
            }
        }
        List<GraphFile.Subjects> likely = new ArrayList<>();
        graphs.forEach(file -> likely.add(file.subjects()));
        lastTarget = NONE;
        QuadLine reversed = new QuadLine();
        references.drain((bytes, start, end) -> {
            reversed.at(bytes, start, end);
            if (!reversed.is(QuadLine.SUBJECT, lastTarget)) {
                lastTarget = reversed.copy(QuadLine.SUBJECT);
                if (!isDescribed(Arrays.copyOfRange(bytes, start, reversed.start(QuadLine.PREDICATE)), likely)) {
                    findings.accept(dangling(reversed.quad()));
                }
            }
        });
    }

    /** Moves the graph that describes it to the front: the next one is likely there too. */
    private static boolean isDescribed(byte[] target, List<GraphFile.Subjects> likely) {
        for (int i = 0; i < likely.size(); i++) {
            if (likely.get(i).contains(target)) {
                Collections.swap(likely, 0, i);
                return true;
            }
        }
        return false;
    }

    /** Turns the line around if its object is one of our things: {@code object predicate subject}. */
    private void collect(QuadLine line) throws IOException {
        if (!line.begins(QuadLine.OBJECT, things) || line.is(QuadLine.OBJECT, lastTarget)) {
            return;
        }
        lastTarget = line.copy(QuadLine.OBJECT);
        for (int term = QuadLine.OBJECT; term >= QuadLine.SUBJECT; term--) {
            references.write(line.bytes(), line.start(term), line.end(term) + 1 - line.start(term)); // and its space
        }
        references.write(new byte[] {'.', '\n'}, 0, 2);
    }

    private static Finding dangling(Quad reversed) {
        String target = reversed.subject().text();
        List<String> values =
                List.of(reversed.object().text(), reversed.predicate().value());
        return new Finding(
                "dangling-link",
                Severity.WARNING,
                new Place.OfThing(target, ""),
                new Text(
                        "<%s> points to it by <%s>, but nothing describes it".formatted(values.toArray()),
                        "<%s> y renvoie par <%s>, mais rien ne le décrit".formatted(values.toArray())),
                new Text(
                        "publish what describes it, or correct the template that makes its address",
                        "publiez ce qui le décrit, ou corrigez le modèle qui forme son adresse"));
    }

    @Override
    public void close() throws IOException {
        references.close();
    }
}
