package fr.pleiade.mapping.sheet;

import static fr.pleiade.rdf.Vocabulary.CSVW;
import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the description of a dataset as DCAT, each triple with its line.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
final class AboutReader {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    /** The vocabulary of the gate. */
    private static final String GATE = "https://w3id.org/pleiade/gate#";

    private static final Map<String, String> LANGUAGES = Map.of(
            "fr", "FRA", "en", "ENG", "de", "DEU", "es", "SPA", "it", "ITA", "pt", "POR", "nl", "NLD", "oc", "OCI",
            "br", "BRE");

    private final Problems problems;
    private final Addresses addresses;
    private final String base;
    private final String dataset;
    private final String language;
    private final InMemoryGraph graph = new InMemoryGraph();

    /**
     * @param dataset the dataset's IRI
     * @param language the language of texts that do not say theirs; {@code ""} if they have none
     */
    AboutReader(Problems problems, Addresses addresses, String base, String dataset, String language) {
        this.problems = problems;
        this.addresses = addresses;
        this.base = base;
        this.dataset = dataset;
        this.language = language;
    }

    InMemoryGraph read(YamlNode node) {
        Part about = Part.read(node, Words.ABOUT_WORDS, problems);
        long line = node.line();
        String page = dataset + ".html";
        say(dataset, Vocabulary.RDF + "type", iri(DCAT + "Dataset"), line);
        say(dataset, DCT + "identifier", Term.Literal.of(dataset.substring(dataset.lastIndexOf('/') + 1)), line);
        say(dataset, DCAT + "landingPage", iri(page), line);
        say(page, Vocabulary.RDF + "type", iri(FOAF + "Document"), line);
        if (node.isMap() && about.find("title").isEmpty()) {
            problems.add(line, "the dataset has no title");
        }
        texts(about, "title", DCT + "title");
        texts(about, "description", DCT + "description");
        texts(about, "keywords", DCAT + "keyword");
        about.nodes("licence").forEach(this::licence);
        agents(about, "publisher");
        agents(about, "creator");
        about.text("version")
                .ifPresent(text -> say(dataset, DCAT + "version", Term.Literal.of(text), about.line("version")));
        codes(about, "theme", DCAT + "theme", "data-theme/", Map.of());
        codes(about, "language", DCT + "language", "language/", LANGUAGES);
        codes(about, "spatial", DCT + "spatial", "country/", Map.of());
        codes(about, "frequency", DCT + "accrualPeriodicity", "frequency/", Map.of());
        date(about, "issued", dataset, DCT + "issued");
        date(about, "modified", dataset, DCT + "modified");
        pages(about, "page", FOAF + "page");
        pages(about, "source", PROV + "wasDerivedFrom");
        about.find("temporal").ifPresent(this::period);
        about.find("contact").ifPresent(this::contact);
        about.find("download").ifPresent(this::download);
        about.find("personal").ifPresent(this::personal);
        return graph;
    }

    private void say(String subject, String property, Term object, long line) {
        graph.add(new Quad(iri(subject), iri(property), object), line);
    }

    private static Term.Iri iri(String iri) {
        return new Term.Iri(iri);
    }

    /** Says texts: one, several, or some in each of several languages. */
    private void texts(Part part, String key, String property) {
        for (YamlNode node : part.nodes(key)) {
            if (node.isMap()) {
                for (YamlNode.Entry entry : node.entries()) {
                    if (!LanguageTag.isWellFormed(entry.key())) {
                        problems.add(entry.line(), "'%s' is not a language tag, such as fr or en", entry.key());
                        continue;
                    }
                    entry.value().each().forEach(item -> text(item, key, property, entry.key()));
                }
            } else {
                text(node, key, property, language);
            }
        }
    }

    private void text(YamlNode node, String key, String property, String tag) {
        problems.text(node, key).ifPresent(text -> {
            if (text.isBlank()) {
                problems.add(node.line(), "%s is empty", key);
            }
            Term literal = tag.isEmpty() ? Term.Literal.of(text) : Term.Literal.inLanguage(text, tag);
            say(dataset, property, literal, node.line());
        });
    }

    private void licence(YamlNode node) {
        Optional<String> said = problems.text(node, "licence");
        if (said.isEmpty()) {
            return;
        }
        Optional<String> known = Licences.address(said.get());
        if (known.isPresent()) {
            say(dataset, DCT + "license", iri(known.get()), node.line());
        } else if (IriSyntax.isIri(said.get())) {
            say(dataset, DCT + "license", iri(said.get()), node.line());
        } else {
            problems.add(
                    node.line(),
                    "'%s' is no licence that is known here%s",
                    said.get(),
                    Spelling.closest(said.get(), Licences.words())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse("; write its address, or one of " + String.join(", ", Licences.words())));
        }
    }

    /** A word is the name of an agent that the catalogue describes. */
    private void agents(Part part, String key) {
        for (YamlNode node : part.nodes(key)) {
            problems.text(node, key)
                    .flatMap(text -> Addresses.isWord(text)
                            ? Optional.of(base + "id/agent/" + text)
                            : addresses.term(text, node.line()).map(UrlTemplate::text))
                    .flatMap(text -> valid(text, node.line()))
                    .ifPresent(agent -> say(dataset, DCT + key, iri(agent), node.line()));
        }
    }

    private Optional<String> valid(String text, long line) {
        if (!IriSyntax.isIri(text)) {
            problems.add(line, "<%s> is not a valid IRI", text);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A word is a code of an authority list of the European Union. */
    private void codes(Part part, String key, String property, String list, Map<String, String> others) {
        for (YamlNode node : part.nodes(key)) {
            problems.text(node, key)
                    .map(text -> text.contains(":")
                            ? text
                            : AUTHORITY + list + others.getOrDefault(text, text.toUpperCase(Locale.ROOT)))
                    .flatMap(text -> valid(text, node.line()))
                    .ifPresent(code -> say(dataset, property, iri(code), node.line()));
        }
    }

    private void pages(Part part, String key, String property) {
        for (YamlNode node : part.nodes(key)) {
            problems.text(node, key).flatMap(text -> valid(text, node.line())).ifPresent(page -> {
                say(dataset, property, iri(page), node.line());
                say(page, Vocabulary.RDF + "type", iri(FOAF + "Document"), node.line());
            });
        }
    }

    private void date(Part part, String key, String subject, String property) {
        part.text(key).ifPresent(text -> {
            Optional<Datatype> type = List.of(Datatype.DATE, Datatype.YEAR_MONTH, Datatype.YEAR).stream()
                    .filter(datatype -> datatype.has(text))
                    .findFirst();
            if (type.isEmpty()) {
                problems.add(part.line(key), "%s is '%s', expected a date such as 2024-01-31", key, text);
            }
            type.ifPresent(t -> say(subject, property, Term.Literal.typed(text, t.iri()), part.line(key)));
        });
    }

    private void period(YamlNode node) {
        String period = dataset + "#period";
        say(dataset, DCT + "temporal", iri(period), node.line());
        say(period, Vocabulary.RDF + "type", iri(DCT + "PeriodOfTime"), node.line());
        if (node.isMap()) {
            Part part = Part.read(node, Words.PERIOD, problems);
            date(part, "start", period, DCAT + "startDate");
            date(part, "end", period, DCAT + "endDate");
            return;
        }
        String year = problems.text(node, "temporal").orElse("");
        if (!year.matches("[0-9]{4}")) {
            problems.add(node.line(), "temporal is %s, expected a year, or start and end", node.describe());
            return;
        }
        say(period, DCAT + "startDate", Term.Literal.typed(year + "-01-01", Datatype.DATE.iri()), node.line());
        say(period, DCAT + "endDate", Term.Literal.typed(year + "-12-31", Datatype.DATE.iri()), node.line());
    }

    private void contact(YamlNode node) {
        String contact = dataset + "#contact";
        long line = node.line();
        say(dataset, DCAT + "contactPoint", iri(contact), line);
        say(contact, Vocabulary.RDF + "type", iri(VCARD + "Kind"), line);
        say(contact, Vocabulary.RDF + "type", iri(VCARD + "Organization"), line);
        if (!node.isMap()) {
            problems.text(node, "contact").ifPresent(mail -> mail(contact, mail, line));
            return;
        }
        Part part = Part.read(node, Words.CONTACT, problems);
        part.text(Words.NAME).ifPresent(name -> say(contact, VCARD + "fn", Term.Literal.of(name), line));
        part.names().forEach((tag, name) -> say(contact, VCARD + "fn", Term.Literal.inLanguage(name, tag), line));
        part.text("email").ifPresent(mail -> mail(contact, mail, part.line("email")));
        part.text(Words.URL)
                .flatMap(text -> valid(text, part.line(Words.URL)))
                .ifPresent(url -> say(contact, VCARD + "hasURL", iri(url), part.line(Words.URL)));
    }

    /** Says where the source is, or each of several by its path, to bring it up to date from there. */
    private void download(YamlNode node) {
        if (!node.isMap()) {
            problems.text(node, "download").ifPresent(url -> distribution(dataset + "#original", url, node.line()));
            return;
        }
        int number = 0;
        for (YamlNode.Entry entry : node.entries()) {
            String original = dataset + "#original-" + ++number;
            problems.text(entry.value(), "the address of " + entry.key())
                    .ifPresent(url -> distribution(original, url, entry.line()));
            say(original, DCT + "identifier", Term.Literal.of(entry.key()), entry.line());
        }
    }

    private void distribution(String original, String url, long line) {
        if (!url.matches("https?://.*")) {
            problems.add(
                    line, "'%s' is not an address that can be downloaded; it begins with https:// or http://", url);
            return;
        }
        valid(url, line).ifPresent(address -> {
            say(dataset, DCAT + "distribution", iri(original), line);
            say(original, Vocabulary.RDF + "type", iri(DCAT + "Distribution"), line);
            say(original, DCAT + "accessURL", iri(address), line);
            say(original, DCAT + "downloadURL", iri(address), line);
        });
    }

    /** Says of columns that look like personal data why they may be published. */
    private void personal(YamlNode node) {
        if (!node.isMap()) {
            problems.add(node.line(), "personal is %s, expected a reason for each column", node.describe());
        }
        int number = 0;
        for (YamlNode.Entry entry : node.entries()) {
            String column = dataset + "#personal-" + ++number;
            say(dataset, GATE + "personal", iri(column), entry.line());
            say(column, CSVW + "name", Term.Literal.of(entry.key()), entry.line());
            YamlNode why = entry.value();
            if (why.isMap()) {
                Part.read(why, Words.REASON, problems)
                        .names()
                        .forEach((tag, text) ->
                                say(column, RDFS + "comment", Term.Literal.inLanguage(text, tag), entry.line()));
            } else {
                problems.text(why, "the reason why %s may be published".formatted(entry.key()))
                        .ifPresent(text -> say(column, RDFS + "comment", Term.Literal.of(text), entry.line()));
            }
        }
    }

    private void mail(String contact, String mail, long line) {
        if (mail.matches("[^@\\s]+@[^@\\s]+")) {
            valid("mailto:" + mail, line).ifPresent(address -> say(contact, VCARD + "hasEmail", iri(address), line));
        } else {
            problems.add(line, "'%s' is not an e-mail address", mail);
        }
    }
}
