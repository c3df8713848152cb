package fr.pleiade.web.sparql;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.Sha256;
import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.sparql.SparqlRefusal;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.CodedResponse;
import fr.pleiade.web.http.Departure;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Problem;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.Lexicon;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /sparql} with a query: the SPARQL Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
@Controller
class EndpointController {
    private static final String SECONDS_TO_WAIT = "10";
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Text FULL = new Text(
            "too many long answers wait for their readers; try again soon, or ask for less, or take a download",
            "trop de longues réponses attendent d'être lues ; réessayez bientôt, demandez moins, ou prenez un téléchargement");

    private static final Text TOO_LONG = new Text(
            "the answer is too long for a spreadsheet; ask for less with LIMIT, or take it as CSV (format=csv)",
            "la réponse est trop longue pour un tableur ; demandez moins avec LIMIT, ou prenez-la en CSV (format=csv)");

    private final CurrentRelease current;
    private final SparqlService sparql;
    private final QueryPage page;
    private final Spool spool;

    EndpointController(CurrentRelease current, SparqlService sparql, QueryPage page, Spool spool) {
        this.current = current;
        this.sparql = sparql;
        this.page = page;
        this.spool = spool;
    }

    @RequestMapping("/sparql")
    void sparql(Exchange exchange, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isRead(request) && request.getParameter("query") == null && request.getParameter("update") == null) {
            page.answer(exchange);
            return;
        }
        exchange.varies(List.of("Accept", "Accept-Language", "Cookie", "Accept-Encoding"));
        try {
            request.setAttribute(SparqlService.ABANDONED, abandoned(Departure.of(request)));
            SparqlQuery query = sparql.query(request, exchange.base() + "sparql");
            if (isForReader(exchange, query)) {
                show(exchange, query, request, response);
            } else if (isForSpreadsheet(exchange, query)) {
                sheet(exchange, query, request, response);
            } else {
                answer(exchange, query, form(exchange, query), request);
            }
        } catch (SparqlRefusal e) {
            String query = request.getParameter("query");
            if (query == null || namedForm(exchange).isPresent() || !exchange.prefersPage(Problem.JSON)) {
                throw explained(e);
            }
            exchange.refuse(e.status());
            e.headers().forEach(response::setHeader);
            page.sendRefused(exchange, query, e);
        }
    }

    /** {@return whether a page is liked best, and no form is named in the address} */
    private static boolean isForReader(Exchange exchange, SparqlQuery query) {
        List<Variant> forms = Stream.concat(ResultForms.of(query).stream(), Stream.of(Variant.HTML))
                .toList();
        return namedForm(exchange).isEmpty()
                && exchange.accept().choose(forms).filter(Variant::isHtml).isPresent();
    }

    private static Optional<String> namedForm(Exchange exchange) {
        return exchange.parameter("format").or(() -> exchange.parameter("output"));
    }

    private static boolean isForSpreadsheet(Exchange exchange, SparqlQuery query) {
        return query.form() == SparqlQuery.Form.SELECT
                && namedForm(exchange)
                        .filter(Variant.SPREADSHEET.suffix()::equals)
                        .isPresent();
    }

    /** What a page shows, all rows of it: names in the reader's language, numbers as a spreadsheet in that language reads them. */
    private void sheet(Exchange exchange, SparqlQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (CurrentRelease.View view = current.view()) {
            FirstBytes answer = new FirstBytes(response);
            sparql.answer(view.reading(), query, ResultForms.TABLES.get(0).mediaType(), asGet(request), answer);
            if (answer.isCut()) {
                throw Refusal.explained(400, "sheet-too-long", TOO_LONG);
            }
            Solutions solutions = Solutions.read(answer.bytes(), Integer.MAX_VALUE);
            Locale locale = exchange.language().locale();
            Lexicon lexicon = page.lexicon(view.release());
            exchange.send(
                    entity(view, query, Variant.SPREADSHEET).cached(Entity.Caching.NONE),
                    out -> SolutionSheet.write(solutions, lexicon, locale, out));
        }
    }

    /** The query is answered before the page is made: whoever makes a page keeps others from making theirs. */
    private void show(Exchange exchange, SparqlQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Variant form = query.form().isGraph() ? Variant.of(Syntax.TURTLE) : ResultForms.TABLES.get(0);
        try (CurrentRelease.View view = current.view()) {
            FirstBytes answer = new FirstBytes(response);
            sparql.answer(view.reading(), query, form.mediaType(), asGet(request), answer);
            Locale locale = exchange.language().locale();
            ShownResult result = query.form().isGraph()
                    ? ShownResult.ofGraph(answer)
                    : ShownResult.of(
                            Solutions.read(answer.bytes(), ShownResult.MOST_ROWS),
                            page.lexicon(view.release()),
                            page.atlas(view.release()),
                            locale);
            page.send(exchange, view.release(), query, result);
        }
    }

    /** {@return the request as one that wants a body, which is needed to make a page of the same length} */
    private static HttpServletRequest asGet(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
            }
        };
    }

    /** A simple client may close its own half of the connection once it has asked: what is quick is answered all the same. */
    private static BooleanSupplier abandoned(Departure departure) {
        long begun = System.nanoTime();
        return () -> System.nanoTime() - begun > QUICK.toNanos() && departure.hasLeft();
    }

    /** An answer that is whole, and where it goes. */
    private record Waiting(SpooledResponse spooled, CodedResponse answer) {}

    /** The store and the place in the engine are given back before the first byte is sent. */
    private void answer(Exchange exchange, SparqlQuery query, Variant form, HttpServletRequest request)
            throws IOException {
        try {
            Optional<Waiting> waiting = whole(exchange, query, form, request);
            if (waiting.isPresent()) {
                try (SpooledResponse spooled = waiting.get().spooled()) {
                    spooled.send();
                    waiting.get().answer().finish();
                }
            }
        } catch (IOException e) {
            throw new CloseNowException("the answer was cut short", e); // a reader who leaves is no failure of ours
        }
    }

    private Optional<Waiting> whole(Exchange exchange, SparqlQuery query, Variant form, HttpServletRequest request)
            throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Optional<CodedResponse> answer = exchange.begin(entity(view, query, form));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            SpooledResponse spooled = spool.wait(answer.get(), request.getRemoteAddr());
            try {
                execute(view, query, form, request, spooled);
            } catch (IOException | RuntimeException e) {
                try (spooled) {
                    throw e;
                }
            }
            return Optional.of(new Waiting(spooled, answer.get()));
        }
    }

    private void execute(
            CurrentRelease.View view,
            SparqlQuery query,
            Variant form,
            HttpServletRequest request,
            SpooledResponse spooled)
            throws IOException {
        try {
            sparql.answer(view.reading(), query, form.mediaType(), request, spooled);
        } catch (IOException | SparqlRefusal e) {
            if (!spooled.isFull()) {
                throw e;
            }
        }
        if (spooled.isFull()) {
            spooled.resetBuffer();
            throw Refusal.explained(503, "answers-waiting", FULL).with("Retry-After", SECONDS_TO_WAIT);
        }
    }

    /**
     * A form without a script names the format; programs negotiate. Some name the forms of one kind of answer for every query, and read
     * one form of the other kind.
     */
    private static Variant form(Exchange exchange, SparqlQuery query) {
        List<Variant> offered = ResultForms.of(query);
        Optional<String> asked = namedForm(exchange);
        if (asked.isPresent()) {
            return named(asked.get(), query, offered);
        }
        if (exchange.accept().choose(offered).isEmpty()
                && exchange.accept().choose(ResultForms.ofTheOther(query)).isPresent()) {
            return ResultForms.ofWhoNamesOnlyTheOther(query);
        }
        return exchange.negotiate(offered, v -> exchange.base() + "sparql?format=" + v.suffix());
    }

    /** {@return the form of a suffix or media type; of the forms of the other kind of answer, the usual one} */
    private static Variant named(String name, SparqlQuery query, List<Variant> offered) {
        List<Variant> others = ResultForms.ofTheOther(query);
        return offered.stream()
                .filter(form -> form.isCalled(name))
                .findFirst()
                .or(() -> others.stream()
                        .filter(form -> form.isCalled(name))
                        .findFirst()
                        .map(other -> ResultForms.ofWhoNamesOnlyTheOther(query)))
                .orElseThrow(() -> Refusal.of(
                        400,
                        "unknown-format",
                        name,
                        offered.stream().map(Variant::suffix).collect(Collectors.joining(", "))));
    }

    private static Entity entity(CurrentRelease.View view, SparqlQuery query, Variant form) {
        String asked = query.text() + query.defaultGraphs() + query.namedGraphs();
        String validator = "%s.%s.%s".formatted(view.release().id(), Sha256.shortened(asked), form.suffix());
        if (query.isRepeatable()) {
            return Entity.data(form, validator, view.release().created());
        }
        Instant now = Instant.now(); // the same query has another answer the next time, which nobody holds yet
        return Entity.data(form, validator + "." + now.toEpochMilli(), now).cached(Entity.Caching.NONE);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Refusal explained(SparqlRefusal refusal) {
        Refusal explained = Refusal.explained(refusal.status(), refusal.code(), refusal.problem());
        for (var header : refusal.headers().entrySet()) {
            explained = explained.with(header.getKey(), header.getValue());
        }
        return explained;
    }
}
