package fr.pleiade.quality.identity;

import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code adms:Identifier} resources of a graph, by the thing that bears them and the code in the form of {@link BorneCodes}. Memory: all of them. */
final class IdentifierNodes {
    private final Map<String, Term> byCode = new HashMap<>();

    private IdentifierNodes() {}

    /** What is said of a resource; filled while the graph is read. */
    private static final class Said {
        private String system = "";
        private String code = "";
        private String bearer = "";
    }

    static IdentifierNodes in(Path graph, BorneCodes codes) {
        Map<Term, Said> nodes = new HashMap<>();
        Set<String> properties = Set.of(BorneCodes.IDENTIFIER, BorneCodes.NOTATION, BorneCodes.IN_SCHEME).stream()
                .map(property -> new Term.Iri(property).toNTriples())
                .collect(Collectors.toSet());
        GraphLines.read(graph, properties, quad -> read(quad, codes, nodes));
        IdentifierNodes found = new IdentifierNodes();
        nodes.forEach((node, said) ->
                codes.ofCode(said.system, said.code).ifPresent(code -> found.byCode.put(key(said.bearer, code), node)));
        return found;
    }

    private static void read(Quad quad, BorneCodes codes, Map<Term, Said> nodes) {
        switch (quad.predicate().value()) {
            case BorneCodes.IDENTIFIER ->
                nodes.computeIfAbsent(quad.object(), node -> new Said()).bearer =
                        BorneCodes.bearer(quad.subject().text());
            case BorneCodes.NOTATION -> {
                Said said = nodes.computeIfAbsent(quad.subject(), node -> new Said());
                String system = codes.systemOf(quad.object());
                said.code = quad.object().text();
                said.system = system.isEmpty() ? said.system : system;
            }
            default ->
                nodes.computeIfAbsent(quad.subject(), node -> new Said()).system =
                        quad.object().text();
        }
    }

    /** {@return the resource of a thing for a code} */
    Optional<Term> of(String thing, String code) {
        return Optional.ofNullable(byCode.get(key(thing, code)));
    }

    private static String key(String thing, String code) {
        return thing + " " + code;
    }
}
