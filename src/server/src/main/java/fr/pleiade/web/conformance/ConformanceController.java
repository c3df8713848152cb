package fr.pleiade.web.conformance;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.EARL;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
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
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /conformance}: what became of the checks when they were last made; negotiated or by suffix. */
@Controller
class ConformanceController {
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
        Release release = current.now();
        SelfCheck.Run run = selfCheck.of(release);
        Document document = Document.of(Edition.latest(release), "conformance")
                .having(Document.Addresses.OF_FORMS)
                .being(state(run))
                .graph(() -> report(run, exchange.base()))
                .page("conformance", locale -> page(run, locale));
        documents.answer(exchange, document, path);
    }

    /** Its tags do not begin with the release's id: that would say that the answer changes with the release only. */
    private static Document.State state(SelfCheck.Run run) {
        return new Document.State("check-" + run.at().toEpochMilli(), run.at(), Entity.Caching.CURRENT, 200);
    }

    /** A promise on the page with what came of its checks; of one that only tests prove there is none. */
    record Line(String id, String promise, List<Promise.Source> sources, List<Outcome> outcomes) {
        Line {
            sources = List.copyOf(sources);
            outcomes = List.copyOf(outcomes);
        }
    }

    private Map<String, Object> page(SelfCheck.Run run, Locale locale) {
        Map<Boolean, List<Line>> byChecks = selfCheck.promises().all().stream()
                .map(promise -> line(promise, run, locale))
                .collect(Collectors.partitioningBy(line -> !line.outcomes().isEmpty()));
        return Map.of(
                "lines",
                byChecks.getOrDefault(true, List.of()),
                "tested",
                byChecks.getOrDefault(false, List.of()),
                "checks",
                run.outcomes().size(),
                "passed",
                run.outcomes().size() - run.failed(),
                "made",
                WHEN.withLocale(locale).format(run.at()));
    }

    private static Line line(Promise promise, SelfCheck.Run run, Locale locale) {
        return new Line(
                promise.id(),
                promise.sentence().in(locale),
                promise.sources(),
                run.outcomes().stream()
                        .filter(outcome -> outcome.promise().equals(promise))
                        .toList());
    }

    private InMemoryGraph report(SelfCheck.Run run, String base) {
        String address = base + "conformance";
        Description site = Description.of(new InMemoryGraph(), base);
        selfCheck.promises().all().forEach(promise -> requirement(site, address, promise));
        int n = 0;
        for (Outcome outcome : run.outcomes()) {
            n++;
            Description result = site.about(address + "#result-" + n);
            site.about(address + "#assertion-" + n)
                    .a(EARL + "Assertion")
                    .link(EARL + "assertedBy", base)
                    .link(EARL + "subject", base)
                    .link(EARL + "test", address + "#" + outcome.promise().id())
                    .link(EARL + "mode", EARL + "automatic")
                    .say(EARL + "result", result.subject());
            result.a(EARL + "TestResult")
                    .link(EARL + "outcome", EARL + (outcome.passed() ? "passed" : "failed"))
                    .text(DCT + "description", outcome.evidence())
                    .typed(DCT + "date", run.at().toString(), "dateTime");
        }
        return site.graph();
    }

    private static void requirement(Description site, String address, Promise promise) {
        Description test = site.about(address + "#" + promise.id())
                .a(EARL + "TestRequirement")
                .text(DCT + "identifier", promise.id())
                .text(DCT + "title", promise.sentence());
        for (Promise.Source source : promise.sources()) {
            test.link(DCT + "source", source.address());
            site.about(source.address()).text(RDFS + "label", source.name());
        }
    }
}
