package fr.pleiade.publication.check;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.inverse.InverseFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that whatever a graph points to below {@code <base>id/} is described in some graph of the release.
 *
 * <p>Told of what it points to in ascending order, by who turns the graph around; one pass over the graphs that describe the targets.
 */
public final class InternalLinks implements InverseFile.Targets {
    private final List<GraphFile.Subjects> likely = new ArrayList<>();
    private final SimilarThings similar;
    private final Consumer<Finding> findings;

    /**
     * @param graphs all graphs of the release
     * @param findings told of {@code dangling-link} once for each thing that the graph points to and no graph describes
     */
    public InternalLinks(Collection<GraphFile> graphs, Consumer<Finding> findings) {
        graphs.forEach(file -> likely.add(file.subjects()));
        this.similar = new SimilarThings(graphs);
        this.findings = findings;
    }

    @Override
    public void pointedTo(QuadLine line) {
        byte[] target = Arrays.copyOfRange(line.bytes(), line.start(), line.start(QuadLine.PREDICATE));
        if (!isDescribed(target, likely)) {
            Quad reversed = line.quad();
            findings.accept(dangling(reversed, similar.hint(reversed.subject().text())));
        }
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

    private static Finding dangling(Quad reversed, CodeList.Hint hint) {
        String target = reversed.subject().text();
        String from = reversed.object().text();
        String property = reversed.predicate().value();
        return new Finding(
                "dangling-link",
                Severity.WARNING,
                new Place.OfThing(target, ""),
                new Text(
                        "<%s> points to it by <%s>, but nothing describes it%s".formatted(from, property, hint.en()),
                        "<%s> y renvoie par <%s>, mais rien ne le décrit%s".formatted(from, property, hint.fr())),
                new Text(
                        "publish what describes it, or correct the template that makes its address",
                        "publiez ce qui le décrit, ou corrigez le modèle qui forme son adresse"));
    }
}
