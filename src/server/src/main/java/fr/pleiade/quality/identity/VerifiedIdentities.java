package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.LOCN;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.register.Register;
import fr.pleiade.quality.register.RegisterFile;
import fr.pleiade.quality.register.RegisterRecord;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares each {@code owl:sameAs} to a record of a register with the record: names, place, parents, other identifiers, status.
 *
 * <p>Memory: the things that say to be the same as something, and the records that they lead to.
 */
public final class VerifiedIdentities {
    private static final Set<String> NAMES = Set.of(
            SKOS + "prefLabel",
            SKOS + "altLabel",
            SKOS + "hiddenLabel",
            RDFS + "label",
            FOAF + "name",
            SCHEMA + "name",
            SCHEMA + "legalName",
            SCHEMA + "alternateName");
    private static final Set<String> PLACES = Set.of(LOCN + "postName", SCHEMA + "addressLocality");

    private final Register register;
    private final RegisterFile file;
    private final BorneCodes codes;

    /**
     * @param file the register's records
     * @param systems the systems that the site declares
     */
    public VerifiedIdentities(Register register, Path file, IdentifierSystems systems) {
        this.register = register;
        this.codes = new BorneCodes(systems, List.of());
        this.file = new RegisterFile(register, file, systems, codes);
    }

    /**
     * Compares the links of one dataset.
     * {@return how many links are withheld}
     *
     * @param graph its sorted N-Quads
     * @param rows finds the rows that triples of the default graph come from
     * @param withheld takes each {@code owl:sameAs} that must not be published, as a line of the graph
     * @throws IOException if the register cannot be read
     */
    public long find(
            Path graph, Function<Set<Quad>, Map<Quad, Place>> rows, LineSorter withheld, Consumer<Finding> findings)
            throws IOException {
        Map<String, SaidIdentity> things = things(graph);
        Map<String, RegisterRecord> records = records(things);
        describe(graph, things, records);
        List<IdentityDoubt> doubts = new ArrayList<>();
        for (SaidIdentity thing : things.values()) {
            for (Quad link : thing.links()) {
                RegisterRecord record = target(link).map(records::get).orElse(null);
                if (record != null) {
                    doubts.addAll(new Comparison(register, thing, link, record, codes).doubts(records));
                }
            }
        }
        Set<Quad> wanted = doubts.stream()
                .map(doubt -> doubt.link().in(Quad.DEFAULT_GRAPH))
                .collect(Collectors.toSet());
        Map<Quad, Place> places = wanted.isEmpty() ? Map.of() : rows.apply(wanted);
        doubts.forEach(doubt -> findings.accept(doubt.finding(places)));
        Set<Quad> out = doubts.stream()
                .filter(IdentityDoubt::isWithheld)
                .map(IdentityDoubt::link)
                .collect(Collectors.toSet());
        for (Quad link : out) {
            withheld.write((link.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }

    /**
     * {@return how many links of a published graph lead to records that are held and do not contradict them, by what their IRIs begin with, up to
     * the first slash of the path}
     *
     * @throws IOException if the register cannot be read
     */
    public SortedMap<String, Long> confirmed(Path graph) throws IOException {
        Map<String, SaidIdentity> things = things(graph);
        Map<String, RegisterRecord> records = records(things);
        SortedMap<String, Long> confirmed = new TreeMap<>();
        for (SaidIdentity thing : things.values()) {
            for (Quad link : thing.links()) {
                if (target(link).filter(records::containsKey).isPresent()) {
                    String iri = link.object().text();
                    confirmed.merge(iri.substring(0, iri.indexOf('/', iri.indexOf("//") + 2) + 1), 1L, Long::sum);
                }
            }
        }
        return confirmed;
    }

    private Optional<String> target(Quad link) {
        return link.object() instanceof Term.Iri target ? codes.ofTarget(target.value()) : Optional.empty();
    }

    private static String bearer(Quad quad) {
        String subject = quad.subject().text();
        int fragment = subject.indexOf('#');
        return fragment < 0 ? subject : subject.substring(0, fragment);
    }

    private static Map<String, SaidIdentity> things(Path graph) {
        Map<String, SaidIdentity> things = new TreeMap<>();
        GraphLines.read(
                graph,
                Set.of(new Term.Iri(BorneCodes.SAME_AS).toNTriples()),
                quad -> things.computeIfAbsent(bearer(quad), thing -> new SaidIdentity())
                        .links()
                        .add(quad));
        return things;
    }

    /** {@return the records that links lead to, and those of their parents} */
    private Map<String, RegisterRecord> records(Map<String, SaidIdentity> things) throws IOException {
        Set<String> wanted = things.values().stream()
                .flatMap(thing -> thing.links().stream())
                .flatMap(link -> target(link).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, RegisterRecord> records = file.records(wanted);
        Set<String> parents = records.values().stream()
                .flatMap(record -> record.parents().stream())
                .filter(parent -> !records.containsKey(parent))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!parents.isEmpty()) {
            records.putAll(file.records(parents));
        }
        return records;
    }

    private void describe(Path graph, Map<String, SaidIdentity> things, Map<String, RegisterRecord> records) {
        Set<String> properties = new TreeSet<>();
        NAMES.forEach(name -> properties.add(new Term.Iri(name).toNTriples()));
        PLACES.forEach(place -> properties.add(new Term.Iri(place).toNTriples()));
        if (records.isEmpty()) {
            return;
        }
        GraphLines.read(graph, properties, quad -> {
            SaidIdentity thing = things.get(bearer(quad));
            if (thing != null) {
                (NAMES.contains(quad.predicate().value()) ? thing.names() : thing.places())
                        .add(quad.object().text());
            }
        });
    }
}
