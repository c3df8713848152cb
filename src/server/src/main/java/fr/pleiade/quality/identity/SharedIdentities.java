package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells two things of a dataset that one identifier is said to be of: at most one of them is what the register means, and which one is not known.
 *
 * <p>A thing is identified by an {@code owl:sameAs}, by a code of its {@code adms:identifier}, or by the property that the code's system
 * names; {@code ids:shared true} says that several things may bear the codes of a system. The parts of a thing ({@code #…}) are the thing.
 * Memory: the sorters', and the first {@value #PLACED} findings, which are told with their rows.
 */
public final class SharedIdentities {
    private static final int PLACED = 10_000;
    private static final int SORTED = 1 << 22;
    private static final String SEPARATOR = "\t";
    /** Before statements, so that the links of a thing come before its codes. */
    private static final String LINK = "0";

    private static final String CODE = "1";

    private final BorneCodes codes;
    private final Path work;
    private final List<Shared> placed = new ArrayList<>();

    /**
     * @param systems the systems that the site declares
     * @param keys the properties by which things bear codes without {@code adms:identifier}
     * @param work a folder for what does not fit into memory
     */
    public SharedIdentities(IdentifierSystems systems, List<KeyProperty> keys, Path work) {
        this.codes = new BorneCodes(systems, keys);
        this.work = work;
    }

    /** What is said of a thing, as one line of N-Quads, and the thing. */
    private record Claim(String bearer, String statement) {
        /** {@return the statement as its row makes it, in no graph} */
        Quad quad() {
            byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
            return new QuadLine().at(bytes, 0, bytes.length).quad().in(Quad.DEFAULT_GRAPH);
        }
    }

    /** An identifier of two things. */
    private record Shared(String identifier, Claim first, Claim other, boolean withheld) {
        Finding finding(Map<Quad, Place> places) {
            Place here = place(other, places);
            return Rule.SHARED_IDENTITY.at(
                    here,
                    "'%1$s' identifies %2$s, and %3$s too (%4$s)%5$s",
                    "« %1$s » identifie %2$s, mais aussi %3$s (%4$s)%6$s",
                    identifier,
                    other.bearer(),
                    first.bearer(),
                    place(first, places).describe(),
                    withheld ? ": no owl:sameAs to it is published" : "",
                    withheld ? " : aucun owl:sameAs vers lui n'est publié" : "");
        }

        private static Place place(Claim claim, Map<Quad, Place> places) {
            Place row = places.get(claim.quad());
            return row != null
                    ? row
                    : new Place.OfThing(
                            claim.bearer().substring(1, claim.bearer().length() - 1), "");
        }
    }

    /** {@return whether a graph with these properties can say that something identifies a thing} */
    public boolean concerns(Collection<String> properties) {
        return properties.stream().anyMatch(codes.identifying()::contains);
    }

    /**
     * Looks for what is shared in one dataset.
     * {@return how many links are withheld}
     *
     * @param graph its sorted N-Quads
     * @param rows finds the rows that triples of the default graph come from
     * @param withheld takes each {@code owl:sameAs} that must not be published, as a line of the graph
     */
    public long find(
            Path graph, Function<Set<Quad>, Map<Quad, Place>> rows, LineSorter withheld, Consumer<Finding> findings)
            throws IOException {
        try (LineSorter nodes = new LineSorter(work, SORTED);
                LineSorter claims = new LineSorter(work, SORTED)) {
            new Reader(nodes, claims).read(graph);
            join(nodes, claims);
            Grouping grouping = new Grouping(withheld, findings);
            claims.drain((bytes, from, to) -> grouping.add(fields(bytes, from, to)));
            Set<Quad> wanted = new HashSet<>();
            placed.forEach(shared ->
                    wanted.addAll(List.of(shared.first().quad(), shared.other().quad())));
            Map<Quad, Place> places = wanted.isEmpty() ? Map.of() : rows.apply(wanted);
            placed.forEach(shared -> findings.accept(shared.finding(places)));
            placed.clear();
            return grouping.withheldLinks;
        }
    }

    /** Reads what a graph says, thing by thing. */
    private final class Reader {
        private final LineSorter nodes;
        private final LineSorter claims;
        private final List<Quad> said = new ArrayList<>();

        Reader(LineSorter nodes, LineSorter claims) {
            this.nodes = nodes;
            this.claims = claims;
        }

        void read(Path graph) throws IOException {
            Set<String> properties = codes.read().stream()
                    .map(property -> new Term.Iri(property).toNTriples())
                    .collect(Collectors.toSet());
            try {
                GraphLines.read(graph, properties, quad -> {
                    if (!said.isEmpty() && !said.get(0).subject().equals(quad.subject())) {
                        end();
                    }
                    said.add(quad);
                });
                end();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private void end() {
            for (Quad quad : said) {
                String property = quad.predicate().value();
                if (property.equals(BorneCodes.SAME_AS) && quad.object() instanceof Term.Iri target) {
                    codes.ofTarget(target.value()).ifPresent(code -> claim(code, bearer(quad), LINK + quad.toNQuads()));
                } else if (property.equals(BorneCodes.IDENTIFIER)) {
                    write(nodes, quad.object().toNTriples(), "B", bearer(quad));
                } else if (property.equals(BorneCodes.NOTATION)) {
                    systems(quad)
                            .forEach(scheme -> codes.ofCode(
                                            scheme, quad.object().text())
                                    .ifPresent(code -> write(
                                            nodes,
                                            quad.subject().toNTriples(),
                                            "A",
                                            escaped(code),
                                            CODE + quad.toNQuads())));
                }
                keys(quad);
            }
            said.clear();
        }

        private void keys(Quad quad) {
            for (KeyProperty key : codes.keys()) {
                if (key.property().equals(quad.predicate().value())
                        && (key.classes().isEmpty()
                                || objects(TYPE.value()).stream().anyMatch(key.classes()::contains))) {
                    codes.ofCode(key.system().iri(), quad.object().text())
                            .ifPresent(code -> claim(code, bearer(quad), CODE + quad.toNQuads()));
                }
            }
        }

        /** {@return the system that types a notation, else those that the thing is said to be in} */
        private List<String> systems(Quad notation) {
            String system = codes.systemOf(notation.object());
            return system.isEmpty() ? objects(BorneCodes.IN_SCHEME) : List.of(system);
        }

        private void claim(String code, String bearer, String statement) {
            write(claims, escaped(code), bearer, statement);
        }

        private List<String> objects(String property) {
            return said.stream()
                    .filter(quad -> quad.predicate().value().equals(property))
                    .map(quad -> quad.object().text())
                    .toList();
        }
    }

    /** Brings together what code an identifier has and what it is the identifier of. */
    private static void join(LineSorter nodes, LineSorter claims) throws IOException {
        List<String[]> borne = new ArrayList<>();
        String[] node = {""};
        nodes.drain((bytes, from, to) -> {
            String[] fields = fields(bytes, from, to);
            if (!fields[0].equals(node[0])) {
                borne.clear();
                node[0] = fields[0];
            }
            if (fields[1].equals("A")) {
                borne.add(fields[2].split(SEPARATOR, 2));
            } else {
                borne.forEach(code -> write(claims, code[0], fields[2], code[1]));
            }
        });
    }

    /** Finds the identifiers of more than one thing, in lines in which those of one identifier and of one thing stand together. */
    private final class Grouping {
        private final LineSorter withheld;
        private final Consumer<Finding> findings;
        private final List<String> links = new ArrayList<>();
        private String identifier = "";
        private Claim first = new Claim("", "");
        private String last = "";
        private boolean anyLink;
        private long withheldLinks;

        Grouping(LineSorter withheld, Consumer<Finding> findings) {
            this.withheld = withheld;
            this.findings = findings;
        }

        void add(String[] fields) {
            Claim claim = new Claim(fields[1], fields[2].substring(1));
            if (!fields[0].equals(identifier)) {
                identifier = fields[0];
                first = claim;
                last = claim.bearer();
                anyLink = false;
                links.clear();
            }
            if (fields[2].startsWith(LINK)) {
                links.add(claim.statement());
                anyLink = true;
            }
            if (!claim.bearer().equals(first.bearer())) {
                links.forEach(link -> write(withheld, link));
                withheldLinks += links.size();
                links.clear();
                if (!claim.bearer().equals(last)) {
                    tell(new Shared(identifier, first, claim, anyLink));
                    last = claim.bearer();
                }
            }
        }

        private void tell(Shared shared) {
            if (placed.size() < PLACED) {
                placed.add(shared);
            } else {
                findings.accept(shared.finding(Map.of()));
            }
        }
    }

    /** {@return the thing that a statement is about; of a part, the thing that it is a part of} */
    private static String bearer(Quad quad) {
        String text = quad.subject().toNTriples();
        int fragment = text.indexOf('#');
        return fragment < 0 || !text.startsWith("<") ? text : text.substring(0, fragment) + ">";
    }

    private static String escaped(String code) {
        return code.replace(SEPARATOR, "\\t").replace("\n", "\\n");
    }

    private static String[] fields(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .stripTrailing()
                .split(SEPARATOR, 3);
    }

    private static void write(LineSorter sorter, String... fields) {
        try {
            sorter.write((String.join(SEPARATOR, fields) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
