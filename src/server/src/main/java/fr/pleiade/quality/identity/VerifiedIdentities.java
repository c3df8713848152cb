package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.LINK;
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
import java.util.stream.Stream;

/**
 * Compares each link to a record of a register with the record: names, place, parents, other identifiers, status. A link is an
 * {@code owl:sameAs}, or a statement by the property that a system of identifiers declares for its own.
 *
 * <p>Memory: the things that say to be the same as something, and the records that they lead to.
 */
public final class VerifiedIdentities {
    /** The properties by which it says how codes were compared, and what became of the records. */
    public static final Set<String> SAID = Set.of(
            LINK + "verifiedBy",
            LINK + "agrees",
            LINK + "recordStatus",
            DCT + "source",
            DCT + "isReplacedBy",
            DCT + "replaces");

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

    /** How many successions after one another are followed, each by a pass over the file. */
    private static final int LONGEST_SUCCESSION = 4;

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
     * What was found of one dataset.
     *
     * @param withheld how many links must not be published
     * @param stated how many statements there are of the records, and of how links were verified
     */
    public record Found(long withheld, long stated) {}

    /**
     * Compares the links of one dataset.
     *
     * @param graph its sorted N-Quads
     * @param rows finds the rows that triples of the default graph come from
     * @param withheld takes each link that must not be published, as a line of the graph
     * @param stated takes as lines of the graph what {@link VerifiedStatements} says
     * @throws IOException if the register cannot be read
     */
    public Found find(
            Path graph,
            Function<Set<Quad>, Map<Quad, Place>> rows,
            LineSorter withheld,
            LineSorter stated,
            Consumer<Finding> findings)
            throws IOException {
        Map<String, SaidIdentity> things = things(graph);
        Map<String, RegisterRecord> records = records(things);
        describe(graph, things, records);
        List<IdentityDoubt> doubts = new ArrayList<>();
        VerifiedStatements statements = new VerifiedStatements(register, IdentifierNodes.in(graph, codes), stated);
        for (Map.Entry<String, SaidIdentity> thing : things.entrySet()) {
            for (Quad link : thing.getValue().links()) {
                RegisterRecord record = target(link).map(records::get).orElse(null);
                if (record != null) {
                    Comparison comparison = new Comparison(register, thing.getValue(), link, record, codes);
                    List<IdentityDoubt> doubtful = comparison.doubts(records);
                    doubts.addAll(doubtful);
                    if (doubtful.stream()
                            .noneMatch(
                                    doubt -> doubt.isWithheld() && doubt.link().equals(link))) {
                        statements.verified(thing.getKey(), link, record, comparison);
                        statements.describe(record, records, link.graph());
                    }
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
        return new Found(out.size(), statements.count());
    }

    /**
     * {@return how many links of a published graph are verified, by what their IRIs begin with, up to the first slash of the path: those to
     * records that are held, and those whose codes these records give too}
     *
     * @throws IOException if the register cannot be read
     */
    public SortedMap<String, Long> confirmed(Path graph) throws IOException {
        Map<String, SaidIdentity> things = things(graph);
        Map<String, RegisterRecord> records = records(things);
        SortedMap<String, Long> confirmed = new TreeMap<>();
        for (SaidIdentity thing : things.values()) {
            Set<String> verified = new TreeSet<>();
            for (Quad link : thing.links()) {
                RegisterRecord record = target(link).map(records::get).orElse(null);
                if (record != null) {
                    verified.add(record.address());
                    verified.addAll(new Comparison(register, thing, link, record, codes).agreedCodes());
                }
            }
            for (Quad link : thing.links()) {
                if (target(link).filter(verified::contains).isPresent()) {
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
        return BorneCodes.bearer(quad.subject().text());
    }

    private Map<String, SaidIdentity> things(Path graph) {
        Map<String, SaidIdentity> things = new TreeMap<>();
        Set<String> matches = codes.matches().stream()
                .map(match -> new Term.Iri(match).toNTriples())
                .collect(Collectors.toSet());
        GraphLines.read(graph, matches, quad -> {
            if (codes.isMatch(quad)) {
                things.computeIfAbsent(bearer(quad), thing -> new SaidIdentity())
                        .links()
                        .add(quad);
            }
        });
        return things;
    }

    /** {@return the records that links lead to, and those of their parents and successors} */
    private Map<String, RegisterRecord> records(Map<String, SaidIdentity> things) throws IOException {
        Set<String> wanted = things.values().stream()
                .flatMap(thing -> thing.links().stream())
                .flatMap(link -> target(link).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, RegisterRecord> records = file.records(wanted);
        Set<String> asked = new TreeSet<>(wanted);
        for (int step = 0; step < LONGEST_SUCCESSION; step++) {
            Set<String> others = records.values().stream()
                    .flatMap(record -> Stream.concat(record.parents().stream(), record.successors().stream()))
                    .filter(asked::add)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (others.isEmpty()) {
                break;
            }
            Map<String, RegisterRecord> found = file.records(others);
            records.putAll(found);
            if (found.values().stream().allMatch(record -> record.successors().isEmpty())) {
                break; // the parents of parents tell nothing
            }
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
