package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.served.Served;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How somebody cites a thing, a dataset or a whole release: always a release of it, which stays what it is.
 *
 * @param title what is cited
 * @param container the datasets that a thing is in, or {@code ""}
 * @param publisher who publishes it, or {@code ""}
 * @param day when the release was published
 * @param version the release's id
 * @param address where it is found for good
 * @param license the licence's name, or {@code ""}
 * @param language of the words
 * @param of what is cited as {@code /cite?of=} takes it: its path in the release
 */
public record Citation(
        String title,
        String container,
        String publisher,
        LocalDate day,
        String version,
        String address,
        String license,
        String language,
        String of) {
    private static final Text DATA = new Text("data", "données");
    private static final Text IN = new Text("in: %s", "dans : %s");
    private static final Text VERSION = new Text("Release %s of %s", "Version %s du %s");

    /** {@return how the document at a path of an edition is cited; nothing for what is neither thing, dataset nor catalogue} */
    public static Optional<Citation> of(Served content, Edition edition, String path, Locale locale) {
        Release release = edition.release();
        if (path.equals("catalog")) {
            return Optional.of(citation(
                    content, release, path, content.site().catalog().title().in(locale), "", locale));
        }
        if (path.startsWith("dataset/")) {
            String slug = path.substring("dataset/".length());
            return content.site()
                    .dataset(slug)
                    .map(dataset -> citation(content, release, path, content.title(slug, locale), "", locale));
        }
        if (path.startsWith("doc/")) {
            String thing = release.base() + "id/" + path.substring("doc/".length());
            List<PublishedGraph> graphs = release.find(thing).graphs();
            String container = graphs.stream()
                    .map(PublishedGraph::slug)
                    .filter(slug -> !PublishedGraph.NOT_DATASETS.contains(slug))
                    .map(slug -> content.title(slug, locale))
                    .collect(Collectors.joining(" ; "));
            return graphs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(citation(content, release, path, title(content, thing, locale), container, locale));
        }
        return Optional.empty();
    }

    private static String title(Served content, String thing, Locale locale) {
        Release release = content.release();
        return ThingTitle.of(new Term.Iri(thing), release.describe(thing), content.lexicon(), release.base(), locale)
                .text();
    }

    private static Citation citation(
            Served content, Release release, String path, String title, String container, Locale locale) {
        Term.Iri subject = new Term.Iri(release.base() + path);
        return new Citation(
                title,
                container,
                publisher(content, subject, locale),
                LocalDate.ofInstant(release.created(), ZoneOffset.UTC),
                release.id(),
                RequestPath.toUri(Edition.latest(release).pinnedAddress(path)),
                named(content.catalog().object(subject, DCT + "license"), content, locale)
                        .or(() -> named(content.site().catalog().license(), content, locale))
                        .orElse(""),
                locale.getLanguage(),
                path);
    }

    private static String publisher(Served content, Term.Iri subject, Locale locale) {
        InMemoryGraph catalog = content.catalog();
        return named(catalog.object(subject, DCT + "creator"), content, locale)
                .or(() -> named(catalog.object(subject, DCT + "publisher"), content, locale))
                .or(() -> named(catalog.object(content.site().catalog().iri(), DCT + "publisher"), content, locale))
                .orElse("");
    }

    private static Optional<String> named(Optional<Term> who, Served content, Locale locale) {
        return who.map(term -> {
            Labels names = content.lexicon().names(term.text());
            return names.isEmpty()
                    ? Shown.iri(
                                    term.text(),
                                    content.lexicon(),
                                    content.release().base(),
                                    locale)
                            .text()
                    : names.in(locale);
        });
    }

    /** {@return the citation in a sentence, in the order of APA: who, when, what, which version, where} */
    public String text() {
        Locale locale = Locale.forLanguageTag(language);
        StringBuilder text = new StringBuilder();
        if (!publisher.isEmpty()) {
            text.append(publisher).append(' ');
        }
        text.append('(')
                .append(day.getYear())
                .append("). ")
                .append(title)
                .append(" [")
                .append(DATA.in(locale))
                .append("]");
        if (!container.isEmpty()) {
            text.append(", ").append(IN.with(container).in(locale));
        }
        text.append(". ")
                .append(VERSION.with(version, Written.day(day, locale)).in(locale))
                .append(". ");
        return text.append(address).toString();
    }

    /** {@return where it is had as a file, with a suffix} */
    public String file(String suffix) {
        return "/release/" + version + "/cite." + suffix + "?of=" + WhyAddress.escaped(of) + "&lang=" + language;
    }
}
