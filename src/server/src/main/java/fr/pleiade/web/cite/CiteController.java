package fr.pleiade.web.cite;

import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Citation;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /cite.bib?of=dataset/towns}, {@code .ris} and {@code .json} (CSL-JSON): how the document of that path is cited, in the reader's
 * language; {@code /release/{id}/cite.bib?of=…} of one release.
 */
@Controller
class CiteController {
    private static final Variant BIBTEX =
            new Variant("application/x-bibtex", "bib", "BibTeX", Set.of("text/x-bibtex", "text/plain"));
    private static final Variant RIS =
            new Variant("application/x-research-info-systems", "ris", "RIS", Set.of("text/x-research-info-systems"));
    private static final Variant CSL =
            new Variant("application/vnd.citationstyles.csl+json", "json", "CSL-JSON", Set.of("application/json"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;

    CiteController(Editions editions, Documents documents, ServedReleases served) {
        this.editions = editions;
        this.documents = documents;
        this.served = served;
    }

    @GetMapping({"/cite", "/cite.{suffix}", "/release/{id}/cite", "/release/{id}/cite.{suffix}"})
    void cite(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        String of = exchange.parameter("of").orElse("catalog");
        CitationFile file = Citation.of(
                        served.of(edition.release()),
                        edition,
                        of,
                        exchange.language().locale())
                .map(CitationFile::new)
                .orElseThrow(() -> Refusal.notFound(exchange.address() + exchange.search()));
        Document document = Document.of(edition, "cite")
                .having(Document.Addresses.ONE)
                .also(BIBTEX, out -> out.write(file.bibTeX().getBytes(StandardCharsets.UTF_8)))
                .also(RIS, out -> out.write(file.ris().getBytes(StandardCharsets.UTF_8)))
                .also(CSL, out -> JSON.writeValue(out, List.of(file.csl())));
        documents.answer(exchange, document, path);
    }
}
