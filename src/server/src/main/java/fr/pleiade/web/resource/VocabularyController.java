package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /vocab}: all our vocabularies and code lists; {@code /vocab/{name}}: one vocabulary with its terms; negotiated or by suffix. */
@Controller
class VocabularyController {
    private final CurrentRelease current;
    private final PerRelease<JsonLdContext> contexts;
    private final Pages pages;
    private final PerRelease<Lexicon> lexicons;

    VocabularyController(
            CurrentRelease current, Pages pages, PerRelease<Lexicon> lexicons, PerRelease<JsonLdContext> contexts) {
        this.current = current;
        this.contexts = contexts;
        this.pages = pages;
        this.lexicons = lexicons;
    }

    @GetMapping({"/vocab", "/vocab.{suffix}"})
    void all(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        String address = exchange.base() + "vocab";
        try (CurrentRelease.View view = current.view()) {
            InMemoryGraph ontology = lexicons.of(view.release()).ontology();
            Variant form = form(exchange, path, address);
            if (form.isHtml()) {
                sendList(exchange, view.release(), ontology, address);
            } else {
                sendGraph(exchange, view.release(), ontology, form, address);
            }
        }
    }

    @GetMapping({"/vocab/{name:[^.]+}", "/vocab/{name:[^.]+}.{suffix}"})
    void one(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        String address = exchange.base() + "vocab/" + path.getOrDefault("name", "");
        try (CurrentRelease.View view = current.view()) {
            InMemoryGraph vocabulary = vocabulary(lexicons.of(view.release()).ontology(), address);
            if (vocabulary.size() == 0) {
                throw Refusal.notFound(exchange.address());
            }
            Variant form = form(exchange, path, address);
            if (form.isHtml()) {
                sendTerms(exchange, view.release(), vocabulary, address);
            } else {
                sendGraph(exchange, view.release(), vocabulary, form, address);
            }
        }
    }

    private static InMemoryGraph vocabulary(InMemoryGraph ontology, String address) {
        InMemoryGraph vocabulary = new InMemoryGraph();
        for (Quad triple : ontology.triples()) {
            String subject = triple.subject().text();
            if (subject.equals(address) || subject.startsWith(address + "#")) {
                vocabulary.add(triple);
            }
        }
        return vocabulary;
    }

    private static Variant form(Exchange exchange, Map<String, String> path, String address) {
        String suffix = path.get("suffix");
        return suffix == null
                ? exchange.negotiate(Variant.RDF_AND_HTML, s -> address + "." + s)
                : Variant.ofSuffix(suffix, Variant.RDF_AND_HTML)
                        .orElseThrow(() -> Refusal.notFound(exchange.address()));
    }

    private void sendGraph(Exchange exchange, Release release, InMemoryGraph graph, Variant form, String address)
            throws IOException {
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(address + "." + form.suffix())
                .linked(Pages.Alternate.links(Variant.RDF_AND_HTML, address));
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                graph.triples().forEach(writer);
            }
        });
    }

    private void sendList(Exchange exchange, Release release, InMemoryGraph ontology, String address)
            throws IOException {
        Entity entity = entity(exchange, release, address);
        Locale locale = entity.language().orElseThrow().locale();
        pages.send(
                exchange,
                entity,
                "vocabularies",
                Map.of(
                        "vocabularies", listed(ontology, OWL + "Ontology", release, locale),
                        "schemes", listed(ontology, SKOS + "ConceptScheme", release, locale),
                        "canonical", address,
                        "alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/vocab")));
    }

    private List<Entry> listed(InMemoryGraph ontology, String type, Release release, Locale locale) {
        return ontology.subjects(TYPE.value(), new Term.Iri(type))
                .map(subject -> entry(subject, release, locale))
                .sorted(Comparator.comparing(entry -> entry.term().text()))
                .toList();
    }

    private void sendTerms(Exchange exchange, Release release, InMemoryGraph vocabulary, String address)
            throws IOException {
        Entity entity = entity(exchange, release, address);
        Locale locale = entity.language().orElseThrow().locale();
        Lexicon lexicon = lexicons.of(release);
        List<Entry> terms = vocabulary.triples().stream()
                .map(Quad::subject)
                .filter(subject -> subject.text().startsWith(address + "#"))
                .distinct()
                .map(subject -> entry(subject, release, locale))
                .sorted(Comparator.comparing(entry -> entry.fragment().toLowerCase(Locale.ROOT)))
                .toList();
        pages.send(
                exchange,
                entity,
                "vocabulary",
                Map.of(
                        "name",
                        lexicon.name(address, locale),
                        "description",
                        lexicon.meaning(address, locale).orElse(""),
                        "iri",
                        address,
                        "terms",
                        terms,
                        "canonical",
                        address,
                        "alternates",
                        Pages.Alternate.of(
                                Variant.RDF_AND_HTML,
                                "/" + address.substring(exchange.base().length()))));
    }

    private Entity entity(Exchange exchange, Release release, String address) {
        return pages.entity(exchange, release)
                .at(address + ".html")
                .linked(Pages.Alternate.links(Variant.RDF_AND_HTML, address));
    }

    /** A term, what it means, and what the ontology says of it. */
    record Entry(Shown term, String fragment, String iri, String meaning, List<Shown.Row> rows) {}

    private Entry entry(Term subject, Release release, Locale locale) {
        Lexicon lexicon = lexicons.of(release);
        String iri = subject.text();
        Optional<String> meaning = lexicon.meaning(iri, locale);
        return new Entry(
                Shown.iri(iri, lexicon, release.base(), locale),
                iri.substring(iri.indexOf('#') + 1),
                iri,
                meaning.orElse(""),
                TermFacts.of(lexicon.ontology(), subject, lexicon, release.base(), locale));
    }
}
