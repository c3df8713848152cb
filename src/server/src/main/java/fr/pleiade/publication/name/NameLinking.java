package fr.pleiade.publication.name;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.linking.byname.NameCandidates;
import fr.pleiade.linking.byname.NameDecisions;
import fr.pleiade.linking.byname.NameLinker;
import fr.pleiade.linking.byname.NameLinks;
import fr.pleiade.linking.byname.NameRule;
import fr.pleiade.linking.byname.NameTarget;
import fr.pleiade.linking.byname.ReviewTable;
import fr.pleiade.linking.names.GraphThings;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the links by names of one dataset.
 *
 * <p>Memory: the things of the dataset and of what its rules lead to, some kilobytes each. The same graphs, registers and decisions give
 * the same links. One use.
 */
public final class NameLinking {
    /** The folder within the state folder in which the doubts of each dataset stand as {@code <slug>.csv}. */
    public static final String REVIEW = "review";

    private static final int PLACED = 100_000;

    private final NameInputs inputs;
    private final Site site;
    private final GraphThings graphs;
    private final Map<List<NameTarget>, NameCandidates> candidates = new LinkedHashMap<>();

    /**
     * What rules read beside the dataset itself.
     *
     * @param base what the site's IRIs begin with
     * @param names what the site says of names
     * @param graphFile the sorted graph of a dataset, by its slug
     * @param places the graphs in which the names of places are looked up
     * @param sources the folder in which registers are
     */
    public record Site(
            String base, NameRules names, Function<String, Path> graphFile, Collection<Path> places, Path sources) {
        public Site {
            places = List.copyOf(places);
        }
    }

    public NameLinking(NameInputs inputs, Site site) {
        this.inputs = inputs;
        this.site = site;
        this.graphs = new GraphThings(site.base(), site.places(), site.names());
    }

    /**
     * The dataset whose links are made.
     *
     * @param slug its slug
     * @param graph its sorted graph, with the links by keys
     * @param decisions what people decided; it need not be there
     * @param review where the doubts are written; nowhere if it is empty
     * @param rows finds the rows that triples come from
     */
    public record Linked(
            String slug, Path graph, Path decisions, Path review, Function<Set<Quad>, Map<Quad, Place>> rows) {}

    /**
     * Makes the links.
     *
     * @param quads takes their triples, in the default graph
     * @param findings takes what is wrong, and what a person must look at
     * @return what each rule did
     * @throws IOException if a register cannot be read, or the doubts cannot be written
     */
    public List<LinkReport> run(Linked dataset, Consumer<Quad> quads, Consumer<Finding> findings) throws IOException {
        try {
            return link(dataset, quads, findings);
        } finally {
            candidates.values().forEach(NameCandidates::close);
        }
    }

    private List<LinkReport> link(Linked dataset, Consumer<Quad> quads, Consumer<Finding> findings) throws IOException {
        NameDecisions decisions = Files.exists(dataset.decisions())
                ? NameDecisions.read(
                        dataset.slug() + "/" + NameDecisions.FILE, dataset.decisions(), site.base(), findings)
                : NameDecisions.none();
        for (NameRule rule : inputs.rules()) {
            if (!candidates.containsKey(rule.targets())) {
                candidates.put(rule.targets(), candidates(rule.targets()));
            }
        }
        Set<String> subjects = new HashSet<>();
        List<NameLinks> all = new ArrayList<>();
        for (NameRule rule : inputs.rules()) {
            List<NamedThing> things =
                    graphs.of(dataset.graph(), dataset.slug(), rule.read(), Set.of(rule.subjectClass()));
            things.forEach(thing -> subjects.add(thing.iri()));
            NameCandidates among = Objects.requireNonNull(candidates.get(rule.targets()));
            misfit(rule, things, among, findings);
            all.add(new NameLinker(rule, among, decisions, this::iri, iri -> !isKnown(iri)).link(things));
        }
        all.forEach(links -> links.triples(this::iri).forEach(quads));
        tell(dataset, all, findings);
        decisions.gone(subjects::contains, this::isKnown).forEach(findings);
        write(dataset.review(), all);
        return all.stream().flatMap(links -> links.reports(this::name).stream()).toList();
    }

    private boolean isKnown(String iri) {
        return candidates.values().stream().anyMatch(among -> among.contains(iri));
    }

    private NameCandidates candidates(List<NameTarget> targets) throws IOException {
        List<NamedThing> things = new ArrayList<>();
        for (NameTarget target : targets) {
            if (target.kind() == NameTarget.Kind.DATASET) {
                things.addAll(graphs.of(
                        site.graphFile().apply(target.name()), target.name(), target.read(), target.classes()));
            } else {
                things.addAll(new RecordThings(register(target.name()), site.names())
                        .read(site.sources().resolve(register(target.name()).file())));
            }
        }
        return NameCandidates.of(things, site.names());
    }

    private Register register(String iri) {
        return Objects.requireNonNull(inputs.registers().get(iri), iri);
    }

    /** {@return the IRI of a dataset or register} */
    private String iri(String source) {
        return inputs.registers().containsKey(source) ? source : site.base() + "dataset/" + source;
    }

    /** {@return what reports call a dataset or register} */
    private String name(String source) {
        return inputs.registers().containsKey(source) ? register(source).file() : source;
    }

    /** Tells that a rule links nothing whatever the rows say. */
    private static void misfit(
            NameRule rule, List<NamedThing> things, NameCandidates among, Consumer<Finding> findings) {
        if (things.isEmpty() || among.size() == 0) {
            findings.accept(new Finding(
                    "link-rule",
                    Severity.WARNING,
                    new Place.InLine(rule.document(), rule.line()),
                    things.isEmpty()
                            ? new Text("nothing with a name is a <%s>", "rien qui ait un nom n'est un <%s>")
                                    .with(rule.subjectClass())
                            : new Text(
                                            "nothing with a name is there to link to (%s)",
                                            "rien qui ait un nom n'est là pour y lier (%s)")
                                    .with(rule.targets().stream()
                                            .map(NameTarget::name)
                                            .collect(Collectors.joining(", "))),
                    new Text(
                            "correct the class or the property there, or publish what has it",
                            "corrigez-y la classe ou la propriété, ou publiez ce qui la porte")));
        }
    }

    private static void tell(Linked dataset, List<NameLinks> all, Consumer<Finding> findings) {
        Set<Quad> statements =
                all.stream().flatMap(NameLinks::statements).limit(PLACED).collect(Collectors.toSet());
        Map<Quad, Place> rows = statements.isEmpty() ? Map.of() : dataset.rows().apply(statements);
        all.forEach(links -> links.findings(rows).forEach(findings));
    }

    /** Writes the doubts, or takes away those of earlier. */
    private void write(Path review, List<NameLinks> all) throws IOException {
        if (review.toString().isEmpty()) {
            return;
        }
        Files.createDirectories(review.toAbsolutePath().resolveSibling(""));
        Path next = review.resolveSibling(review.getFileName() + ".next");
        long doubts = ReviewTable.write(all, this::iri, Files.newOutputStream(next));
        if (doubts == 0) {
            Files.delete(next);
            Files.deleteIfExists(review);
        } else {
            Files.move(next, review, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
