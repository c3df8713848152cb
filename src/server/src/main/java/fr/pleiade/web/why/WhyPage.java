package fr.pleiade.web.why;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.origin.OriginFile;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Contact;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.WhyAddress;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out where statements come from as a page in one language. */
final class WhyPage {
    /** A mail is a kilobyte and more: a page of more values than these leads to each of them instead. */
    private static final int MOST_MAILS = 20;

    private final Edition edition;
    private final Release release;
    private final Served content;
    private final Lexicon lexicon;
    private final Locale locale;

    WhyPage(Edition edition, Served content, Locale locale) {
        this.edition = edition;
        this.release = edition.release();
        this.content = content;
        this.lexicon = content.lexicon();
        this.locale = locale;
    }

    /**
     * A statement as the page tells it.
     *
     * @param part of what it is said, where that is not the thing itself but a part of it; else {@code ""}
     * @param report where to write to if it is wrong
     */
    record Told(String part, Shown property, Shown value, List<Because> because, Shown dataset, String report) {
        Told {
            because = List.copyOf(because);
        }
    }

    /**
     * One reason.
     *
     * @param kind names the words of the page
     * @param rows the rows that it leads back to
     * @param name what a rule is about, what was counted, or the name of a file
     * @param document the file that says the rule, or {@code ""}
     * @param line its line there
     * @param from the statements that it leads back to
     * @param targets where something was found, or by what it was counted
     */
    record Because(
            String kind, List<Row> rows, String name, String document, long line, List<Earlier> from, String targets) {
        Because {
            rows = List.copyOf(rows);
            from = List.copyOf(from);
        }
    }

    /** A row, the columns in it that count, and the rule that reads them. */
    record Row(String file, long line, List<String> columns, String document, long documentLine, String rule) {
        Row {
            columns = List.copyOf(columns);
        }
    }

    /** A statement that another leads back to. */
    record Earlier(Shown subject, Shown property, Shown value, List<Row> rows) {
        Earlier {
            rows = List.copyOf(rows);
        }
    }

    /** {@return the values that the template shows} */
    Map<String, Object> values(Exchange exchange, WhyQuestion question, List<Reasons.Explained> explained) {
        Map<String, Object> values = new HashMap<>();
        Term.Iri subject = question.subject();
        values.put(
                "canonical", ""); // the address without its query is no page, and search engines are asked to stay away
        values.put("thing", shown(subject));
        boolean isShort = explained.size() <= MOST_MAILS;
        values.put(
                "statements",
                explained.stream().map(each -> told(each, subject, isShort)).toList());
        values.put("isCut", explained.size() == Reasons.MOST);
        values.put("most", OriginFile.MOST);
        values.put("mostCounted", CubeReasons.MOST);
        values.put(
                "all", question.predicate().isPresent() ? "/" + edition.prefix() + WhyAddress.of(subject, base()) : "");
        values.put(
                "forms",
                WhyController.FORMS.stream()
                        .map(form -> new Pages.Alternate(
                                form.mediaType(), form.label(), exchange.addressWith("_mediatype", form.mediaType())))
                        .toList());
        values.put("made", Written.day(release.created().atZone(ZoneOffset.UTC).toLocalDate(), locale));
        values.put(
                "licence",
                content.site()
                        .catalog()
                        .license()
                        .map(this::shown)
                        .map(List::of)
                        .orElse(List.of()));
        return values;
    }

    private Told told(Reasons.Explained explained, Term.Iri subject, boolean writesMail) {
        Quad statement = explained.statement();
        String said = statement.subject().text();
        String dataset = release.graph(explained.slug()).orElseThrow().iri();
        List<Because> because = explained.reasons().stream()
                .map(reason -> reason.match(new Kinds()))
                .toList();
        return new Told(
                said.startsWith(subject.value() + "#")
                        ? said.substring(subject.value().length() + 1)
                        : "",
                shown(statement.predicate()),
                shown(statement.object()),
                because,
                Shown.link(content.title(explained.slug(), locale), Shown.href(dataset, base())),
                writesMail ? report(explained, because) : address(statement));
    }

    /** {@return where one of many values is explained alone, with the mail that reports it} */
    private String address(Quad statement) {
        return statement.subject() instanceof Term.Iri iri
                ? "/" + edition.prefix()
                        + WhyAddress.of(iri, statement.predicate().value(), statement.object(), lexicon, base())
                : "/";
    }

    private String report(Reasons.Explained explained, List<Because> because) {
        Quad statement = explained.statement();
        String property = statement.predicate().value();
        String page = statement.subject() instanceof Term.Iri iri
                ? edition.pinnedAddress(WhyAddress.of(iri, property, statement.object(), lexicon, base()))
                : base();
        String places = because.stream()
                .flatMap(each -> Stream.concat(
                        each.rows().stream(), each.from().stream().flatMap(earlier -> earlier.rows().stream())))
                .map(this::place)
                .distinct()
                .collect(Collectors.joining(" ; "));
        String documents = because.stream()
                .filter(each -> each.rows().isEmpty() && each.from().isEmpty())
                .map(Because::name)
                .collect(Collectors.joining(" ; "));
        return new ErrorReport(
                        lexicon.name(statement.subject().text(), locale) + " <"
                                + statement.subject().text() + ">",
                        lexicon.name(property, locale) + " <" + property + ">",
                        statement.object().text(),
                        places.isEmpty() ? documents : places,
                        content.title(explained.slug(), locale),
                        release.id() + ", " + release.created(),
                        page)
                .address(Contact.of(content.site(), explained.slug()), locale);
    }

    private String place(Row row) {
        boolean isFrench = locale.getLanguage().equals("fr");
        String columns = String.join(", ", row.columns());
        String line = row.file() + (isFrench ? ", ligne " : ", line ") + row.line();
        return columns.isEmpty() ? line : line + (isFrench ? ", colonne " : ", column ") + columns;
    }

    /** Puts each kind of reason into what the template shows of it. */
    private final class Kinds implements Reason.Cases<Because> {
        @Override
        public Because row(Reason.Row row) {
            return new Because("row", List.of(WhyPage.row(row)), "", "", 0, List.of(), "");
        }

        @Override
        public Because link(Reason.Link link) {
            return new Because(
                    link.rule().kind() == OriginRule.Kind.NAMES ? "names" : "link",
                    List.of(),
                    link.rule().label().in(locale),
                    link.rule().document(),
                    link.rule().line(),
                    link.keys().stream().map(WhyPage.this::earlier).toList(),
                    link.targets().stream()
                            .map(name -> release.graph(name).isPresent() ? content.title(name, locale) : name)
                            .collect(Collectors.joining(", ")));
        }

        @Override
        public Because consequence(Reason.Consequence consequence) {
            return new Because(
                    "consequence",
                    List.of(),
                    consequence.rules().stream()
                            .map(rule -> lexicon.name(rule.text(), locale))
                            .collect(Collectors.joining(", ")),
                    "",
                    0,
                    consequence.from().stream().map(WhyPage.this::earlier).toList(),
                    "");
        }

        @Override
        public Because counted(Reason.Counted counted) {
            return new Because(
                    counted.share().isPresent() ? "share" : "count",
                    List.of(),
                    lexicon.name(counted.share().orElse(counted.type()).text(), locale),
                    "",
                    0,
                    counted.from().stream().map(WhyPage.this::earlier).toList(),
                    counted.dimensions().stream()
                            .map(dimension -> lexicon.name(dimension, locale))
                            .collect(Collectors.joining(", ")));
        }

        @Override
        public Because restated(Reason.Restated restated) {
            return new Because(
                    "restated",
                    List.of(),
                    "",
                    "",
                    0,
                    restated.from().stream().map(WhyPage.this::earlier).toList(),
                    "");
        }

        @Override
        public Because document(Reason.Document document) {
            return new Because("document", List.of(), document.name(), document.name(), 0, List.of(), "");
        }

        @Override
        public Because publication(Reason.Publication publication) {
            return new Because("publication", List.of(), "", "", 0, List.of(), "");
        }
    }

    private static Row row(Reason.Row row) {
        return new Row(
                row.place().file(),
                row.place().line(),
                row.place().rule().columns(),
                row.place().rule().document(),
                row.place().rule().line(),
                row.place().rule().name());
    }

    private Earlier earlier(Reason.Said said) {
        List<Row> rows = new ArrayList<>();
        said.rows().forEach(row -> rows.add(row(row)));
        return new Earlier(
                shown(said.statement().subject()),
                shown(said.statement().predicate()),
                shown(said.statement().object()),
                rows);
    }

    private Shown shown(Term term) {
        if (term instanceof Term.Literal literal) {
            return Shown.literal(literal, lexicon, locale);
        }
        return term instanceof Term.Iri iri ? shown(iri) : Shown.text("…", "", "");
    }

    /** A part of a dataset has no place of its own on the dataset's page. */
    private Shown shown(Term.Iri iri) {
        Shown named = Shown.iri(iri.value(), lexicon, base(), locale);
        boolean isPartOfDataset =
                iri.value().startsWith(base() + "dataset/") && iri.value().contains("#");
        return isPartOfDataset ? named.leadingTo(named.href().replaceFirst("#.*", "")) : named;
    }

    private String base() {
        return release.base();
    }
}
