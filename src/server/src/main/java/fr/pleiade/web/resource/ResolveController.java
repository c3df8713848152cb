package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.identifiers.Reading;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /resolve/{scheme}/{code}} sends to the thing that bears the identifier.
 *
 * <p>A scheme is known by its notation or the last part of its IRI; any scheme of the ontology works. Its codes stand in identifiers of
 * their own ({@code adms:identifier}), in the property that the scheme names with {@code link:key}, of things of the classes that it
 * names with {@code link:class} if it does, or they are the notations of its concepts. Where several things bear one code, as a region
 * and a department do, the answer is the list of them: the client knows which it means.
 *
 * <p>Where the scheme is a declared identifier system, a code may have every spelling that the system accepts, the full address of the
 * register's own record among them: as it is, with its slashes as {@code %2F}, or in {@code /resolve/{scheme}?code=…}. What cannot be a code of
 * it is refused with 400. A code whose check fails is looked up all the same, for registers have such codes too.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.1">RFC 9110, 300 Multiple Choices</a>
 */
@Controller
class ResolveController {
    private final CurrentRelease current;
    private final Documents documents;
    private final PerRelease<List<CodeReader>> systems;
    private final ServedReleases served;

    ResolveController(CurrentRelease current, Documents documents, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.documents = documents;
        this.systems =
                new PerRelease<>(release -> readers(served.of(release).lexicon().ontology()));
    }

    private static List<CodeReader> readers(InMemoryGraph ontology) {
        return IdentifierSystems.of(ontology, "the release's vocabulary").systems().stream()
                .map(CodeReader::new)
                .toList();
    }

    /** A thing on the page, and what it is. */
    record Choice(Shown thing, List<Shown> types) {
        Choice {
            types = List.copyOf(types);
        }
    }

    /** Resolves the code of the query, for codes with slashes; without one, leads to what the scheme is. */
    @GetMapping("/resolve/{scheme}")
    void resolve(Exchange exchange, @PathVariable("scheme") String scheme) throws IOException {
        Optional<String> code = exchange.parameter("code");
        if (code.isPresent()) {
            resolve(exchange, scheme, code.get());
            return;
        }
        IdentifierSystem system = reader(current.now(), scheme)
                .orElseThrow(() -> Refusal.notFound(exchange.address()))
                .system();
        exchange.redirect(303, RequestPath.toUri(system.iri()));
    }

    /** Resolves the rest of the path: an address that stands there as it is has slashes. */
    @GetMapping("/resolve/{scheme}/{*code}")
    void resolvePath(Exchange exchange, @PathVariable("scheme") String scheme, @PathVariable("code") String path)
            throws IOException {
        resolve(exchange, scheme, path.replaceAll("^/|(?<=.)/+$", ""));
    }

    private void resolve(Exchange exchange, String scheme, String code) throws IOException {
        Release release = current.now();
        Sought sought = sought(release, scheme, code);
        List<Term> bearers = new Bearers(served.of(release), sought.scheme()).of(sought.code());
        if (bearers.isEmpty()) {
            throw sought.why()
                    .map(why -> Refusal.explained(404, "not-found", why))
                    .orElseGet(() -> Refusal.notFound(exchange.address()));
        }
        if (bearers.size() == 1) {
            exchange.redirect(303, RequestPath.toUri(bearers.get(0).text()));
            return;
        }
        sendChoices(exchange, release, sought.code(), bearers);
    }

    /**
     * What is looked up.
     *
     * @param scheme the last part of the scheme's IRI
     * @param code the code in its canonical form
     * @param doubt what is wrong with it, which says why nothing bears it; nothing or one sentence
     */
    private record Sought(String scheme, String code, List<Text> doubt) {
        Optional<Text> why() {
            return doubt.stream().findFirst();
        }
    }

    private Optional<CodeReader> reader(Release release, String scheme) {
        return systems.of(release).stream()
                .filter(reader -> reader.system().slug().equals(scheme)
                        || reader.system().iri().endsWith("/" + scheme))
                .findFirst();
    }

    /** @throws Refusal with 400 if the text cannot be a code of the system */
    private Sought sought(Release release, String scheme, String text) {
        Optional<CodeReader> declared = reader(release, scheme);
        if (declared.isEmpty()) {
            return new Sought(scheme, text, List.of());
        }
        CodeReader reader = declared.get();
        Reading reading = reader.read(text);
        if (reading.state() == Reading.State.MALFORMED) {
            throw Refusal.explained(400, "malformed-code", reader.explanation(text));
        }
        String iri = reader.system().iri();
        return new Sought(
                iri.substring(iri.lastIndexOf('/') + 1),
                reading.code(),
                reading.isValid() ? List.of() : List.of(reader.explanation(text)));
    }

    private void sendChoices(Exchange exchange, Release release, String code, List<Term> bearers) throws IOException {
        List<String> links = bearers.stream()
                .map(thing -> "<%s>; rel=\"alternate\"".formatted(RequestPath.toUri(thing.text())))
                .toList();
        Document document = Document.at(exchange, release, "choices")
                .status(300)
                .linked(form -> links)
                .graph(() -> graph(exchange.address(), bearers, release))
                .page(
                        "choices",
                        locale -> Map.of(
                                "code",
                                code,
                                "choices",
                                bearers.stream()
                                        .map(thing -> choice(thing, release, locale))
                                        .toList()));
        documents.answer(exchange, document);
    }

    private Choice choice(Term thing, Release release, Locale locale) {
        Lexicon lexicon = served.of(release).lexicon();
        List<Shown> types = release.describe(thing.text()).objects(thing, TYPE.value()).stream()
                .map(type -> Shown.iri(type.text(), lexicon, release.base(), locale))
                .toList();
        return new Choice(Shown.iri(thing.text(), lexicon, release.base(), locale), types);
    }

    /** {@return the things with their types and names, each seen from the address that was asked for} */
    private static InMemoryGraph graph(String address, List<Term> bearers, Release release) {
        InMemoryGraph graph = new InMemoryGraph();
        Term.Iri choice = new Term.Iri(RequestPath.toUri(address));
        for (Term thing : bearers) {
            graph.add(new Quad(choice, new Term.Iri(RDFS + "seeAlso"), thing));
            release.describe(thing.text()).about(thing).stream()
                    .filter(triple -> triple.predicate().equals(TYPE)
                            || Lexicon.NAMING.contains(triple.predicate().value()))
                    .forEach(graph::add);
        }
        return graph;
    }
}
