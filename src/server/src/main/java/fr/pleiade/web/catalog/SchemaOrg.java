package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.table.TableSchema;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dataset in the words that search engines read, in one language: all members that Google Dataset Search asks for or recommends, of
 * those that the catalogue can fill.
 *
 * @see <a href="https://schema.org/Dataset">schema.org, Dataset</a>
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/dataset">Google Dataset Search</a>
 */
final class SchemaOrg {
    private static final Set<String> NUMBERS = Set.of("integer", "nonNegativeInteger", "decimal", "double", "float");
    private static final Pattern POSITION = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)");

    private final InMemoryGraph catalog;
    private final String base;
    private final Locale locale;

    SchemaOrg(InMemoryGraph catalog, String base, Locale locale) {
        this.catalog = catalog;
        this.base = base;
        this.locale = locale;
    }

    /**
     * {@return the JSON-LD members, with schema.org as the only context}
     *
     * @param columns those of the table that the dataset is made from; none if there is no such table
     */
    Map<String, Object> dataset(Overview.DatasetLine line, String iri, List<TableSchema.Column> columns) {
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
        text(dataset, DCT + "license").ifPresent(license -> members.put("license", license));
        text(dataset, DCT + "issued").ifPresent(issued -> members.put("datePublished", issued));
        text(dataset, DCAT + "version").ifPresent(version -> members.put("version", version));
        text(dataset, DCT + "modified").ifPresent(date -> members.put("dateModified", date));
        putContext(members, dataset);
        members.put("keywords", texts(catalog.objects(dataset, DCAT + "keyword")));
        members.put("creator", agents(catalog.objects(dataset, DCT + "creator")));
        members.put("publisher", agents(catalog.objects(dataset, DCT + "publisher")));
        put(members, "variableMeasured", variables(columns));
        members.put("includedInDataCatalog", catalogue());
        members.put("distribution", downloads(iri, line.slug()));
        return members;
    }

    /** Puts what a dataset is about and belongs to, as far as the catalogue says it. */
    void putContext(Map<String, Object> members, Term dataset) {
        put(members, "alternateName", texts(all(dataset, DCT + "alternative", SKOS + "altLabel")));
        put(members, "sameAs", addresses(all(dataset, OWL + "sameAs", SCHEMA + "sameAs")));
        put(members, "isPartOf", addresses(all(dataset, DCAT + "inSeries", DCT + "isPartOf")));
        put(members, "hasPart", addresses(all(dataset, DCT + "hasPart")));
        put(
                members,
                "citation",
                texts(all(dataset, DCT + "bibliographicCitation", SCHEMA + "citation", DCT + "isReferencedBy")));
        put(members, "funder", agents(all(dataset, SCHEMA + "funder", FOAF + "fundedBy")));
        put(members, "measurementTechnique", texts(all(dataset, SCHEMA + "measurementTechnique")));
        period(dataset).ifPresent(period -> members.put("temporalCoverage", period));
        put(members, "spatialCoverage", places(dataset));
    }

    private static void put(Map<String, Object> members, String name, List<?> values) {
        if (!values.isEmpty()) {
            members.put(name, values);
        }
    }

    private List<Term> all(Term dataset, String... properties) {
        return Stream.of(properties)
                .flatMap(property -> catalog.objects(dataset, property).stream())
                .toList();
    }

    private Optional<String> text(Term subject, String property) {
        return catalog.object(subject, property).map(Term::text);
    }

    private static List<String> addresses(List<Term> terms) {
        return terms.stream()
                .filter(term -> !(term instanceof Term.BlankNode))
                .map(Term::text)
                .toList();
    }

    private Map<String, Object> catalogue() {
        String iri = base + "catalog";
        return Map.of(
                "@type",
                "DataCatalog",
                "url",
                iri,
                "name",
                Overview.text(catalog, iri, "title", locale).orElse(iri));
    }

    /** {@return the period as ISO 8601 has it, {@code ..} for an open end; nothing where no end of it is known} */
    private Optional<String> period(Term dataset) {
        return catalog.objects(dataset, DCT + "temporal").stream()
                .map(period -> end(period, "startDate") + "/" + end(period, "endDate"))
                .filter(period -> !period.equals("../.."))
                .findFirst();
    }

    private String end(Term period, String property) {
        return period instanceof Term.Literal
                ? ".."
                : text(period, DCAT + property).orElse("..");
    }

    /** {@return the places that have a name, with their boxes} */
    private List<Map<String, Object>> places(Term dataset) {
        return catalog.objects(dataset, DCT + "spatial").stream()
                .filter(place -> !(place instanceof Term.Literal))
                .filter(place ->
                        !Lexicon.namesIn(catalog, place).isEmpty() || box(place).isPresent())
                .map(this::place)
                .toList();
    }

    private Map<String, Object> place(Term place) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@type", "Place");
        Labels names = Lexicon.namesIn(catalog, place);
        if (!names.isEmpty()) {
            members.put("name", names.in(locale));
        }
        box(place).ifPresent(box -> members.put("geo", Map.of("@type", "GeoShape", "box", box)));
        return members;
    }

    /** {@return the box of a place as schema.org has it: south, west, north and east, divided by blanks} */
    private Optional<String> box(Term place) {
        Optional<String> wkt = catalog.objects(place, DCAT + "bbox").stream()
                .filter(box -> box instanceof Term.Literal literal
                        && literal.datatype().equals(GEO + "wktLiteral"))
                .map(Term::text)
                .filter(text -> text.toUpperCase(Locale.ROOT).contains("POLYGON"))
                .findFirst();
        List<MatchResult> corners =
                wkt.stream().flatMap(text -> POSITION.matcher(text).results()).toList();
        if (corners.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s %s %s %s".formatted(least(corners, 2), least(corners, 1), most(corners, 2), most(corners, 1)));
    }

    private static String least(List<MatchResult> corners, int group) {
        return corners.stream()
                .map(corner -> corner.group(group))
                .min((one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other)))
                .orElseThrow();
    }

    private static String most(List<MatchResult> corners, int group) {
        return corners.stream()
                .map(corner -> corner.group(group))
                .max((one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other)))
                .orElseThrow();
    }

    /** {@return the columns that hold numbers, with the property that each becomes} */
    private static List<Map<String, Object>> variables(List<TableSchema.Column> columns) {
        return columns.stream()
                .filter(column -> !column.isVirtual())
                .filter(column -> column.datatype().startsWith(XSD)
                        && NUMBERS.contains(column.datatype().substring(XSD.length())))
                .map(column -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("@type", "PropertyValue");
                    members.put("name", column.title());
                    if (!column.property().isEmpty()) {
                        members.put("propertyID", column.property());
                    }
                    return members;
                })
                .toList();
    }

    /** {@return the dumps in every syntax, and the table where the dataset is made from one} */
    private List<Map<String, Object>> downloads(String iri, String slug) {
        List<Map<String, Object>> downloads = new ArrayList<>();
        if (!catalog.about(new Term.Iri(iri + "#table")).isEmpty()) {
            downloads.add(download("text/csv", base + "dump/" + slug + ".csv", iri + "#table"));
        }
        Variant.RDF.forEach(form -> downloads.add(
                download(form.mediaType(), base + "dump/" + slug + "." + form.suffix(), iri + "#" + form.suffix())));
        return downloads;
    }

    /** {@return a file; with size and digest if it is a distribution of the catalogue} */
    private Map<String, Object> download(String mediaType, String address, String distribution) {
        Description said = Description.of(catalog, distribution);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@type", "DataDownload");
        members.put("contentUrl", address);
        members.put("encodingFormat", mediaType);
        said.value(DCAT + "byteSize").ifPresent(size -> members.put("contentSize", size + " B"));
        if (!said.sha256().isEmpty()) {
            members.put("sha256", said.sha256());
        }
        return members;
    }

    private List<String> texts(List<Term> terms) {
        return terms.stream()
                .filter(term -> !(term instanceof Term.BlankNode))
                .filter(term -> !(term instanceof Term.Literal literal)
                        || literal.language().isEmpty()
                        || literal.language().equals(locale.getLanguage()))
                .map(Term::text)
                .toList();
    }

    private List<Map<String, Object>> agents(List<Term> agents) {
        return agents.stream()
                .filter(agent -> !(agent instanceof Term.BlankNode))
                .map(agent -> {
                    Labels names = Lexicon.namesIn(catalog, agent);
                    return Map.<String, Object>of(
                            "@type",
                            "Organization",
                            "@id",
                            agent.text(),
                            "name",
                            names.isEmpty() ? agent.text() : names.in(locale));
                })
                .toList();
    }
}
