package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.served.ServedReleases;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** A few things of each dataset, to begin with: those to which most others lead, as they were chosen when the release was made. */
@Component
final class Examples {
    private final ServedReleases served;

    Examples(ServedReleases served) {
        this.served = served;
    }

    /** {@return IRIs of things of the dataset, those to which most others lead first} */
    List<String> of(Release release, PublishedGraph graph) {
        return served.of(release).examples().linked(graph.slug());
    }

    /** {@return the release's datasets; first the one that leads to most of the others, for it is what they are there for} */
    List<PublishedGraph> datasets(Release release) {
        String space = release.base() + "dataset/";
        return release.graphs().stream()
                .filter(graph -> graph.iri().startsWith(space))
                .sorted(Comparator.comparing((PublishedGraph graph) -> targets(release, graph))
                        .reversed()
                        .thenComparing(PublishedGraph::slug))
                .toList();
    }

    private long targets(Release release, PublishedGraph graph) {
        InMemoryGraph catalog = served.of(release).catalog();
        return catalog.objects(new Term.Iri(graph.iri()), VOID + "subset").stream()
                .filter(linkset -> catalog.object(linkset, VOID + "triples")
                        .filter(triples -> !triples.text().equals("0"))
                        .isPresent())
                .flatMap(linkset -> catalog.objects(linkset, VOID + "objectsTarget").stream())
                .filter(target -> release.graphs().stream()
                        .anyMatch(other -> !other.equals(graph) && other.iri().equals(target.text())))
                .distinct()
                .count();
    }
}
