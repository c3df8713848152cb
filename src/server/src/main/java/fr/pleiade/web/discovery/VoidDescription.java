package fr.pleiade.web.discovery;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the catalogue says in VoID's words: its datasets with their counts, partitions, linksets, dumps and examples. The same IRIs and
 * the same numbers as in the store, for both come from the graph of the catalogue.
 *
 * @see <a href="https://www.w3.org/TR/void/">Describing Linked Datasets with VoID</a>
 */
public final class VoidDescription {
    private static final String VOID_EXT = "http://ldf.fi/void-ext#";
    private static final List<String> OF_DATASETS =
            List.of("title", "description", "license", "publisher", "creator", "issued", "modified", "source");

    private VoidDescription() {}

    /** {@return the document {@code <base>void}} */
    public static InMemoryGraph of(InMemoryGraph catalog, String base) {
        InMemoryGraph graph = new InMemoryGraph();
        Term.Iri document = new Term.Iri(base + "void");
        graph.add(new Quad(document, TYPE, new Term.Iri(VOID + "DatasetDescription")));
        graph.add(new Quad(document, new Term.Iri(FOAF + "primaryTopic"), new Term.Iri(base + "catalog")));
        Set<Term> described = catalog.triples().stream()
                .filter(triple -> triple.predicate().equals(TYPE)
                        && triple.object().text().startsWith(VOID))
                .map(Quad::subject)
                .collect(Collectors.toSet());
        for (Quad triple : catalog.triples()) {
            String property = triple.predicate().value();
            boolean isVoid = property.startsWith(VOID)
                    || property.startsWith(VOID_EXT)
                    || (triple.predicate().equals(TYPE)
                            && triple.object().text().startsWith(VOID));
            boolean isAbout = described.contains(triple.subject())
                    && property.startsWith(DCT)
                    && OF_DATASETS.contains(property.substring(DCT.length()));
            if (isVoid || isAbout) {
                graph.add(triple);
            }
        }
        return graph;
    }
}
