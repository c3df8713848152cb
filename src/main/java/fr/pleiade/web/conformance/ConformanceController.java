package fr.pleiade.web.conformance;

import static fr.pleiade.web.Vocabulary.DCT;
import static fr.pleiade.web.Vocabulary.TYPE;
import static fr.pleiade.web.Vocabulary.XSD;

import fr.pleiade.release.Release;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Term;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.discovery.RealExamples;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /conformance}: the checks, made once for each release when somebody first asks; negotiated or by suffix. */
@Controller
class ConformanceController {
    private static final String EARL = "http://www.w3.org/ns/earl#";

    private final CurrentRelease current;
    private final PerRelease<JsonLdContext> contexts;
    private final Pages pages;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<ConcurrentHashMap<String, List<Outcome>>> made =
            new PerRelease<>(release -> new ConcurrentHashMap<>());
    private volatile int port;

    ConformanceController(
            CurrentRelease current, Pages pages, PerRelease<Lexicon> lexicons, PerRelease<JsonLdContext> contexts) {
        this.current = current;
        this.contexts = contexts;
        this.pages = pages;
        this.lexicons = lexicons;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @GetMapping({"/conformance", "/conformance.{suffix}"})
    void conformance(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        String address = exchange.base() + "conformance";
        String suffix = path.get("suffix");
        Variant form = suffix == null
                ? exchange.negotiate(Variant.RDF_AND_HTML, s -> address + "." + s)
                : Variant.ofSuffix(suffix, Variant.RDF_AND_HTML)
                        .orElseThrow(() -> Refusal.notFound(exchange.address()));
        try (CurrentRelease.View view = current.view()) {
            List<Outcome> outcomes = made.of(view.release()).computeIfAbsent("", once -> check(view));
            if (form.isHtml()) {
                sendPage(exchange, view.release(), outcomes, address);
            } else {
                sendReport(exchange, view.release(), outcomes, form, address);
            }
        }
    }

    private List<Outcome> check(CurrentRelease.View view) {
        RealExamples examples = new RealExamples(view.release(), view.store(), lexicons.of(view.release()));
        Probe probe = new Probe("http://127.0.0.1:" + port + "/");
        return Checks.run(probe, view.release().base(), examples.forOpenApi());
    }

    /** A check on the page. */
    record Line(String id, String promise, boolean passed, String evidence) {}

    private void sendPage(Exchange exchange, Release release, List<Outcome> outcomes, String address)
            throws IOException {
        Entity entity = pages.entity(exchange, release).at(address + ".html");
        Locale locale = entity.language().orElseThrow().locale();
        List<Line> lines = outcomes.stream()
                .map(o -> new Line(o.id(), o.promise().in(locale), o.passed(), o.evidence()))
                .toList();
        long passed = outcomes.stream().filter(Outcome::passed).count();
        pages.send(
                exchange,
                entity,
                "conformance",
                Map.of(
                        "lines", lines,
                        "passed", passed,
                        "canonical", address,
                        "alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/conformance")));
    }

    private void sendReport(Exchange exchange, Release release, List<Outcome> outcomes, Variant form, String address)
            throws IOException {
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(address + "." + form.suffix());
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                report(release, outcomes, address).triples().forEach(writer);
            }
        });
    }

    private static InMemoryGraph report(Release release, List<Outcome> outcomes, String address) {
        InMemoryGraph graph = new InMemoryGraph();
        int n = 0;
        for (Outcome outcome : outcomes) {
            n++;
            Term.Iri assertion = new Term.Iri(address + "#assertion-" + n);
            Term.Iri result = new Term.Iri(address + "#result-" + n);
            Term.Iri test = new Term.Iri(address + "#" + outcome.id());
            say(graph, assertion, TYPE.value(), new Term.Iri(EARL + "Assertion"));
            say(graph, assertion, EARL + "assertedBy", new Term.Iri(release.base()));
            say(graph, assertion, EARL + "subject", new Term.Iri(release.base()));
            say(graph, assertion, EARL + "test", test);
            say(graph, assertion, EARL + "mode", new Term.Iri(EARL + "automatic"));
            say(graph, assertion, EARL + "result", result);
            say(graph, test, TYPE.value(), new Term.Iri(EARL + "TestRequirement"));
            say(
                    graph,
                    test,
                    DCT + "title",
                    Term.Literal.inLanguage(outcome.promise().en(), "en"));
            say(
                    graph,
                    test,
                    DCT + "title",
                    Term.Literal.inLanguage(outcome.promise().fr(), "fr"));
            say(graph, result, TYPE.value(), new Term.Iri(EARL + "TestResult"));
            say(graph, result, EARL + "outcome", new Term.Iri(EARL + (outcome.passed() ? "passed" : "failed")));
            say(graph, result, DCT + "description", Term.Literal.of(outcome.evidence()));
            say(
                    graph,
                    result,
                    DCT + "date",
                    Term.Literal.typed(release.created().toString(), XSD + "dateTime"));
        }
        return graph;
    }

    private static void say(InMemoryGraph graph, Term.Iri subject, String property, Term value) {
        graph.add(new Quad(subject, new Term.Iri(property), value));
    }
}
