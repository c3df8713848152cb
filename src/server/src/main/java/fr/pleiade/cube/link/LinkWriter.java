package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.EDTF;
import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a cube in the words of cube.link: a {@code cube:Cube} with one set of observations, and one constraint that says of each dimension
 * its values, datatype, kind of node and scale.
 *
 * <p>Its parts have addresses behind that of the cube, {@code #observations}, {@code #constraint}, {@code #constraint-2}. An observation is of
 * one class and has nothing but what the constraint, which is closed, names.
 */
public final class LinkWriter {
    private static final String META = CUBE_LINK + "meta/";
    private static final String TIME = "http://www.w3.org/2006/time#";
    private static final Term PUBLISHED = iri("https://ld.admin.ch/vocabulary/CreativeWorkStatus/Published");
    private static final Term VISUALIZE = iri("https://ld.admin.ch/application/visualize");
    private static final Term ONE = Term.Literal.typed("1", XSD + "integer");

    /** The datatypes of times that visualize.admin.ch reads by themselves. */
    private static final Set<String> TIMES = Set.of(XSD + "gYear", XSD + "gYearMonth", XSD + "date", XSD + "dateTime");

    private final Term.Iri cube;
    private final Consumer<Quad> triples;

    /** @param cube the address of the cube */
    public LinkWriter(Term.Iri cube, Consumer<Quad> triples) {
        this.cube = cube;
        this.triples = triples;
    }

    /**
     * Says what a cube is.
     *
     * @param said by the local name of a property of schema.org: names, descriptions, days, publisher, contact, licence
     */
    public void describe(Map<String, List<Term>> said) {
        say(cube, TYPE.value(), iri(CUBE_LINK + "Cube"));
        said.forEach((property, values) -> values.forEach(value -> say(cube, SCHEMA + property, value)));
        say(cube, SCHEMA + "creativeWorkStatus", PUBLISHED);
        say(cube, SCHEMA + "workExample", VISUALIZE);
        say(cube, CUBE_LINK + "observationSet", set());
        say(cube, CUBE_LINK + "observationConstraint", part("constraint"));
        say(set(), TYPE.value(), iri(CUBE_LINK + "ObservationSet"));
    }

    /** Says whom to ask about it. {@return the address of that} */
    public Term contact(Term name, Term mailbox) {
        Term.Iri contact = part("contact");
        say(contact, TYPE.value(), iri(SCHEMA + "ContactPoint"));
        say(contact, SCHEMA + "name", name);
        say(contact, SCHEMA + "email", mailbox);
        return contact;
    }

    /**
     * Says what observations have.
     *
     * @param observer who made them, said of each
     */
    public void constrain(List<LinkComponent> components, Term observer) {
        Term.Iri constraint = part("constraint");
        say(constraint, TYPE.value(), iri(SHACL + "NodeShape"));
        say(constraint, TYPE.value(), iri(CUBE_LINK + "Constraint"));
        say(constraint, SHACL + "closed", Term.Literal.typed("true", XSD + "boolean"));
        say(set(), CUBE_LINK + "observedBy", observer);
        among(property(1, TYPE.value(), "IRI"), List.of(iri(CUBE_LINK + "Observation")));
        among(property(2, CUBE_LINK + "observedBy", "IRI"), List.of(observer));
        for (int i = 0; i < components.size(); i++) {
            component(3 + i, components.get(i));
        }
    }

    private void component(int place, LinkComponent component) {
        boolean isThings = component.isThings();
        boolean isMixed = isThings && !component.values().stream().allMatch(Term.Iri.class::isInstance);
        Term.Iri node = property(place, component.path(), isMixed ? "IRIOrLiteral" : isThings ? "IRI" : "Literal");
        say(node, TYPE.value(), iri(CUBE_LINK + (component.isMeasure() ? "MeasureDimension" : "KeyDimension")));
        component.names().forEach(name -> say(node, SCHEMA + "name", name));
        Optional<String> datatype = component.datatype();
        datatype.ifPresent(type -> say(node, SHACL + "datatype", iri(type)));
        component.unit().ifPresent(unit -> say(node, QUDT + "hasUnit", unit));
        boolean isTime = datatype.filter(type -> TIMES.contains(type) || type.equals(EDTF))
                .isPresent();
        String usual = component.isMeasure() ? "RatioScale" : isTime ? "IntervalScale" : "NominalScale";
        say(node, QUDT + "scaleType", iri(QUDT + (component.scale().isEmpty() ? usual : component.scale())));
        if (component.isMeasure()) {
            say(node, SHACL + "minInclusive", component.values().get(0));
            say(
                    node,
                    SHACL + "maxInclusive",
                    component.values().get(component.values().size() - 1));
        } else {
            among(node, component.values());
        }
        if (isTime) {
            Term.Iri kind = part("constraint-" + place + "-time");
            say(node, META + "dataKind", kind);
            say(kind, TYPE.value(), iri(TIME + "GeneralDateTimeDescription"));
            if (!TIMES.contains(datatype.orElseThrow())) {
                say(kind, TIME + "unitType", iri(TIME + "unitYear"));
            }
        }
    }

    private Term.Iri property(int place, String path, String kind) {
        Term.Iri node = part("constraint-" + place);
        say(part("constraint"), SHACL + "property", node);
        say(node, SHACL + "path", iri(path));
        say(node, SHACL + "nodeKind", iri(SHACL + kind));
        say(node, SHACL + "minCount", ONE);
        say(node, SHACL + "maxCount", ONE);
        return node;
    }

    private void among(Term.Iri node, List<Term> values) {
        Term next = iri(RDF + "nil");
        for (int i = values.size() - 1; i >= 0; i--) {
            Term.Iri cell = iri(node.value() + "-" + (i + 1));
            say(cell, RDF + "first", values.get(i));
            say(cell, RDF + "rest", next);
            next = cell;
        }
        say(node, SHACL + "in", next);
    }

    /** Says that the cube has an observation, and who made it. */
    public void observation(Term observation, Term observer) {
        say(set(), CUBE_LINK + "observation", observation);
        say(observation, TYPE.value(), iri(CUBE_LINK + "Observation"));
        say(observation, CUBE_LINK + "observedBy", observer);
    }

    /** Says a value of an observation. */
    public void value(Term observation, String path, Term value) {
        say(observation, path, LinkComponent.plain(value));
    }

    private Term.Iri set() {
        return part("observations");
    }

    private Term.Iri part(String name) {
        return iri(cube.value() + "#" + name);
    }

    private static Term.Iri iri(String iri) {
        return new Term.Iri(iri);
    }

    private void say(Term subject, String property, Term object) {
        triples.accept(new Quad(subject, iri(property), object));
    }
}
