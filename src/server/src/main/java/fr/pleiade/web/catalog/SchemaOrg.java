package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset in the words that search engines read.
 *
 * @see <a href="https://schema.org/Dataset">schema.org, Dataset</a>
 */
final class SchemaOrg {
    private SchemaOrg() {}

    /** {@return the JSON-LD members, with schema.org as the only context} */
    static Map<String, Object> dataset(
            Overview.DatasetLine line, String iri, InMemoryGraph catalog, String base, Locale locale) {
        Term dataset = new Term.Iri(iri);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", "https://schema.org/");
        members.put("@type", "Dataset");
        members.put("@id", iri);
        members.put("name", line.title());
        members.put("description", line.description());
        members.put("url", iri);
        members.put("identifier", line.slug());
        members.put("isAccessibleForFree", true);
        catalog.object(dataset, DCT + "license").ifPresent(license -> members.put("license", license.text()));
        catalog.object(dataset, DCT + "issued").ifPresent(issued -> members.put("datePublished", issued.text()));
        catalog.object(dataset, DCAT + "version").ifPresent(version -> members.put("version", version.text()));
        catalog.object(dataset, DCT + "modified").ifPresent(date -> members.put("dateModified", date.text()));
        period(catalog, dataset).ifPresent(period -> members.put("temporalCoverage", period));
        List<Map<String, Object>> places = places(catalog, dataset, locale);
        if (!places.isEmpty()) {
            members.put("spatialCoverage", places);
        }
        members.put("keywords", texts(catalog.objects(dataset, DCAT + "keyword"), locale));
        members.put("creator", agents(catalog, catalog.objects(dataset, DCT + "creator"), locale));
        members.put("publisher", agents(catalog, catalog.objects(dataset, DCT + "publisher"), locale));
        members.put("includedInDataCatalog", catalogue(catalog, base + "catalog", locale));
        members.put("distribution", downloads(catalog, iri, line.slug(), base));
        return members;
    }

    private static Map<String, Object> catalogue(InMemoryGraph catalog, String iri, Locale locale) {
        return Map.of(
                "@type",
                "DataCatalog",
                "url",
                iri,
                "name",
                Overview.text(catalog, iri, "title", locale).orElse(iri));
    }

    /** {@return the period as ISO 8601 has it, {@code ..} for an open end; nothing where no end of it is known} */
    private static Optional<String> period(InMemoryGraph catalog, Term dataset) {
        return catalog.objects(dataset, DCT + "temporal").stream()
                .map(period -> end(catalog, period, "startDate") + "/" + end(catalog, period, "endDate"))
                .filter(period -> !period.equals("../.."))
                .findFirst();
    }

    private static String end(InMemoryGraph catalog, Term period, String property) {
        return period instanceof Term.Literal
                ? ".."
                : catalog.object(period, DCAT + property).map(Term::text).orElse("..");
    }

    /** {@return the places that have a name} */
    private static List<Map<String, Object>> places(InMemoryGraph catalog, Term dataset, Locale locale) {
        return catalog.objects(dataset, DCT + "spatial").stream()
                .filter(place -> !(place instanceof Term.Literal))
                .map(place -> Lexicon.namesIn(catalog, place))
                .filter(names -> !names.isEmpty())
                .map(names -> Map.<String, Object>of("@type", "Place", "name", names.in(locale)))
                .toList();
    }

    /** {@return the dumps in every syntax, and the table where the dataset is made from one} */
    private static List<Map<String, Object>> downloads(InMemoryGraph catalog, String iri, String slug, String base) {
        List<Map<String, Object>> downloads = new ArrayList<>();
        if (!catalog.about(new Term.Iri(iri + "#table")).isEmpty()) {
            downloads.add(download("text/csv", base + "dump/" + slug + ".csv"));
        }
        Variant.RDF.forEach(
                form -> downloads.add(download(form.mediaType(), base + "dump/" + slug + "." + form.suffix())));
        return downloads;
    }

    private static List<String> texts(List<Term> literals, Locale locale) {
        return literals.stream()
                .filter(term -> !(term instanceof Term.Literal literal)
                        || literal.language().isEmpty()
                        || literal.language().equals(locale.getLanguage()))
                .map(Term::text)
                .toList();
    }

    private static List<Map<String, Object>> agents(InMemoryGraph catalog, List<Term> agents, Locale locale) {
        return agents.stream()
                .map(agent -> {
                    Labels names = Lexicon.namesIn(catalog, agent);
                    return Map.<String, Object>of(
                            "@type", "Organization", "@id", agent.text(), "name", names.in(locale));
                })
                .toList();
    }

    private static Map<String, Object> download(String mediaType, String address) {
        return Map.of("@type", "DataDownload", "contentUrl", address, "encodingFormat", mediaType);
    }
}
