package fr.pleiade.web.conformance;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

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
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /conformance}: what became of the checks when they were last made; negotiated or by suffix. */
@Controller
class ConformanceController {
    private static final String EARL = "http://www.w3.org/ns/earl#";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.LONG, FormatStyle.SHORT)
            .withZone(ZoneOffset.UTC);

    private final CurrentRelease current;
    private final PerRelease<JsonLdContext> contexts;
    private final Pages pages;
    private final SelfCheck selfCheck;

    ConformanceController(
            CurrentRelease current, PerRelease<JsonLdContext> contexts, Pages pages, SelfCheck selfCheck) {
        this.current = current;
        this.contexts = contexts;
        this.pages = pages;
        this.selfCheck = selfCheck;
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
            SelfCheck.Run run = selfCheck.of(view);
            if (form.isHtml()) {
                sendPage(exchange, run, address);
            } else {
                sendReport(exchange, view.release(), run, form);
            }
        }
    }

    /** A check on the page. */
    record Line(String id, String promise, boolean passed, String evidence) {}

    private void sendPage(Exchange exchange, SelfCheck.Run run, String address) throws IOException {
        Language language = exchange.language();
        Entity entity = Entity.page(language, validator(run, "html." + language.tag()), run.at())
                .at(address + ".html");
        Locale locale = language.locale();
        List<Line> lines = run.outcomes().stream()
                .map(o -> new Line(o.id(), o.promise().in(locale), o.passed(), o.evidence()))
                .toList();
        pages.send(
                exchange,
                entity,
                "conformance",
                Map.of(
                        "lines",
                        lines,
                        "passed",
                        run.outcomes().size() - run.failed(),
                        "made",
                        WHEN.withLocale(locale).format(run.at()),
                        "canonical",
                        address,
                        "alternates",
                        Pages.Alternate.of(Variant.RDF_AND_HTML, "/conformance")));
    }

    /** Not one that begins with the release's id: that would say that the answer changes with the release only. */
    private static String validator(SelfCheck.Run run, String form) {
        return "check-%d.%s".formatted(run.at().toEpochMilli(), form);
    }

    private void sendReport(Exchange exchange, Release release, SelfCheck.Run run, Variant form) throws IOException {
        Entity entity = Entity.data(form, validator(run, form.suffix()), run.at())
                .at(exchange.base() + "conformance." + form.suffix());
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                report(run, exchange.base()).triples().forEach(writer);
            }
        });
    }

    private static InMemoryGraph report(SelfCheck.Run run, String base) {
        String address = base + "conformance";
        InMemoryGraph graph = new InMemoryGraph();
        int n = 0;
        for (Outcome outcome : run.outcomes()) {
            n++;
            Term.Iri assertion = new Term.Iri(address + "#assertion-" + n);
            Term.Iri result = new Term.Iri(address + "#result-" + n);
            Term.Iri test = new Term.Iri(address + "#" + outcome.id());
            say(graph, assertion, TYPE.value(), new Term.Iri(EARL + "Assertion"));
            say(graph, assertion, EARL + "assertedBy", new Term.Iri(base));
            say(graph, assertion, EARL + "subject", new Term.Iri(base));
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
            say(graph, result, DCT + "date", Term.Literal.typed(run.at().toString(), XSD + "dateTime"));
        }
        return graph;
    }

    private static void say(InMemoryGraph graph, Term.Iri subject, String property, Term value) {
        graph.add(new Quad(subject, new Term.Iri(property), value));
    }
}
