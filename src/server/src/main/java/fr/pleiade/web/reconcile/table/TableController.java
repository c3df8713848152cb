package fr.pleiade.web.reconcile.table;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.names.Names;
import fr.pleiade.linking.table.Decisions;
import fr.pleiade.linking.table.TableMatch;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.CodedResponse;
import fr.pleiade.web.http.Crowd;
import fr.pleiade.web.http.Departure;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.FormParts;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.TableText;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /reconcile/table}: a form for a CSV file, and the file with the things that its rows name, as a page or as a file.
 *
 * <p>One table of a client is looked at at once, and at most as many of all clients as half the processors; none longer than
 * {@value #SECONDS} seconds. The page comes in pieces, so that a reader sees how far it is without a script.
 */
@Controller
class TableController {
    /** Rows of a table. */
    static final int MOST_ROWS = 10_000;

    private static final int SHOWN = 500;
    private static final int SECONDS = 20;
    private static final int STEP = 100;
    private static final int MOST_TYPES = 40;
    private static final int SCORE = TableMatch.COLUMNS.indexOf("match_score");
    private static final String RESULT = "<!--result-->";

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final Crowd busy = new Crowd(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 1);

    TableController(CurrentRelease current, ServedReleases served, Pages pages) {
        this.current = current;
        this.served = served;
        this.pages = pages;
    }

    /** A class that a reader may keep the answers to. */
    record Type(String iri, String name, boolean isChosen) {}

    private static Names names(Served release) {
        return release.names().orElseThrow(() -> Refusal.of(503, "no-names").with("Retry-After", "60"));
    }

    @GetMapping("/reconcile/table")
    void form(Exchange exchange) throws IOException {
        Served release = served.of(current.now());
        Entity entity = pages.entity(exchange, release.release());
        Locale locale = entity.language().orElse(Language.OF_READERS).locale();
        pages.send(exchange, entity, "reconcile-table", () -> form(release, locale, ""));
    }

    private static Map<String, Object> form(Served release, Locale locale, String chosen) {
        List<Type> types = names(release).types().stream()
                .limit(MOST_TYPES)
                .map(count -> new Type(
                        count.value(),
                        release.lexicon().name(count.value(), locale),
                        count.value().equals(chosen)))
                .toList();
        return Map.of(
                "types",
                types,
                "mostKilobytes",
                SentTable.MOST_BYTES / 1000,
                "mostRows",
                MOST_ROWS,
                "isAnswer",
                false,
                "service",
                release.release().base() + "reconcile");
    }

    @PostMapping("/reconcile/table")
    void answer(Exchange exchange, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Served release = served.of(current.now());
        Names names = names(release);
        FormParts form = FormParts.of(request);
        try (Crowd.Place place = busy.enter(request.getRemoteAddr())
                        .orElseThrow(() -> Refusal.of(busy.isFull() ? 503 : 429, "table-busy")
                                .with("Retry-After", "10"));
                SentTable table = SentTable.of(form)) {
            long rows = table.rows();
            if (rows > MOST_ROWS) {
                throw Refusal.of(413, "table-rows", rows, MOST_ROWS);
            }
            Wish wish = Wish.of(form, table, names);
            Work work = new Work(release, names, table, wish, rows, Departure.of(request));
            if (wish.as().equals(Wish.PAGE)) {
                page(exchange, work);
            } else {
                file(exchange, response, work);
            }
        } catch (CsvException e) {
            String problem = (e.line() > 0 ? e.file() + ":" + e.line() : e.file()) + ": " + e.problem();
            throw Refusal.explained(400, "table-unreadable", new Text(problem, problem));
        }
    }

    /** A table, and what it is looked up in. */
    private record Work(Served release, Names names, SentTable table, Wish wish, long rows, Departure departure) {
        TableMatch.Counts run(Locale locale, TableMatch.Sink sink) throws IOException {
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            TableMatch match = new TableMatch(names, wish.columns(), wish.types(), "", locale);
            try (CsvFile csv = table.open()) {
                return match.run(
                        table.name(),
                        csv,
                        new TableMatch.Subjects("", Decisions.NONE),
                        row -> sink.take(row)
                                && System.nanoTime() < end
                                && (row.number() % STEP > 0 || !departure.hasLeft()));
            }
        }

        List<String> header() {
            try (CsvFile csv = table.open()) {
                return csv.header();
            }
        }
    }

    private void page(Exchange exchange, Work work) throws IOException {
        Language language = exchange.language();
        Locale locale = language.locale();
        Entity entity = pages.entity(language, "table", work.release().release().created())
                .cached(Entity.Caching.NONE);
        Map<String, Object> form =
                new java.util.HashMap<>(form(work.release(), locale, work.wish().type()));
        form.put("isAnswer", true);
        form.put("name", work.table().name());
        String[] frame = pages.text(exchange, language, "reconcile-table", form).split(RESULT, 2);
        Optional<CodedResponse> begun = exchange.beginInPieces(entity);
        if (begun.isEmpty()) {
            return;
        }
        begun.get().setHeader("X-Accel-Buffering", "no"); // a proxy would wait for the end
        OutputStream out = begun.get().getOutputStream();
        send(out, frame[0]);
        List<Line> lines = new ArrayList<>();
        TableMatch.Counts counts = work.run(locale, row -> {
            if (lines.size() < SHOWN) {
                lines.add(Line.of(
                        row, work.release().lexicon(), work.release().release().base(), locale));
            }
            if (row.number() % STEP == 0) {
                send(out, "<p>%,d / %,d</p>%n".formatted(row.number(), work.rows()));
            }
            return true;
        });
        send(out, pages.text(exchange, language, "reconcile-table-result", result(work, lines, counts, locale)));
        send(out, frame[1]);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Map<String, Object> result(Work work, List<Line> lines, TableMatch.Counts counts, Locale locale)
            throws IOException {
        Map<String, Object> values =
                new java.util.HashMap<>(form(work.release(), locale, work.wish().type()));
        values.put("lines", lines);
        values.put("counts", counts);
        values.put("unknown", counts.rows() - counts.matched() - counts.doubtful());
        values.put("rows", work.rows());
        values.put("header", work.header());
        values.put("columns", work.wish().columns());
        values.put("place", work.wish().columns().places().stream().findFirst().orElse(Wish.NO_COLUMN));
        values.put("noColumn", Wish.NO_COLUMN);
        values.put("anyType", Wish.ANY_TYPE);
        values.put("name", work.table().name());
        values.put("packed", work.table().packed());
        return values;
    }

    /** The whole table is matched before anything of it is sent: a part of it would look like the whole. */
    private void file(Exchange exchange, HttpServletResponse response, Work work) throws IOException {
        boolean isExcel = work.wish().as().equals(Wish.EXCEL);
        Locale locale = exchange.language().locale();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long done = (isExcel ? writeSpreadsheet(work, bytes, locale) : writeCsv(work, bytes, locale)).rows();
        if (done < work.rows()) {
            throw Refusal.of(503, "table-slow", done, work.rows()).with("Retry-After", "60");
        }
        String name = work.table().name().replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + java.net.URLEncoder.encode(name + "-reconciled.csv", StandardCharsets.UTF_8));
        Entity entity = Entity.of(
                        "text/csv;charset=utf-8",
                        "table",
                        work.release().release().created())
                .cached(Entity.Caching.NONE);
        exchange.send(entity, bytes::writeTo);
    }

    private static TableMatch.Counts writeCsv(Work work, OutputStream out, Locale locale) throws IOException {
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(written(work.header()));
            return work.run(locale, row -> {
                writer.write(TableMatch.written(row));
                return true;
            });
        }
    }

    private static List<String> written(List<String> header) {
        List<String> all = new ArrayList<>(header);
        all.addAll(TableMatch.COLUMNS);
        return all;
    }

    private static TableMatch.Counts writeSpreadsheet(Work work, OutputStream out, Locale locale) throws IOException {
        TableText writer = TableText.spreadsheet(out, locale);
        writer.header(written(work.header()));
        TableMatch.Counts counts = work.run(locale, row -> {
            List<TableText.Cell> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(TableText.Cell.of(cell)));
            for (int i = 0; i < row.answer().size(); i++) {
                String cell = row.answer().get(i);
                cells.add(i == SCORE ? new TableText.Cell(cell, cell) : TableText.Cell.of(cell));
            }
            writer.row(cells);
            return true;
        });
        writer.flush();
        return counts;
    }
}
