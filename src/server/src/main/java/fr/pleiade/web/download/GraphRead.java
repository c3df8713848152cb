package fr.pleiade.web.download;

import fr.pleiade.findings.Text;
import fr.pleiade.web.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reading operation of the Graph Store Protocol.
 *
 * @param graph the graph's name, or nothing for the default graph, which is the union of all
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-get">SPARQL 1.1 Graph Store HTTP Protocol, section 5.2</a>
 */
record GraphRead(Optional<String> graph) {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);

    /**
     * Reads which graph a request asks for: {@code ?graph=IRI} or {@code ?default}.
     *
     * @throws Refusal 400 or 405 if the request would write, or names not exactly one graph, by an absolute IRI
     * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#indirect-graph-identification">the same, section 4.2</a>
     */
    static GraphRead read(HttpServletRequest request) {
        requireReading(request);
        String[] names = request.getParameterValues("graph");
        boolean byDefault = request.getParameterValues("default") != null;
        if ((names == null) != byDefault
                || (names != null
                        && (names.length != 1 || !ABSOLUTE.matcher(names[0]).matches()))) {
            throw Refusal.explained(
                    400,
                    "graph-parameter",
                    new Text(
                            "name one graph: ?graph= and an absolute IRI for a named one, or ?default for the union of all",
                            "nommez un graphe : ?graph= et un IRI absolu pour un graphe nommé, ou ?default pour l'union de tous"));
        }
        return new GraphRead(
                names == null ? Optional.empty() : Optional.of(List.of(names).get(0)));
    }

    /**
     * {@return a read of the graph that the request's own address stands for}
     *
     * @throws Refusal 400 or 405 if the request would write
     * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#direct-graph-identification">the same, section 4.1</a>
     */
    static GraphRead direct(HttpServletRequest request, String graph) {
        requireReading(request);
        return new GraphRead(Optional.of(graph));
    }

    private static void requireReading(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw Refusal.explained(
                            405,
                            "method-not-allowed",
                            new Text(
                                    "graphs can only be read here; use GET or HEAD",
                                    "les graphes ne peuvent être que lus ici ; utilisez GET ou HEAD"))
                    .with("Allow", "GET, HEAD, OPTIONS");
        }
    }
}
