package fr.pleiade.materialisation;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows from the statements of a graph by an ontology, of the terms alone that the ontology declares with {@link #STATES}.
 *
 * <p>A declared property follows from its subproperties and, turned around, from its inverses; a declared class from its subclasses;
 * each over any number of steps, found once when the rules are read (RDFS 1.1, rdfs5, rdfs7, rdfs9, rdfs11; OWL 2 RL, prp-inv1 and
 * prp-inv2). Nothing follows from a literal turned around. Immutable.
 */
public final class Materialisation {
    /** Its objects are the properties and classes to be stated; the subject is of no matter. */
    public static final String STATES = "https://w3id.org/pleiade/materialisation#states";

    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String INVERSE = "http://www.w3.org/2002/07/owl#inverseOf";
    private static final byte[] TYPE = bytes("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>");

    private final List<Rule> properties = new ArrayList<>();
    private final List<Rule> classes = new ArrayList<>();

    private Materialisation() {}

    /** One step from a term as graphs have it to a declared one. */
    private record Rule(byte[] from, byte[] to, String declared, boolean isTurned) {}

    /** A property, read forwards or backwards. */
    private record Reading(String property, boolean isTurned) {}

    /** {@return the rules of an ontology; none if it declares nothing} */
    public static Materialisation of(InMemoryGraph ontology) {
        Materialisation made = new Materialisation();
        for (String declared : declared(ontology)) {
            for (Reading reading : readings(ontology, declared)) {
                made.properties.add(rule(reading.property(), declared, reading.isTurned()));
            }
            for (String narrower : narrower(ontology, declared)) {
                made.classes.add(rule(narrower, declared, false));
            }
        }
        return made;
    }

    private static SortedSet<String> declared(InMemoryGraph ontology) {
        SortedSet<String> declared = new TreeSet<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().text().equals(STATES) && triple.object() instanceof Term.Iri term) {
                declared.add(term.value());
            }
        }
        return declared;
    }

    /** Goes down from a property, turning at each inverse; the property itself, read forwards, is not among them. */
    private static List<Reading> readings(InMemoryGraph ontology, String declared) {
        Reading first = new Reading(declared, false);
        Set<Reading> seen = new HashSet<>(Set.of(first));
        List<Reading> found = new ArrayList<>();
        Deque<Reading> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Reading at = open.remove();
            Term.Iri property = new Term.Iri(at.property());
            List<Reading> next = new ArrayList<>();
            iris(ontology.subjects(RDFS + "subPropertyOf", property).toList())
                    .forEach(below -> next.add(new Reading(below, at.isTurned())));
            iris(ontology.subjects(INVERSE, property).toList())
                    .forEach(inverse -> next.add(new Reading(inverse, !at.isTurned())));
            iris(ontology.objects(property, INVERSE)).forEach(inverse -> next.add(new Reading(inverse, !at.isTurned())));
            for (Reading reading : next) {
                if (seen.add(reading)) {
                    found.add(reading);
                    open.add(reading);
                }
            }
        }
        return found;
    }

    private static List<String> narrower(InMemoryGraph ontology, String declared) {
        Set<String> seen = new HashSet<>(Set.of(declared));
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Term.Iri broader = new Term.Iri(open.remove());
            for (String below :
                    iris(ontology.subjects(RDFS + "subClassOf", broader).toList())) {
                if (seen.add(below)) {
                    found.add(below);
                    open.add(below);
                }
            }
        }
        return found;
    }

    private static SortedSet<String> iris(List<Term> terms) {
        SortedSet<String> iris = new TreeSet<>();
        for (Term term : terms) {
            if (term instanceof Term.Iri iri) {
                iris.add(iri.value());
            }
        }
        return iris;
    }

    private static Rule rule(String from, String to, boolean isTurned) {
        return new Rule(bytes(written(from)), bytes(" " + written(to) + " "), to, isTurned);
    }

    private static String written(String iri) {
        return "<" + iri + ">";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return properties.isEmpty() && classes.isEmpty();
    }

    /**
     * Writes what follows from each line of a graph, as lines of the same graph, in the order of the lines that they follow from.
     * A line that follows twice, or that the graph has, is written all the same: who sorts them drops it.
     *
     * @return by declared term, how many lines were written
     */
    public SortedMap<String, Long> write(Path graph, OutputStream lines) throws IOException {
        SortedMap<String, Long> written = new TreeMap<>();
        try (LineReader reader = new LineReader(graph)) {
            while (reader.next()) {
                QuadLine line = reader.quad();
                for (Rule rule : properties) {
                    if (line.is(QuadLine.PREDICATE, rule.from()) && !(rule.isTurned() && line.isLiteral(QuadLine.OBJECT))) {
                        writeProperty(rule, line, lines);
                        written.merge(rule.declared(), 1L, Long::sum);
                    }
                }
                if (!classes.isEmpty() && line.is(QuadLine.PREDICATE, TYPE)) {
                    for (Rule rule : classes) {
                        if (line.is(QuadLine.OBJECT, rule.from())) {
                            writeClass(rule, line, lines);
                            written.merge(rule.declared(), 1L, Long::sum);
                        }
                    }
                }
            }
        }
        return written;
    }

    private static void writeProperty(Rule rule, QuadLine line, OutputStream lines) throws IOException {
        term(line, rule.isTurned() ? QuadLine.OBJECT : QuadLine.SUBJECT, lines);
        lines.write(rule.to());
        term(line, rule.isTurned() ? QuadLine.SUBJECT : QuadLine.OBJECT, lines);
        end(line, lines);
    }

    private static void writeClass(Rule rule, QuadLine line, OutputStream lines) throws IOException {
        term(line, QuadLine.SUBJECT, lines);
        lines.write(' ');
        lines.write(TYPE);
        lines.write(rule.to(), 0, rule.to().length - 1);
        end(line, lines);
    }

    private static void term(QuadLine line, int term, OutputStream lines) throws IOException {
        lines.write(line.bytes(), line.start(term), line.end(term) - line.start(term));
    }

    /** The graph's name, the full stop, and the end of the line. */
    private static void end(QuadLine line, OutputStream lines) throws IOException {
        int from = line.end(QuadLine.OBJECT);
        lines.write(line.bytes(), from, line.end() - from);
        lines.write('\n');
    }
}
