package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;
import static fr.pleiade.rdf.Vocabulary.VCARD;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.CubeStructure;
import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Said;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says cubes of RDF Data Cube in the words of cube.link too, where they are declared so: {@code <data set> cube:alsoAs <https://cube.link/>}.
 *
 * <p>The cube is the data set itself. An observation that has a number is an observation of cube.link besides, at its address with
 * {@code #link}: it is of one class there and has its dimensions and measures alone. Memory: the values of dimensions. One pass over sorted
 * lines. To be used once, by one thread.
 */
public final class LinkedCubes {
    private static final long DATA_SET = Said.hash("<" + QB + "dataSet>");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final long UNIT = Said.hash("<" + SDMX_ATTRIBUTE + "unitMeasure>");

    private final Map<String, Linked> cubes = new LinkedHashMap<>();
    private final InMemoryGraph vocabulary;

    /** A cube that is said in both models, and what its observations have. */
    private static final class Linked {
        final CubeStructure structure;
        final List<CubeStructure.Component> components = new ArrayList<>();
        final List<Long> hashes = new ArrayList<>();
        final List<SortedSet<String>> values = new ArrayList<>();
        final List<Optional<BigDecimal>> least = new ArrayList<>();
        final List<Optional<BigDecimal>> greatest = new ArrayList<>();
        final SortedSet<String> units = new TreeSet<>();

        Linked(CubeStructure structure) {
            this.structure = structure;
            components.addAll(structure.all(CubeStructure.Kind.DIMENSION));
            components.addAll(structure.all(CubeStructure.Kind.MEASURE));
            for (CubeStructure.Component component : components) {
                hashes.add(Said.hash("<" + component.property() + ">"));
                values.add(new TreeSet<>());
                least.add(Optional.empty());
                greatest.add(Optional.empty());
            }
        }

        boolean hasObservations() {
            return !units.isEmpty();
        }

        boolean isMeasure(int component) {
            return components.get(component).kind() == CubeStructure.Kind.MEASURE;
        }

        /** {@return what an observation has of each component; nothing if one is missing: it has no number, or is told elsewhere} */
        @Nullable
        List<String> of(Said said) {
            List<String> found = new ArrayList<>();
            for (long property : hashes) {
                int line = said.find(property);
                if (line < 0) {
                    return null;
                }
                found.add(said.object(line));
            }
            return isNumbers(found) ? found : null;
        }

        /** {@return whether the measures are numbers: ill-typed literals are told elsewhere} */
        private boolean isNumbers(List<String> found) {
            for (int i = 0; i < found.size(); i++) {
                if (isMeasure(i)
                        && !NUMBER.matcher(NQuads.parseTerm(found.get(i)).text())
                                .matches()) {
                    return false;
                }
            }
            return true;
        }

        void note(List<String> found, Optional<String> unit) {
            units.add(unit.orElse(""));
            for (int i = 0; i < found.size(); i++) {
                if (isMeasure(i)) {
                    BigDecimal number =
                            new BigDecimal(NQuads.parseTerm(found.get(i)).text());
                    least.set(i, Optional.of(least.get(i).map(number::min).orElse(number)));
                    greatest.set(i, Optional.of(greatest.get(i).map(number::max).orElse(number)));
                    values.get(i).add(((Term.Literal) NQuads.parseTerm(found.get(i))).datatype());
                } else {
                    values.get(i).add(found.get(i));
                }
            }
        }
    }

    /**
     * @param cubes those of a dataset
     * @param vocabulary what properties are called
     */
    public LinkedCubes(Cubes cubes, InMemoryGraph vocabulary) {
        this.vocabulary = vocabulary;
        cubes.structures().forEach((dataSet, structure) -> {
            Term named = new Term.Iri(dataSet);
            if (cubes.graph().objects(named, CUBE + "alsoAs").contains(new Term.Iri(CUBE_LINK))) {
                this.cubes.put("<" + dataSet + ">", new Linked(structure));
            }
        });
    }

    public boolean isEmpty() {
        return cubes.isEmpty();
    }

    /**
     * Says what a graph's observations are in cube.link, then what their cubes are.
     *
     * @param lines its lines, sorted
     * @param about who publishes the cubes, and since when
     */
    public void write(InputStream lines, Publishing about, Consumer<Quad> triples) throws IOException {
        Said.each(lines, said -> observe(said, about, triples));
        cubes.values().stream().filter(Linked::hasObservations).forEach(cube -> describe(cube, about, triples));
    }

    private void observe(Said said, Publishing about, Consumer<Quad> triples) {
        int line = said.find(DATA_SET);
        @Nullable Linked cube = line < 0 ? null : cubes.get(said.object(line));
        @Nullable List<String> found = cube == null ? null : cube.of(said);
        if (cube == null || found == null) {
            return;
        }
        int unit = said.find(UNIT);
        cube.note(found, unit < 0 ? Optional.empty() : Optional.of(said.object(unit)));
        String subject = NQuads.parseTerm(new String(said.subject(), StandardCharsets.UTF_8))
                .text();
        Term observation = new Term.Iri(subject + (subject.contains("#") ? "-link" : "#link"));
        LinkWriter writer = new LinkWriter(new Term.Iri(cube.structure.dataSet()), triples);
        writer.observation(observation, about.publisher());
        for (int i = 0; i < found.size(); i++) {
            writer.value(observation, cube.components.get(i).property(), NQuads.parseTerm(found.get(i)));
        }
    }

    private void describe(Linked cube, Publishing about, Consumer<Quad> triples) {
        Term.Iri dataSet = new Term.Iri(cube.structure.dataSet());
        LinkWriter writer = new LinkWriter(dataSet, triples);
        Map<String, List<Term>> said = new HashMap<>(about.said());
        said.put("name", names(dataSet));
        about.contact().ifPresent(contact -> said.put("contactPoint", List.of(contact.write(writer))));
        writer.describe(said);
        List<LinkComponent> components = new ArrayList<>();
        for (int i = 0; i < cube.components.size(); i++) {
            components.add(component(cube, i));
        }
        writer.constrain(components, about.publisher());
    }

    private LinkComponent component(Linked cube, int place) {
        String path = cube.components.get(place).property();
        Term property = new Term.Iri(path);
        String scale = vocabulary
                .object(property, QUDT + "scaleType")
                .map(type -> type.text().substring(type.text().lastIndexOf('/') + 1))
                .orElse("");
        List<Term> values = cube.isMeasure(place)
                ? bounds(cube, place)
                : cube.values.get(place).stream().map(NQuads::parseTerm).toList();
        Optional<Term> unit = cube.isMeasure(place) && cube.units.size() == 1
                ? Optional.of(cube.units.first()).filter(one -> !one.isEmpty()).map(NQuads::parseTerm)
                : Optional.empty();
        return new LinkComponent(path, cube.isMeasure(place), names(property), scale, values, unit);
    }

    /** {@return the least and the greatest number of a measure; of several datatypes, in that of decimals} */
    private static List<Term> bounds(Linked cube, int place) {
        SortedSet<String> types = cube.values.get(place);
        String type = types.size() == 1 ? types.first() : XSD + "decimal";
        List<Term> bounds = new ArrayList<>();
        cube.least.get(place).ifPresent(least -> bounds.add(Term.Literal.typed(least.toPlainString(), type)));
        cube.greatest.get(place).ifPresent(most -> bounds.add(Term.Literal.typed(most.toPlainString(), type)));
        return bounds;
    }

    private List<Term> names(Term thing) {
        return vocabulary.objects(thing, RDFS + "label");
    }

    /**
     * Who publishes cubes, and since when.
     *
     * @param said by the local name of a property of schema.org
     * @param contact whom to ask
     */
    public record Publishing(Term publisher, Map<String, List<Term>> said, Optional<Contact> contact) {
        /** Whom to ask: a name, an address of mail. */
        record Contact(Term name, Term mailbox) {
            Term write(LinkWriter writer) {
                return writer.contact(name, mailbox);
            }
        }

        /**
         * {@return what a dataset's description says; a day that it does not say is not there, which is told when the cube is checked}
         *
         * @param described the dataset's description, and where it names no contact the catalogue's
         */
        public static Publishing of(Term dataset, Term catalog, InMemoryGraph described) {
            Term publisher = described
                    .object(dataset, DCT + "publisher")
                    .or(() -> described.object(catalog, DCT + "publisher"))
                    .filter(Term.Iri.class::isInstance)
                    .orElse(catalog);
            Map<String, List<Term>> said = new HashMap<>();
            said.put("publisher", List.of(publisher));
            said.put("creator", first(described.objects(dataset, DCT + "creator"), List.of(publisher)));
            said.put("contributor", first(described.objects(dataset, DCT + "contributor"), List.of(publisher)));
            said.put("description", described.objects(dataset, DCT + "description"));
            said.put("license", described.objects(dataset, DCT + "license"));
            List<Term> issued = described.objects(dataset, DCT + "issued");
            said.put("dateCreated", first(described.objects(dataset, DCT + "created"), issued));
            said.put("datePublished", issued);
            said.put("dateModified", first(described.objects(dataset, DCT + "modified"), issued));
            return new Publishing(publisher, said, contact(dataset, described).or(() -> contact(catalog, described)));
        }

        private static List<Term> first(List<Term> some, List<Term> otherwise) {
            return some.isEmpty() ? otherwise : some;
        }

        private static Optional<Contact> contact(Term thing, InMemoryGraph described) {
            return described.objects(thing, DCAT + "contactPoint").stream()
                    .flatMap(point -> described.objects(point, VCARD + "hasEmail").stream()
                            .map(mailbox -> new Contact(
                                    described.object(point, VCARD + "fn").orElse(mailbox),
                                    Term.Literal.of(mailbox.text().replaceFirst("^mailto:", "")))))
                    .findFirst();
        }
    }
}
