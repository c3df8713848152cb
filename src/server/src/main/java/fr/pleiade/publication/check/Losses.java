package fr.pleiade.publication.check;

import fr.pleiade.findings.Finding;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.LossGuard;
import fr.pleiade.quality.Policy;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What would be lost of the current release, dataset by dataset. */
public final class Losses {
    private static final byte[] NONE = {};

    private final Release before;
    private final Policy policy;
    private final Set<String> accepted;
    private final String base;

    /** @param accepted the slugs of the datasets whose losses the publisher accepts */
    public Losses(Release before, Policy policy, Set<String> accepted, String base) {
        this.before = before;
        this.policy = policy;
        this.accepted = accepted;
        this.base = base;
    }

    /** {@return the findings about the datasets that would be gone, by slug alone, since they have no page any more} */
    public List<Finding> gone(Set<String> published) {
        List<Finding> findings = new ArrayList<>();
        for (PublishedGraph graph : before.graphs()) {
            if (!PublishedGraph.NOT_DATASETS.contains(graph.slug()) && !published.contains(graph.slug())) {
                LossGuard.Figures figures =
                        new LossGuard.Figures(graph.rows(), graph.entities(), graph.links(), Map.of());
                findings.addAll(check(change(graph.slug(), figures, Optional.empty(), graph.entities())));
            }
        }
        return findings;
    }

    /**
     * {@return the findings about a dataset that would be there}
     *
     * @param file its graph
     * @param partitions what was counted in it
     */
    public List<Finding> of(PublishedGraph graph, Path file, Partitions partitions) throws IOException {
        Optional<PublishedGraph> current = before.graph(graph.slug());
        if (current.isEmpty() || current.get().sha256().equals(graph.sha256())) {
            return List.of();
        }
        Path currentFile = before.graphFile(graph.slug());
        LossGuard.Figures figures = figures(current.get(), Partitions.of(currentFile, before.base()));
        long gone = before.base().equals(base) ? gone(currentFile, file) : 0;
        return check(change(graph.slug(), figures, Optional.of(figures(graph, partitions)), gone));
    }

    private LossGuard.Change change(
            String slug, LossGuard.Figures figures, Optional<LossGuard.Figures> now, long gone) {
        return new LossGuard.Change(slug, figures, now, gone, policy.acceptableLoss(slug));
    }

    private List<Finding> check(LossGuard.Change change) {
        List<Finding> findings = new ArrayList<>();
        UnaryOperator<Finding> judged =
                accepted.contains(change.dataset()) ? LossGuard::accepted : UnaryOperator.identity();
        new LossGuard().run(change, finding -> findings.add(judged.apply(finding)));
        return findings;
    }

    private static LossGuard.Figures figures(PublishedGraph graph, Partitions partitions) {
        return new LossGuard.Figures(graph.rows(), graph.entities(), graph.links(), partitions.properties());
    }

    /** {@return how many things of one graph the other does not describe; a thing's fragments count as part of it} */
    private long gone(Path from, Path to) throws IOException {
        byte[] things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        GraphFile.Subjects remaining = GraphFile.of(to).subjects();
        long gone = 0;
        byte[] last = NONE;
        try (LineReader lines = new LineReader(from)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (line.begins(QuadLine.SUBJECT, things) && !line.is(QuadLine.SUBJECT, last)) {
                    last = line.copy(QuadLine.SUBJECT);
                    boolean isThing = indexOf(last, (byte) '#') < 0;
                    gone += isThing && !remaining.contains(withSpace(last)) ? 1 : 0;
                }
            }
        }
        return gone;
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] withSpace(byte[] subject) {
        byte[] prefix = Arrays.copyOf(subject, subject.length + 1);
        prefix[subject.length] = ' ';
        return prefix;
    }
}
