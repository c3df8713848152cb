package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which codes are used, and which are listed: IC-19 to IC-21, judged when all lines have been read.
 *
 * <p>A code list is a concept scheme ({@code skos:inScheme}, {@code skos:hasTopConcept} or its inverse), a collection
 * ({@code skos:member}) or a {@code qb:HierarchicalCodeList}, whose codes are its roots and what its {@code qb:parentChildProperty}
 * leads to. Memory: each distinct code that is used, and a number for each that is listed.
 */
final class Codes {
    private static final Text NOT_LISTED =
            new Text("<%s> has the code %s, which is not in <%s>", "<%s> a le code %s, qui n'est pas dans <%s>");
    private static final byte[] CONCEPT = ("<" + SKOS + "Concept>").getBytes(StandardCharsets.US_ASCII);

    private final InMemoryGraph description;
    private final List<Listing> listings = new ArrayList<>();
    private final Set<Long> concepts = new HashSet<>();
    private final Map<Long, Set<Long>> members = new HashMap<>();
    private final Map<String, Map<String, String>> used = new TreeMap<>();

    /** A property by which codes are listed, by its hash; few, so that a number is not made an object for each line to look one up. */
    private record Listing(long property, Consumer<QuadLine> reader) {}

    /** What a list's own hierarchy says, read along the lines of one property. */
    private record Hierarchy(Map<Long, Set<Long>> children) {}

    private final Map<Long, Hierarchy> hierarchies = new HashMap<>();

    Codes(InMemoryGraph description) {
        this.description = description;
        list(hash(RDF + "type"), line -> {
            if (line.is(QuadLine.OBJECT, CONCEPT)) {
                concepts.add(hash(line, QuadLine.SUBJECT));
            }
        });
        list(hash(SKOS + "inScheme"), line -> add(line, QuadLine.OBJECT, QuadLine.SUBJECT));
        list(hash(SKOS + "topConceptOf"), line -> add(line, QuadLine.OBJECT, QuadLine.SUBJECT));
        list(hash(SKOS + "hasTopConcept"), line -> add(line, QuadLine.SUBJECT, QuadLine.OBJECT));
        list(hash(SKOS + "member"), line -> add(line, QuadLine.SUBJECT, QuadLine.OBJECT));
        for (Term list : hierarchicalLists()) {
            description.objects(list, QB + "parentChildProperty").forEach(this::follow);
        }
    }

    private List<Term> hierarchicalLists() {
        return description
                .subjects(Cubes.TYPE, Cubes.iri(QB + "HierarchicalCodeList"))
                .toList();
    }

    private void follow(Term property) {
        Hierarchy hierarchy = new Hierarchy(new HashMap<>());
        hierarchies.put(hash(property.toNTriples()), hierarchy);
        inverse(property)
                .ifPresentOrElse(
                        inverse ->
                                list(hash(inverse), line -> link(hierarchy, line, QuadLine.OBJECT, QuadLine.SUBJECT)),
                        () -> list(
                                hash(property.text()),
                                line -> link(hierarchy, line, QuadLine.SUBJECT, QuadLine.OBJECT)));
    }

    /** A blank node stands for the inverse of a property. */
    private Optional<String> inverse(Term property) {
        return property instanceof Term.BlankNode
                ? description.object(property, OWL + "inverseOf").map(Term::text)
                : Optional.empty();
    }

    private static void link(Hierarchy hierarchy, QuadLine line, int parent, int child) {
        hierarchy
                .children()
                .computeIfAbsent(hash(line, parent), key -> new HashSet<>())
                .add(hash(line, child));
    }

    private void add(QuadLine line, int list, int code) {
        members.computeIfAbsent(hash(line, list), key -> new HashSet<>()).add(hash(line, code));
    }

    private void list(long property, Consumer<QuadLine> reader) {
        listings.removeIf(listing -> listing.property() == property);
        listings.add(new Listing(property, reader));
    }

    /** Reads a line that may list a code. */
    void read(QuadLine line, long predicate) {
        for (Listing listing : listings) {
            if (listing.property() == predicate) {
                listing.reader().accept(line);
            }
        }
    }

    /** A code was met in an observation, which is asked for its name if it is the first that has it. */
    void use(CubeStructure.Component component, String code, Supplier<String> observation) {
        used.computeIfAbsent(component.property(), key -> new LinkedHashMap<>())
                .computeIfAbsent(code, key -> observation.get());
    }

    /** Tells of the codes that are not listed, each once, with the first observation that has it. */
    void judge(Collection<CubeStructure> structures, Consumer<Violation> violations) {
        Set<CubeStructure.Component> coded = new LinkedHashSet<>();
        structures.forEach(structure -> structure.components().stream()
                .filter(component -> component.codeList().isPresent())
                .forEach(coded::add));
        for (CubeStructure.Component component : coded) {
            Listed listed = listed(component.codeList().orElseThrow());
            used.getOrDefault(component.property(), Map.of()).forEach((code, observation) -> {
                if (!listed.codes().contains(hash(code.getBytes(StandardCharsets.UTF_8)))) {
                    violations.accept(new Violation(
                            listed.constraint(),
                            observation,
                            NOT_LISTED.with(
                                    component.property(),
                                    code,
                                    component.codeList().get()),
                            List.of(Integrity.isObservation(observation))));
                }
            });
        }
    }

    private record Listed(Constraint constraint, Set<Long> codes) {}

    private Listed listed(String list) {
        Term named = Cubes.iri(list);
        if (!hierarchicalLists().contains(named)) {
            Set<Long> codes = new HashSet<>(members.getOrDefault(hash(named.toNTriples()), Set.of()));
            codes.retainAll(concepts);
            return new Listed(Constraint.IC_19, codes);
        }
        Set<Long> codes = new HashSet<>();
        Constraint constraint = Constraint.IC_20;
        List<Long> roots = new ArrayList<>();
        description.objects(named, QB + "hierarchyRoot").forEach(root -> roots.add(hash(root.toNTriples())));
        for (Term property : description.objects(named, QB + "parentChildProperty")) {
            constraint = property instanceof Term.BlankNode ? Constraint.IC_21 : constraint;
            Hierarchy hierarchy = hierarchies.get(hash(property.toNTriples()));
            codes.addAll(hierarchy == null ? roots : below(roots, hierarchy));
        }
        codes.addAll(roots);
        return new Listed(constraint, codes);
    }

    private static Set<Long> below(List<Long> roots, Hierarchy hierarchy) {
        Set<Long> reached = new HashSet<>(roots);
        Deque<Long> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (Long child : hierarchy.children().getOrDefault(open.remove(), Set.of())) {
                if (reached.add(child)) {
                    open.add(child);
                }
            }
        }
        return reached;
    }

    private static long hash(QuadLine line, int term) {
        return Hash64.ofWords(line.bytes(), line.start(term), line.end(term));
    }

    private static long hash(byte[] term) {
        return Hash64.ofWords(term, 0, term.length);
    }

    /** {@return the hash of a term, of an IRI also without its brackets} */
    static long hash(String term) {
        String written = term.startsWith("<") || term.startsWith("_:") ? term : "<" + term + ">";
        return hash(written.getBytes(StandardCharsets.UTF_8));
    }
}
