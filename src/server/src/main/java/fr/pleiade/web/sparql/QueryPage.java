package fr.pleiade.web.sparql;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Release;
import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.sparql.SparqlRefusal;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.sparql.function.Functions;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.Atlases;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The page at {@code /sparql}: a form for a query with examples, and below it the answer, or what is wrong with the query. Needs no script.
 * Without a query, a program gets the service description.
 */
@Component
class QueryPage {
    private static final String TEMPLATE = "sparql";
    private static final String FIRST_QUERY = """
            SELECT ?class (COUNT(*) AS ?number) {
              ?thing a ?class
            }
            GROUP BY ?class
            ORDER BY DESC(?number)
            """;

    /** By what their IRIs begin with. */
    private static final SortedMap<String, List<String>> FUNCTIONS = Functions.all().stream()
            .collect(Collectors.groupingBy(
                    iri -> iri.substring(0, nameOf(iri)),
                    TreeMap::new,
                    Collectors.mapping(iri -> iri.substring(nameOf(iri)), Collectors.toList())));

    /** {@return where the name in an IRI begins} */
    private static int nameOf(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }

    private final CurrentRelease current;
    private final SparqlService sparql;
    private final Documents documents;
    private final Pages pages;
    private final PerRelease<List<PublishedExample>> examples;
    private final ServedReleases served;

    private final Atlases atlases;

    QueryPage(
            CurrentRelease current,
            SparqlService sparql,
            Documents documents,
            Pages pages,
            ServedReleases served,
            Atlases atlases) {
        this.atlases = atlases;
        this.served = served;
        this.current = current;
        this.sparql = sparql;
        this.documents = documents;
        this.pages = pages;
        this.examples = new PerRelease<>(
                release -> PublishedExample.in(served.of(release).catalog()));
    }

    /** An example in the reader's language. */
    record Example(String name, String title, String query, String href, String answer) {}

    void answer(Exchange exchange) throws IOException {
        Release release = current.now();
        boolean isFederated = !sparql.allowedServices().isEmpty();
        Document document = Document.at(exchange, release, "service")
                .graph(() -> ServiceDescription.of(release, served.of(release).catalog(), isFederated))
                .page(TEMPLATE, locale -> page(exchange, release, locale));
        documents.answer(exchange, document);
    }

    /** Sends the answer to a query below the form that asks it. */
    void send(Exchange exchange, Release release, SparqlQuery query, ShownResult result) throws IOException {
        Language language = exchange.language();
        String validator = "%s.%s".formatted(release.id(), Sha256.shortened(query.text()));
        Entity entity = pages.entity(language, validator, release.created()).cached(Entity.Caching.NONE);
        Map<String, Object> values = page(exchange, release, language.locale());
        values.put("query", query.text());
        values.put("result", result);
        values.put(
                "files",
                ResultForms.of(query).stream()
                        .map(form -> new Pages.Alternate(
                                form.mediaType(), form.label(), address(query.text(), form.suffix())))
                        .toList());
        values.put(
                "sheet",
                query.form() == SparqlQuery.Form.SELECT ? address(query.text(), Variant.SPREADSHEET.suffix()) : "");
        pages.send(exchange, entity, TEMPLATE, values);
    }

    /** Sends why there is no answer to a query below the form that has it still; the status is set already. */
    void sendRefused(Exchange exchange, String query, SparqlRefusal refusal) throws IOException {
        Locale locale = exchange.language().locale();
        Map<String, Object> values = page(exchange, current.now(), locale);
        values.put("query", query);
        values.put("refusal", Wrong.of(query, refusal, locale));
        values.put("canonical", "");
        pages.sendRefused(exchange, TEMPLATE, values);
    }

    /** {@return the language's lexicon of what is asked} */
    Lexicon lexicon(Release release) {
        return served.of(release).lexicon();
    }

    /** {@return what maps of a result are drawn on} */
    Atlas atlas(Release release) {
        return atlases.of(release);
    }

    /** {@return where the answer to a query is, as a page or as the format that is named} */
    static String address(String query, String format) {
        return "/sparql?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20")
                + (format.isEmpty() ? "" : "&format=" + format);
    }

    /**
     * What is wrong with a query.
     *
     * @param line the line at fault, from 1, or 0 where no place is known
     * @param column the place in it, from 1
     * @param before the line at fault up to the place, or {@code ""} where no place is known
     * @param after the rest of that line
     */
    record Wrong(int status, String code, String problem, long line, int column, String before, String after) {
        private static final Pattern PLACE = Pattern.compile("at line (\\d{1,6}), column (\\d{1,6})");

        static Wrong of(String query, SparqlRefusal refusal, Locale locale) {
            String line = "";
            long number = 0;
            int column = 0;
            Matcher place = PLACE.matcher(refusal.problem().en());
            if (place.find()) {
                number = Math.max(1, Long.parseLong(place.group(1)));
                line = query.lines().skip(number - 1).findFirst().orElse("");
                column = Math.min(line.length(), Math.max(0, Integer.parseInt(place.group(2)) - 1));
            }
            return new Wrong(
                    refusal.status(),
                    refusal.code(),
                    refusal.problem().in(locale),
                    number,
                    column + 1,
                    line.substring(0, column),
                    line.substring(column));
        }
    }

    private Map<String, Object> page(Exchange exchange, Release release, Locale locale) {
        Map<String, Object> values = new HashMap<>();
        values.put("query", chosen(exchange, examples.of(release)));
        values.put("examples", shown(examples.of(release), locale));
        values.put("functions", FUNCTIONS);
        return values;
    }

    private static String chosen(Exchange exchange, List<PublishedExample> examples) {
        return exchange.parameter("example")
                .flatMap(name ->
                        examples.stream().filter(e -> e.name().equals(name)).findFirst())
                .or(() -> examples.stream().findFirst())
                .map(PublishedExample::query)
                .orElse(FIRST_QUERY);
    }

    private static List<Example> shown(List<PublishedExample> examples, Locale locale) {
        return examples.stream()
                .map(e -> new Example(
                        e.name(),
                        e.title().isEmpty() ? e.name() : e.title().in(locale),
                        e.query(),
                        "/sparql?example=" + e.name(),
                        address(e.query(), "")))
                .toList();
    }
}
