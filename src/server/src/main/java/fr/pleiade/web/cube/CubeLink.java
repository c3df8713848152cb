package fr.pleiade.web.cube;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Entry;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.page.Contact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A slice in the words of cube.link, as visualize.admin.ch opens cubes: a {@code cube:Cube} with a set of observations, and one constraint
 * that says of each dimension its values, datatype, kind of node and scale. Only observations that have a number are in it.
 *
 * <p>Memory: the values that the slice has; observations are written as they are read, once for the constraint and once for themselves.
 *
 * @see <a href="https://cube.link/">cube.link</a>
 */
final class CubeLink {
    /** The namespace of cube.link, by which its profile is called too. */
    static final String CUBE = "https://cube.link/";

    private static final Term.Iri PUBLISHED =
            new Term.Iri("https://ld.admin.ch/vocabulary/CreativeWorkStatus/Published");
    private static final Term.Iri VISUALIZE = new Term.Iri("https://ld.admin.ch/application/visualize");

    private final Slice slice;
    private final Cube cube;
    private final Term.Iri address;
    private final Consumer<Quad> triples;
    private int blanks;

    /** @param address that of the slice, with its query */
    CubeLink(Slice slice, String address, Consumer<Quad> triples) {
        this.slice = slice;
        this.cube = slice.cube();
        this.address = new Term.Iri(address);
        this.triples = triples;
    }

    void write() {
        Term.Iri set = new Term.Iri(address.value() + "#observations");
        Term.Iri constraint = new Term.Iri(address.value() + "#constraint");
        Term.Iri publisher = publisher();
        describe(publisher);
        say(address, CUBE + "observationSet", set);
        say(address, CUBE + "observationConstraint", constraint);
        say(set, TYPE.value(), new Term.Iri(CUBE + "ObservationSet"));
        say(set, CUBE + "observedBy", publisher);
        List<Set<Integer>> used = new ArrayList<>();
        cube.dimensions().forEach(dimension -> used.add(new TreeSet<>()));
        BitSet measures = new BitSet();
        BitSet decimals = new BitSet();
        slice.give(Integer.MAX_VALUE, entry -> note(entry, used, measures, decimals));
        constrain(constraint, used, measures, decimals);
        slice.give(Integer.MAX_VALUE, entry -> observation(entry, set, publisher, decimals));
    }

    private void describe(Term.Iri publisher) {
        say(address, TYPE.value(), new Term.Iri(CUBE + "Cube"));
        names(address, SCHEMA + "name", language -> cube.title(language.locale()));
        names(address, SCHEMA + "description", language -> cube.served().title(graph(), language.locale()));
        String day = cube.release().created().toString().substring(0, "2026-01-31".length());
        for (String dated : List.of("dateCreated", "datePublished", "dateModified")) {
            say(address, SCHEMA + dated, Term.Literal.typed(day, XSD + "date"));
        }
        say(address, SCHEMA + "creativeWorkStatus", PUBLISHED);
        say(address, SCHEMA + "workExample", VISUALIZE);
        say(address, SCHEMA + "publisher", publisher);
        say(address, SCHEMA + "isBasedOn", new Term.Iri(cube.dataSet()));
        cube.served()
                .catalog()
                .object(new Term.Iri(cube.release().base() + "dataset/" + graph()), DCT + "license")
                .ifPresent(license -> say(address, SCHEMA + "license", license));
        Term.BlankNode contact = blank();
        say(address, SCHEMA + "contactPoint", contact);
        say(contact, TYPE.value(), new Term.Iri(SCHEMA + "ContactPoint"));
        String named = cube.served().lexicon().name(publisher.value(), Language.OF_READERS.locale());
        String mailbox = Contact.of(cube.served().site()).replaceFirst("^mailto:", "");
        say(contact, SCHEMA + "name", Term.Literal.of(named));
        say(contact, SCHEMA + "email", Term.Literal.of(mailbox));
    }

    private String graph() {
        return cube.table().graphs().get(0);
    }

    private Term.Iri publisher() {
        Term dataset = new Term.Iri(cube.release().base() + "dataset/" + graph());
        Optional<Term> said = cube.served().catalog().object(dataset, DCT + "publisher");
        return said.filter(Term.Iri.class::isInstance)
                .map(Term.Iri.class::cast)
                .orElseGet(() -> cube.served().site().catalog().iri());
    }

    private void note(Entry entry, List<Set<Integer>> used, BitSet measures, BitSet decimals) {
        entry.number().ifPresent(number -> {
            for (Dimension dimension : cube.dimensions()) {
                int code = entry.codes().get(dimension.place());
                if (code >= 0) {
                    used.get(dimension.place()).add(code);
                }
            }
            measures.set(entry.measure());
            if (number.scale() > 0) {
                decimals.set(entry.measure());
            }
        });
    }

    private void constrain(Term.Iri constraint, List<Set<Integer>> used, BitSet measures, BitSet decimals) {
        say(constraint, TYPE.value(), new Term.Iri(SHACL + "NodeShape"));
        say(constraint, TYPE.value(), new Term.Iri(CUBE + "Constraint"));
        property(
                constraint,
                TYPE.value(),
                SHACL + "IRI",
                node -> say(node, SHACL + "in", list(List.of(new Term.Iri(CUBE + "Observation")))));
        property(
                constraint,
                CUBE + "observedBy",
                SHACL + "IRI",
                node -> say(node, SHACL + "in", list(List.of(publisher()))));
        for (Dimension dimension : cube.dimensions()) {
            List<Term> values = used.get(dimension.place()).stream()
                    .map(code -> dimension.values().get(code))
                    .toList();
            boolean isIri = values.stream().anyMatch(Term.Iri.class::isInstance);
            property(constraint, dimension.property(), isIri ? SHACL + "IRI" : SHACL + "Literal", node -> {
                say(node, TYPE.value(), new Term.Iri(CUBE + "KeyDimension"));
                names(node, SCHEMA + "name", language -> dimension.label(language.locale()));
                say(
                        node,
                        QUDT + "scaleType",
                        new Term.Iri(QUDT + (dimension.isTime() ? "IntervalScale" : "NominalScale")));
                if (!isIri && !values.isEmpty() && values.get(0) instanceof Term.Literal literal) {
                    say(node, SHACL + "datatype", new Term.Iri(literal.datatype()));
                }
                say(node, SHACL + "in", list(values));
            });
        }
        measures.stream()
                .forEach(measure ->
                        property(constraint, cube.table().measures().get(measure), SHACL + "Literal", node -> {
                            say(node, TYPE.value(), new Term.Iri(CUBE + "MeasureDimension"));
                            names(node, SCHEMA + "name", language -> cube.measure(measure, language.locale()));
                            say(node, QUDT + "scaleType", new Term.Iri(QUDT + "RatioScale"));
                            say(node, SHACL + "datatype", new Term.Iri(datatype(measure, decimals)));
                        }));
    }

    private static String datatype(int measure, BitSet decimals) {
        return XSD + (decimals.get(measure) ? "decimal" : "integer");
    }

    private void property(Term.Iri constraint, String path, String kind, Consumer<Term> more) {
        Term.BlankNode node = blank();
        say(constraint, SHACL + "property", node);
        say(node, SHACL + "path", new Term.Iri(path));
        say(node, SHACL + "nodeKind", new Term.Iri(kind));
        say(node, SHACL + "minCount", Term.Literal.typed("1", XSD + "integer"));
        say(node, SHACL + "maxCount", Term.Literal.typed("1", XSD + "integer"));
        more.accept(node);
    }

    private void observation(Entry entry, Term.Iri set, Term.Iri publisher, BitSet decimals) {
        entry.number().ifPresent(number -> {
            Term.Iri observation = new Term.Iri(
                    entry.parts() == 1 ? cube.observation(entry.row()) : address.value() + "#sum-" + entry.row());
            say(set, CUBE + "observation", observation);
            say(observation, TYPE.value(), new Term.Iri(CUBE + "Observation"));
            say(observation, CUBE + "observedBy", publisher);
            for (Dimension dimension : cube.dimensions()) {
                int code = entry.codes().get(dimension.place());
                if (code >= 0) {
                    say(observation, dimension.property(), dimension.values().get(code));
                }
            }
            say(
                    observation,
                    cube.table().measures().get(entry.measure()),
                    Term.Literal.typed(written(number), datatype(entry.measure(), decimals)));
        });
    }

    private static String written(BigDecimal number) {
        return number.toPlainString();
    }

    private Term list(List<Term> values) {
        Term next = new Term.Iri(RDF + "nil");
        for (int i = values.size() - 1; i >= 0; i--) {
            Term.BlankNode cell = blank();
            say(cell, RDF + "first", values.get(i));
            say(cell, RDF + "rest", next);
            next = cell;
        }
        return next;
    }

    private void names(Term subject, String property, Function<Language, String> name) {
        for (Language language : Language.values()) {
            say(subject, property, Term.Literal.inLanguage(name.apply(language), language.tag()));
        }
    }

    private Term.BlankNode blank() {
        return new Term.BlankNode("b" + blanks++);
    }

    private void say(Term subject, String property, Term object) {
        triples.accept(new Quad(subject, new Term.Iri(property), object));
    }
}
