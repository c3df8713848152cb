package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.RealFiles;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.web.Edition;
import fr.pleiade.web.ServedSample;
import fr.pleiade.web.served.Lexicon;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A document says of its thing and of the thing's parts exactly what the store says, and of all else nothing that the store does not say. */
class DocumentStoreTest {
    @Test
    void documentsOfAllThingsOfTheSampleSayWhatTheStoreSays() {
        Release release = ServedSample.sample().release();
        List<String> things = things(release);
        assertThat(things).hasSizeGreaterThan(400);
        assertAgreement(release, things);
    }

    @Test
    void documentsOfTwoThousandRealThingsSayWhatTheStoreSays() {
        Release release = RealFiles.published().release();
        long seed = 20261126;
        List<String> things = things(release);
        Collections.shuffle(things, new Random(seed));
        List<String> institutions = things.stream()
                .filter(thing -> thing.contains("/etablissement/"))
                .toList();
        assertAgreement(release, institutions);
        assertThat(things.size()).as("seed %d", seed).isGreaterThan(2_000);
        assertAgreement(release, things.subList(0, 2_000));
    }

    /** Reads the store thing by thing, and what documents say of other things statement by statement. */
    private static void assertAgreement(Release release, List<String> things) {
        Edition edition = Edition.latest(release);
        DocumentGraph documents =
                new DocumentGraph(edition, Lexicon.of(release, release.site().prefixes()));
        Set<Quad> said = new HashSet<>();
        long statements = 0;
        try (Store store = Store.open(release.tdb2())) {
            for (String thing : things) {
                String name = thing.substring((release.base() + "id/").length());
                ThingAddress address = new ThingAddress(name, Optional.empty(), true);
                InMemoryGraph document = documents.about(address, release.find(thing), Optional.empty());
                Set<Quad> ofThing = new HashSet<>();
                for (Quad quad : document.triples()) {
                    String subject = quad.subject().text();
                    if (subject.equals(thing) || subject.startsWith(thing + "#")) {
                        ofThing.add(triple(quad));
                    } else if (!subject.equals(edition.address(address.document()))) {
                        said.add(triple(quad));
                    }
                }
                Set<Quad> stored = stored(store, thing, ofThing);
                statements += stored.size();
                assertThat(minus(ofThing, stored))
                        .as("only the document of %s says", thing)
                        .isEmpty();
                assertThat(minus(stored, ofThing))
                        .as("only the store says of %s", thing)
                        .isEmpty();
            }
            assertThat(said).isNotEmpty();
            for (Quad quad : said) {
                assertThat(stored(store, quad.subject()))
                        .as("said of a neighbour")
                        .contains(quad);
            }
        }
        System.out.printf(
                "documents and store: the same of %d things with %d statements, and %d statements about others%n",
                things.size(), statements, said.size());
    }

    private static Set<Quad> minus(Set<Quad> all, Set<Quad> others) {
        Set<Quad> rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** {@return what the store says of the thing, of the parts that the document tells of, and of those that the store leads to} */
    private static Set<Quad> stored(Store store, String thing, Set<Quad> document) {
        Set<Term> subjects = document.stream().map(Quad::subject).collect(Collectors.toSet());
        subjects.add(new Term.Iri(thing));
        Set<Quad> stored = new HashSet<>();
        Set<Term> seen = new HashSet<>();
        while (!subjects.isEmpty()) {
            Set<Term> next = new HashSet<>();
            for (Term subject : subjects) {
                seen.add(subject);
                for (Quad quad : stored(store, subject)) {
                    stored.add(quad);
                    if (quad.object().text().startsWith(thing + "#")) {
                        next.add(quad.object());
                    }
                }
            }
            next.removeAll(seen);
            subjects = next;
        }
        return stored;
    }

    private static Set<Quad> stored(Store store, Term subject) {
        return store.select("SELECT DISTINCT ?p ?o WHERE { ?s ?p ?o }", Map.of("s", subject)).stream()
                .map(row -> triple(new Quad(subject, (Term.Iri) row.get("p"), row.get("o"), Quad.DEFAULT_GRAPH)))
                .collect(Collectors.toSet());
    }

    /** {@return the triple, a decimal number in its canonical form: TDB2 keeps the value of one, documents the form of the source} */
    private static Quad triple(Quad quad) {
        Term object = quad.object() instanceof Term.Literal literal
                        && literal.datatype().endsWith("#decimal")
                ? Term.Literal.typed(
                        new BigDecimal(literal.lexical()).stripTrailingZeros().toPlainString(), literal.datatype())
                : quad.object();
        return new Quad(quad.subject(), quad.predicate(), object, Quad.DEFAULT_GRAPH);
    }

    private static List<String> things(Release release) {
        Set<String> things = new TreeSet<>();
        for (PublishedGraph graph : release.graphs()) {
            RdfReader.read(release.graphFile(graph.slug()), release.base(), quad -> {
                String subject = quad.subject().text();
                if (subject.startsWith(release.base() + "id/") && subject.indexOf('#') < 0) {
                    things.add(subject);
                }
            });
        }
        return new ArrayList<>(things);
    }
}
