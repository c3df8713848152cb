package fr.pleiade.web.why;

import fr.pleiade.materialisation.Consequences;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.WhyAddress;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /why?subject=…&predicate=…&object=…}: which row of which file says a statement, by which rule; what a link was made by, and what a
 * statement follows from. {@code /release/{id}/why?…} is that of one release.
 */
@Controller
class WhyController {
    /** The forms that the page offers, besides itself. */
    static final List<Variant> FORMS = List.of(Variant.of(Syntax.JSON_LD), Variant.of(Syntax.TURTLE));

    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;
    private final PerRelease<Consequences> consequences;
    private final PerRelease<OntologyFiles> ontologies = new PerRelease<>(OntologyFiles::of);

    WhyController(Editions editions, Documents documents, ServedReleases served) {
        this.editions = editions;
        this.documents = documents;
        this.served = served;
        this.consequences = new PerRelease<>(
                release -> new Consequences(served.of(release).lexicon().ontology()));
    }

    @GetMapping({"/why", "/release/{id}/why"})
    void why(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition));
    }

    private void send(Exchange exchange, Edition edition) throws IOException {
        Served content = served.of(edition.release());
        WhyQuestion question = WhyQuestion.of(exchange, edition.release().base(), content.lexicon());
        List<Reasons.Explained> explained = explain(content, question);
        if (explained.isEmpty()) {
            throw Refusal.of(404, "why-nothing", question.subject().value());
        }
        Document document = Document.of(edition, "why")
                .having(Document.Addresses.ONE)
                .graph(() -> new WhyGraph(edition, content, edition.address(address(question))).of(explained))
                .page("why", locale -> new WhyPage(edition, content, locale).values(exchange, question, explained));
        documents.answer(exchange, document);
    }

    private List<Reasons.Explained> explain(Served content, WhyQuestion question) throws IOException {
        Release release = content.release();
        try (Reasons reasons = new Reasons(content, consequences.of(release), ontologies.of(release))) {
            return reasons.of(question);
        }
    }

    /** {@return the one path and query among those that ask the same} */
    private static String address(WhyQuestion question) {
        String address = WhyAddress.of(question.subject(), question.base());
        if (question.predicate().isPresent()) {
            address = WhyAddress.of(
                    question.subject(), question.predicate().get().value(), question.lexicon(), question.base());
        }
        return address
                + question.object()
                        .map(text -> "&object=" + WhyAddress.escaped(text))
                        .orElse("");
    }
}
