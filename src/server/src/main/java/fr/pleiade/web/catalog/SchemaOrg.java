package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Labels;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        members.put("keywords", texts(catalog.objects(dataset, DCAT + "keyword"), locale));
        members.put("creator", agents(catalog, catalog.objects(dataset, DCT + "creator"), locale));
        members.put("publisher", agents(catalog, catalog.objects(dataset, DCT + "publisher"), locale));
        members.put("includedInDataCatalog", Map.of("@type", "DataCatalog", "url", base + "catalog"));
        members.put(
                "distribution",
                Variant.RDF.stream()
                        .map(form -> download(form, line.slug(), base))
                        .toList());
        return members;
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

    private static Map<String, Object> download(Variant form, String slug, String base) {
        return Map.of(
                "@type",
                "DataDownload",
                "contentUrl",
                base + "dump/" + slug + "." + form.suffix(),
                "encodingFormat",
                form.mediaType());
    }
}
