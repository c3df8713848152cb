package fr.pleiade.web.cube;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Language;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A slice as RDF: a {@code qb:Slice} at its own address with what all its observations have, and the observations as the release has them.
 * Of numbers that were added up, the observations that went into them: nobody published the sums. Written as it is read.
 */
final class SliceGraph {
    private final Slice slice;
    private final Term.Iri address;

    /** @param address that of the slice, with its query */
    SliceGraph(Slice slice, String address) {
        this.slice = slice;
        this.address = new Term.Iri(address);
    }

    void write(Consumer<Quad> triples) {
        Cube cube = slice.cube();
        CubeTable table = cube.table();
        Term.Iri dataSet = new Term.Iri(table.dataSet());
        say(triples, address, TYPE.value(), new Term.Iri(QB + "Slice"));
        say(triples, dataSet, QB + "slice", address);
        for (Language language : Language.values()) {
            Term title = Term.Literal.inLanguage(cube.title(language.locale()), language.tag());
            say(triples, address, RDFS + "label", title);
        }
        cube.release().graphs().stream()
                .filter(graph -> table.graphs().contains(graph.slug()))
                .forEach(graph -> say(triples, address, DCT + "source", new Term.Iri(graph.iri())));
        say(triples, address, QB + "sliceStructure", key());
        say(triples, key(), TYPE.value(), new Term.Iri(QB + "SliceKey"));
        for (Map.Entry<Integer, BitSet> held : slice.selection().codes().entrySet()) {
            if (held.getValue().cardinality() == 1) {
                Dimension dimension = cube.dimensions().get(held.getKey());
                Term.Iri property = new Term.Iri(dimension.property());
                say(triples, key(), QB + "componentProperty", property);
                say(
                        triples,
                        address,
                        dimension.property(),
                        dimension.values().get(held.getValue().nextSetBit(0)));
            }
        }
        Release release = cube.release();
        slice.observations(row -> {
            CubeTable.Place place = table.place(row);
            var said = release.at(place.graph(), place.position()).triples();
            say(triples, address, QB + "observation", said.iterator().next().subject());
            said.forEach(triples);
        });
    }

    private Term.BlankNode key() {
        return new Term.BlankNode("key");
    }

    private static void say(Consumer<Quad> triples, Term subject, String property, Term object) {
        triples.accept(new Quad(subject, new Term.Iri(property), object));
    }
}
