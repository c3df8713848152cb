package fr.pleiade.materialisation;

import fr.pleiade.quads.ByTerm;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
 * prp-inv2). A rule may name other properties and classes that its terms follow from, for what no ontology says, may say that its
 * properties are transitive (prp-trp), and along which others they lead on from what they follow from (prp-spo2), to things of which class. Nothing follows from a literal turned around, nothing is said of a thing
 * and itself, and nothing turned around is said of what no graph describes: it would look as if it were published.
 *
 * <pre>{@code
 * <#whole> mat:states :partOf ; mat:from :directlyPartOf ; mat:transitive true .
 * <#parts> mat:states :directPart ; mat:fromInverse :directlyPartOf .
 * <#town> mat:states schema:location ; mat:along :partOf ; mat:to :Town .
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Materialisation {
    private static final String NAMESPACE = "https://w3id.org/pleiade/materialisation#";

    /** Its objects are the properties and classes to be stated; the subject is a rule. */
    public static final String STATES = NAMESPACE + "states";

    /** From a rule to properties and classes that its terms follow from, besides those that the ontology names. */
    static final String FROM = NAMESPACE + "from";

    /** From a rule to properties that its terms follow from, turned around. */
    static final String FROM_INVERSE = NAMESPACE + "fromInverse";

    /** Of a rule, {@code true} where its properties lead on from thing to thing. */
    public static final String TRANSITIVE = NAMESPACE + "transitive";

    /** From a rule to properties: where a thing leads to another, and one of these on to a third, the thing leads to the third. */
    static final String ALONG = NAMESPACE + "along";

    /** From a rule to classes: only to things of these do its properties lead on. */
    static final String TO = NAMESPACE + "to";

    private static final String SUB_PROPERTY = Vocabulary.RDFS + "subPropertyOf";
    private static final String SUB_CLASS = Vocabulary.RDFS + "subClassOf";
    static final String INVERSE = Vocabulary.OWL + "inverseOf";
    private static final byte[] TYPE = bytes(Vocabulary.TYPE.toNTriples());

    /**
     * How many lines were written; nothing of a term that none was written of.
     *
     * @param properties by declared property
     * @param classes by declared class
     */
    public record Written(SortedMap<String, Long> properties, SortedMap<String, Long> classes) {
        public Written {
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
            classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        }

        boolean isNothing() {
            return properties.isEmpty() && classes.isEmpty();
        }

        /** {@return by declared term, how many lines were written} */
        public SortedMap<String, Long> terms() {
            SortedMap<String, Long> terms = new TreeMap<>(properties);
            classes.forEach((term, count) -> terms.merge(term, count, Long::sum));
            return terms;
        }

        /** {@return the properties of the lines} */
        public Set<String> predicates() {
            Set<String> predicates = new TreeSet<>(properties.keySet());
            if (!classes.isEmpty()) {
                predicates.add(Vocabulary.TYPE.value());
            }
            return predicates;
        }
    }

    private final SortedSet<String> declared;

    /** Rules by what they follow from. */
    private final ByTerm<Rule> properties = new ByTerm<>();

    private final ByTerm<Rule> classes = new ByTerm<>();

    private Materialisation(SortedSet<String> declared) {
        this.declared = declared;
    }

    /**
     * One step from a term as graphs have it to a declared one.
     *
     * @param to the declared one as it is written between two others
     * @param declared its IRI
     * @param chain where the property leads on to
     */
    private record Rule(byte[] to, String declared, Direction direction, Chain chain) {}

    /** How a rule leads from a statement to what it states; {@code NOWHERE} from the very statement, of which only a chain leads on. */
    private enum Direction {
        FORWARDS,
        TURNED,
        NOWHERE
    }

    /** A property, read forwards or backwards. */
    record Reading(String property, boolean isTurned) {}

    /** {@return the rules of an ontology; none if it declares nothing} */
    public static Materialisation of(InMemoryGraph ontology) {
        InMemoryGraph steps = steps(ontology);
        Materialisation made = new Materialisation(declared(ontology));
        for (String declared : made.declared) {
            List<Reading> readings = readings(steps, declared);
            Chain chain = chain(ontology, steps, declared);
            if (!chain.isNone()) {
                made.properties.add(bytes(written(declared)), rule(declared, Direction.NOWHERE, chain));
            }
            for (Reading reading : readings) {
                Direction direction = reading.isTurned() ? Direction.TURNED : Direction.FORWARDS;
                made.properties.add(bytes(written(reading.property())), rule(declared, direction, chain));
            }
            for (String narrower : narrower(steps, declared)) {
                made.classes.add(bytes(written(narrower)), rule(declared, Direction.FORWARDS, Chain.NONE));
            }
        }
        return made;
    }

    static SortedSet<String> declared(InMemoryGraph ontology) {
        SortedSet<String> declared = new TreeSet<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().text().equals(STATES) && triple.object() instanceof Term.Iri term) {
                declared.add(term.value());
            }
        }
        return declared;
    }

    /** {@return the steps that the ontology has and, as if it had them, those that its rules name} */
    static InMemoryGraph steps(InMemoryGraph ontology) {
        InMemoryGraph steps = new InMemoryGraph();
        for (Quad triple : ontology.triples()) {
            String predicate = triple.predicate().text();
            if (Set.of(SUB_PROPERTY, SUB_CLASS, INVERSE).contains(predicate)) {
                steps.add(triple);
            } else if (predicate.equals(STATES)) {
                for (Term from : ontology.objects(triple.subject(), FROM)) {
                    steps.add(step(from, SUB_PROPERTY, triple.object()));
                    steps.add(step(from, SUB_CLASS, triple.object()));
                }
                ontology.objects(triple.subject(), FROM_INVERSE)
                        .forEach(from -> steps.add(step(from, INVERSE, triple.object())));
            }
        }
        return steps;
    }

    private static Quad step(Term from, String predicate, Term to) {
        return new Quad(from, new Term.Iri(predicate), to, Quad.DEFAULT_GRAPH);
    }

    static Chain chain(InMemoryGraph ontology, InMemoryGraph steps, String declared) {
        SortedSet<String> along = new TreeSet<>();
        SortedSet<String> classes = new TreeSet<>();
        for (Term rule : ontology.subjects(STATES, new Term.Iri(declared)).toList()) {
            along.addAll(iris(ontology.objects(rule, ALONG)));
            classes.addAll(iris(ontology.objects(rule, TO)));
            if (ontology.objects(rule, TRANSITIVE).stream()
                    .anyMatch(value -> value.text().equals("true"))) {
                along.add(declared);
            }
        }
        SortedSet<String> all = new TreeSet<>(along);
        for (String property : along) {
            readings(steps, property).stream()
                    .filter(reading -> !reading.isTurned())
                    .forEach(reading -> all.add(reading.property()));
        }
        return new Chain(all, classes);
    }

    /** Goes down from a property, turning at each inverse; the property itself, read forwards, is not among them. */
    static List<Reading> readings(InMemoryGraph ontology, String declared) {
        Reading first = new Reading(declared, false);
        Set<Reading> seen = new HashSet<>(Set.of(first));
        List<Reading> found = new ArrayList<>();
        Deque<Reading> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Reading at = open.remove();
            Term.Iri property = new Term.Iri(at.property());
            List<Reading> next = new ArrayList<>();
            iris(ontology.subjects(SUB_PROPERTY, property).toList())
                    .forEach(below -> next.add(new Reading(below, at.isTurned())));
            iris(ontology.subjects(INVERSE, property).toList())
                    .forEach(inverse -> next.add(new Reading(inverse, !at.isTurned())));
            iris(ontology.objects(property, INVERSE))
                    .forEach(inverse -> next.add(new Reading(inverse, !at.isTurned())));
            for (Reading reading : next) {
                if (seen.add(reading)) {
                    found.add(reading);
                    open.add(reading);
                }
            }
        }
        return found;
    }

    static List<String> narrower(InMemoryGraph ontology, String declared) {
        Set<String> seen = new HashSet<>(Set.of(declared));
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Term.Iri broader = new Term.Iri(open.remove());
            for (String below : iris(ontology.subjects(SUB_CLASS, broader).toList())) {
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

    private static Rule rule(String to, Direction direction, Chain chain) {
        return new Rule(bytes(" " + written(to) + " "), to, direction, chain);
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
     * @param graph sorted
     * @param others sorted graphs that describe things that this one leads to, and in which chains lead on from them
     * @return how many lines were written
     */
    public Written write(Path graph, List<Path> others, OutputStream lines) throws IOException {
        SortedMap<String, Long> written = new TreeMap<>();
        SortedMap<String, Long> ofClasses = new TreeMap<>();
        Chain.Walk walk = new Chain.Walk(graph, others);
        try (LineReader reader = new LineReader(graph)) {
            while (reader.next()) {
                QuadLine line = reader.quad();
                for (Rule rule : properties.of(line, QuadLine.PREDICATE)) {
                    if (!(rule.direction() == Direction.TURNED && line.isLiteral(QuadLine.OBJECT))) {
                        long count = writeProperty(rule, line, walk, lines);
                        written.merge(rule.declared(), count, Long::sum);
                    }
                }
                if (!classes.isEmpty() && line.is(QuadLine.PREDICATE, TYPE)) {
                    writeClasses(line, lines, ofClasses);
                }
            }
        }
        written.values().removeIf(count -> count == 0);
        return new Written(written, ofClasses);
    }

    private void writeClasses(QuadLine line, OutputStream lines, SortedMap<String, Long> written) throws IOException {
        for (Rule rule : classes.of(line, QuadLine.OBJECT)) {
            writeClass(rule, line, lines);
            written.merge(rule.declared(), 1L, Long::sum);
        }
    }

    /** {@return how many lines it wrote} */
    private static long writeProperty(Rule rule, QuadLine line, Chain.Walk walk, OutputStream lines)
            throws IOException {
        long written = 0;
        boolean isTurned = rule.direction() == Direction.TURNED;
        if (rule.direction() != Direction.NOWHERE && !(isTurned && !walk.isDescribed(text(line, QuadLine.OBJECT)))) {
            term(line, isTurned ? QuadLine.OBJECT : QuadLine.SUBJECT, lines);
            lines.write(rule.to());
            term(line, isTurned ? QuadLine.SUBJECT : QuadLine.OBJECT, lines);
            end(line, lines);
            written++;
        }
        for (byte[] further : walk.from(rule.chain(), line)) {
            if (isTurned && !walk.isDescribed(new String(further, StandardCharsets.UTF_8))) {
                continue;
            }
            if (isTurned) {
                lines.write(further);
                lines.write(rule.to());
                term(line, QuadLine.SUBJECT, lines);
            } else {
                term(line, QuadLine.SUBJECT, lines);
                lines.write(rule.to());
                lines.write(further);
            }
            end(line, lines);
            written++;
        }
        return written;
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

    private static String text(QuadLine line, int term) {
        return new String(line.bytes(), line.start(term), line.end(term) - line.start(term), StandardCharsets.UTF_8);
    }

    /** The graph's name, the full stop, and the end of the line. */
    private static void end(QuadLine line, OutputStream lines) throws IOException {
        int from = line.end(QuadLine.OBJECT);
        lines.write(line.bytes(), from, line.end() - from);
        lines.write('\n');
    }
}
