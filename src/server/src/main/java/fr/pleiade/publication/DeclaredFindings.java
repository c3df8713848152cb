package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.description.DescriptionCheck;
import fr.pleiade.quality.description.Licences;
import fr.pleiade.quality.identity.SharedAddresses;
import fr.pleiade.quality.shapes.ShapeCheck;
import fr.pleiade.quality.vocabulary.TermCheck;
import fr.pleiade.quality.vocabulary.Vocabularies;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Building;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is wrong with what the datasets of a release in the making declare, whatever their rows say: their terms, descriptions and shapes, and addresses that are not theirs alone. */
final class DeclaredFindings {
    private final Site site;
    private final Inputs inputs;
    private final Building building;
    private final Optional<Release> before;

    /** @param before the release whose findings of shapes hold on for the same graphs */
    DeclaredFindings(Site site, Inputs inputs, Building building, Optional<Release> before) {
        this.site = site;
        this.inputs = inputs;
        this.building = building;
        this.before = before;
    }

    /**
     * {@return the findings by the dataset's slug}
     *
     * @param vocabulary what the site's vocabularies say
     * @param graphs the graphs by their slugs
     * @param unreadable takes what is wrong with files of shapes
     */
    Map<String, List<Finding>> of(
            InMemoryGraph vocabulary, Map<String, PublishedGraph> graphs, Consumer<Finding> unreadable)
            throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        inputs.datasets().forEach(dataset -> files.put(dataset.slug(), building.graphFile(dataset.slug())));
        Map<String, List<Finding>> found = new TreeMap<>(SharedAddresses.of(files, site.base(), building.work()));
        Set<String> defined = new TreeSet<>();
        vocabulary.triples().forEach(triple -> defined.add(triple.subject().text()));
        DescriptionCheck descriptions = new DescriptionCheck(
                Licences.bundled(), site.catalog().iri(), site.catalog().description());
        TermCheck terms = new TermCheck(Vocabularies.shared().with(defined), site.base());
        ShapeCheck shapes = new ShapeCheck(site.ontology().resolve("shapes"), site.base(), unreadable);
        for (DatasetInputs dataset : inputs.datasets()) {
            List<Finding> findings = found.computeIfAbsent(dataset.slug(), slug -> new ArrayList<>());
            findings.addAll(terms.of(dataset.plan().plan(), dataset.dataset().mappingName()));
            Map<String, Place> links = new LinkedHashMap<>();
            dataset.rules()
                    .forEach(rule ->
                            links.putIfAbsent(rule.predicate(), new Place.InLine(rule.document(), rule.line())));
            findings.addAll(terms.of(links));
            Optional<Release> validated = validated(dataset.slug(), graphs);
            if (validated.isPresent()) {
                validated.get().findings(dataset.slug()).stream()
                        .filter(ShapeCheck::isOfAShape)
                        .forEach(findings::add);
            } else {
                shapes.check(building.graphFile(dataset.slug()), findings::add);
            }
            findings.addAll(descriptions.of(
                    dataset.dataset().iri(),
                    dataset.dataset().description(),
                    dataset.dataset().descriptionName()));
        }
        return found;
    }

    /** {@return the release before if it has this very graph, and it was validated by these very shapes} */
    private Optional<Release> validated(String slug, Map<String, PublishedGraph> graphs) {
        Optional<String> now = Optional.ofNullable(graphs.get(slug)).map(PublishedGraph::sha256);
        return before.filter(release ->
                        release.graph(slug).map(PublishedGraph::sha256).equals(now))
                .filter(release -> shapes(release.manifest().inputs()).equals(shapes(inputs.all())));
    }

    private static Set<InputFile> shapes(List<InputFile> files) {
        return files.stream().filter(Inputs::isShape).collect(Collectors.toSet());
    }
}
