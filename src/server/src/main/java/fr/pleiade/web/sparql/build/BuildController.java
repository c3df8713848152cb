package fr.pleiade.web.sparql.build;

import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.WhyAddress;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /sparql/build}: a form that says which query it means, and needs no script; its address has all that was chosen.
 * {@code /sparql/terms}: the words of the release by which the page {@code /sparql} completes a query.
 */
@Controller
class BuildController {
    private static final int BAD_REQUEST = 400;
    private static final int SEE_OTHER = 303;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Documents documents;
    private final PerRelease<Held> held;
    private final PerRelease<byte[]> terms;

    BuildController(CurrentRelease current, ServedReleases served, Documents documents) {
        this.current = current;
        this.served = served;
        this.documents = documents;
        this.held = new PerRelease<>(release -> Held.of(served.of(release)));
        JsonMapper json = JsonMapper.builder().build();
        this.terms = new PerRelease<>(release ->
                json.writeValueAsBytes(new HeldTerms(served.of(release).lexicon()).of(held.of(release))));
    }

    @GetMapping("/sparql/build")
    void form(Exchange exchange) throws IOException {
        Release release = current.now();
        Held known = held.of(release);
        String named = exchange.parameter("class").orElse("");
        Optional<QueryForm> form = known.classCalled(named).map(chosen -> QueryForm.of(exchange, chosen, known));
        if (form.isPresent()
                && form.get().isSound()
                && exchange.parameter("run").isPresent()) {
            String query = BuiltQuery.of(form.get(), known.prefixes());
            exchange.varies(List.of("Accept", "Accept-Language", "Cookie", "Accept-Encoding"));
            exchange.redirect(SEE_OTHER, exchange.base() + "sparql?query=" + WhyAddress.escaped(query));
            return;
        }
        Lexicon lexicon = served.of(release).lexicon();
        Document document = Document.at(exchange, release, "build").page("sparql-build", locale -> {
            FormPage page = new FormPage(known, lexicon, locale);
            return form.map(page::filled).orElseGet(() -> page.first(named));
        });
        boolean isUnknown = form.isEmpty() && !named.isEmpty();
        documents.answer(exchange, isUnknown ? document.status(BAD_REQUEST) : document);
    }

    @GetMapping("/sparql/terms")
    void terms(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity = Entity.of(Variant.JSON.contentType(), release.id() + ".terms", release.created());
        exchange.send(entity, out -> out.write(terms.of(release)));
    }
}
