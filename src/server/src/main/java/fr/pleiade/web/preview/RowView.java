package fr.pleiade.web.preview;

import fr.pleiade.draft.preview.Draft;
import fr.pleiade.draft.preview.MappedRow;
import fr.pleiade.draft.preview.SourceRows;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row, the things that it gives, and their triples.
 *
 * @param number which row it is, from 1
 * @param line its line in the file
 * @param total how many rows there are
 * @param cells the row
 * @param things what it gives
 * @param turtle the same as text, relative to the site's base, without prefixes
 * @param more how many triples are not shown
 */
record RowView(
        long number, long line, long total, List<CellView> cells, List<ThingView> things, String turtle, int more) {
    private static final int MOST = 400;

    RowView {
        cells = List.copyOf(cells);
        things = List.copyOf(things);
    }

    /**
     * One cell.
     *
     * @param isUsed whether the mapping makes anything of the column
     * @param problems why nothing can be made of it; empty if something can
     */
    record CellView(String column, String value, boolean isUsed, List<String> problems) {
        CellView {
            problems = List.copyOf(problems);
        }
    }

    /** A thing and what is said of it. */
    record ThingView(String name, String iri, List<Shown.Row> rows) {
        ThingView {
            rows = List.copyOf(rows);
        }
    }

    static RowView of(Draft draft, SourceRows source, MappedRow mapped, String base, Locale locale) {
        List<Quad> shown = mapped.quads().stream().limit(MOST).toList();
        return new RowView(
                mapped.row().number(),
                mapped.row().line(),
                source.total(),
                cells(draft, source, mapped, locale),
                things(draft, shown, base, locale),
                turtle(shown, draft.prefixes(), base),
                mapped.quads().size() - shown.size());
    }

    private static List<CellView> cells(Draft draft, SourceRows source, MappedRow mapped, Locale locale) {
        Set<String> used = draft.used(source);
        List<CellView> cells = new ArrayList<>();
        for (int i = 0; i < source.header().size(); i++) {
            String column = source.header().get(i);
            String value =
                    i < mapped.row().cells().size() ? mapped.row().cells().get(i) : "";
            List<String> problems = mapped.findings().stream()
                    .filter(finding -> finding.place() instanceof Place.InCell cell
                            && cell.column().equals(column))
                    .map(Finding::problem)
                    .map(problem -> problem.in(locale))
                    .distinct()
                    .toList();
            cells.add(new CellView(column, value, used.contains(column), problems));
        }
        return cells;
    }

    private static List<ThingView> things(Draft draft, List<Quad> quads, String base, Locale locale) {
        Map<Term, Map<String, List<Shown>>> bySubject = new LinkedHashMap<>();
        for (Quad quad : quads) {
            bySubject
                    .computeIfAbsent(quad.subject(), subject -> new LinkedHashMap<>())
                    .computeIfAbsent(quad.predicate().value(), property -> new ArrayList<>())
                    .add(value(quad.object(), draft, base, locale));
        }
        return bySubject.entrySet().stream()
                .map(thing -> new ThingView(
                        called(thing.getValue()).orElseGet(() -> name(thing.getKey(), draft, base, locale)),
                        thing.getKey() instanceof Term.Iri iri ? iri.value() : "",
                        rows(thing.getValue(), draft, base, locale)))
                .toList();
    }

    /** {@return what the thing is called, by the best of the properties that name things} */
    private static Optional<String> called(Map<String, List<Shown>> values) {
        return Lexicon.NAMING.stream()
                .flatMap(property -> values.getOrDefault(property, List.of()).stream())
                .map(Shown::text)
                .findFirst();
    }

    private static List<Shown.Row> rows(Map<String, List<Shown>> values, Draft draft, String base, Locale locale) {
        return values.entrySet().stream()
                .map(property -> new Shown.Row(
                        Shown.text(
                                term(property.getKey(), draft, base, locale),
                                "",
                                draft.prefixes().shorten(property.getKey())),
                        property.getValue()))
                .toList();
    }

    private static Shown value(Term term, Draft draft, String base, Locale locale) {
        if (term instanceof Term.Literal literal) {
            boolean isOfPage = literal.language().equals(locale.getLanguage());
            return Shown.text(
                    literal.lexical(),
                    isOfPage ? "" : literal.language(),
                    draft.prefixes().shorten(literal.datatype()));
        }
        boolean isElsewhere = term instanceof Term.Iri iri && !iri.value().startsWith(base);
        return new Shown(
                name(term, draft, base, locale),
                isElsewhere ? Shown.href(term.text(), base) : "",
                "",
                isElsewhere,
                term.text(),
                List.of());
    }

    private static String name(Term term, Draft draft, String base, Locale locale) {
        return term instanceof Term.Iri iri ? term(iri.value(), draft, base, locale) : term.toNTriples();
    }

    /** {@return what a person reads for an IRI: its label, its short name, or what is behind the base} */
    private static String term(String iri, Draft draft, String base, Locale locale) {
        for (Labels labels : List.of(draft.labels(iri), Lexicon.sharedNames(iri))) {
            if (!labels.isEmpty()) {
                return labels.in(locale);
            }
        }
        String shortened = draft.prefixes().shorten(iri);
        return shortened.equals(iri) && iri.startsWith(base) ? iri.substring(base.length()) : shortened;
    }

    private static String turtle(List<Quad> quads, Prefixes prefixes, String base) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfWriter writer = RdfWriter.open(out, Syntax.TURTLE, prefixes)) {
            quads.forEach(quad -> writer.accept(quad.in(Quad.DEFAULT_GRAPH)));
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("@prefix ") && !line.startsWith("PREFIX "))
                .collect(Collectors.joining("\n"))
                .replace("<" + base, "<")
                .strip();
    }
}
