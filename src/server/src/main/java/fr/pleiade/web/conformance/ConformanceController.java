package fr.pleiade.web.conformance;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
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
    private final Documents documents;
    private final SelfCheck selfCheck;

    ConformanceController(CurrentRelease current, Documents documents, SelfCheck selfCheck) {
        this.current = current;
        this.documents = documents;
        this.selfCheck = selfCheck;
    }

    @GetMapping({"/conformance", "/conformance.{suffix}"})
    void conformance(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            SelfCheck.Run run = selfCheck.of(view);
            Document document = Document.of(Edition.latest(view.release()), "conformance")
                    .having(Document.Addresses.OF_FORMS)
                    .being(state(run))
                    .graph(() -> report(run, exchange.base()))
                    .page("conformance", locale -> page(run, locale));
            documents.answer(exchange, document, path);
        }
    }

    /** Its tags do not begin with the release's id: that would say that the answer changes with the release only. */
    private static Document.State state(SelfCheck.Run run) {
        return new Document.State("check-" + run.at().toEpochMilli(), run.at(), Entity.Caching.CURRENT, 200);
    }

    /** A check on the page, or a promise that only tests prove, which has no outcome and no evidence. */
    record Line(String id, String promise, List<Promise.Source> sources, boolean passed, String evidence) {}

    private Map<String, Object> page(SelfCheck.Run run, Locale locale) {
        List<Line> tested = selfCheck.promises().all().stream()
                .filter(promise -> run.outcomes().stream()
                        .noneMatch(outcome -> outcome.promise().equals(promise)))
                .map(promise -> line(promise, locale, true, ""))
                .toList();
        return Map.of(
                "lines",
                run.outcomes().stream()
                        .map(o -> line(o.promise(), locale, o.passed(), o.evidence()))
                        .toList(),
                "tested",
                tested,
                "passed",
                run.outcomes().size() - run.failed(),
                "made",
                WHEN.withLocale(locale).format(run.at()));
    }

    private static Line line(Promise promise, Locale locale, boolean passed, String evidence) {
        return new Line(promise.id(), promise.sentence().in(locale), promise.sources(), passed, evidence);
    }

    private InMemoryGraph report(SelfCheck.Run run, String base) {
        String address = base + "conformance";
        InMemoryGraph graph = new InMemoryGraph();
        for (Promise promise : selfCheck.promises().all()) {
            requirement(graph, address, promise);
        }
        int n = 0;
        for (Outcome outcome : run.outcomes()) {
            n++;
            Term.Iri assertion = new Term.Iri(address + "#assertion-" + n);
            Term.Iri result = new Term.Iri(address + "#result-" + n);
            say(graph, assertion, TYPE.value(), new Term.Iri(EARL + "Assertion"));
            say(graph, assertion, EARL + "assertedBy", new Term.Iri(base));
            say(graph, assertion, EARL + "subject", new Term.Iri(base));
            say(graph, assertion, EARL + "test", test(address, outcome.promise()));
            say(graph, assertion, EARL + "mode", new Term.Iri(EARL + "automatic"));
            say(graph, assertion, EARL + "result", result);
            say(graph, result, TYPE.value(), new Term.Iri(EARL + "TestResult"));
            say(graph, result, EARL + "outcome", new Term.Iri(EARL + (outcome.passed() ? "passed" : "failed")));
            say(graph, result, DCT + "description", Term.Literal.of(outcome.evidence()));
            say(graph, result, DCT + "date", Term.Literal.typed(run.at().toString(), XSD + "dateTime"));
        }
        return graph;
    }

    private static void requirement(InMemoryGraph graph, String address, Promise promise) {
        Term.Iri test = test(address, promise);
        say(graph, test, TYPE.value(), new Term.Iri(EARL + "TestRequirement"));
        say(graph, test, DCT + "identifier", Term.Literal.of(promise.id()));
        say(
                graph,
                test,
                DCT + "title",
                Term.Literal.inLanguage(promise.sentence().en(), "en"));
        say(
                graph,
                test,
                DCT + "title",
                Term.Literal.inLanguage(promise.sentence().fr(), "fr"));
        for (Promise.Source source : promise.sources()) {
            Term.Iri read = new Term.Iri(source.address());
            say(graph, test, DCT + "source", read);
            say(graph, read, RDFS + "label", Term.Literal.of(source.name()));
        }
    }

    private static Term.Iri test(String address, Promise promise) {
        return new Term.Iri(address + "#" + promise.id());
    }

    private static void say(InMemoryGraph graph, Term.Iri subject, String property, Term value) {
        graph.add(new Quad(subject, new Term.Iri(property), value));
    }
}
