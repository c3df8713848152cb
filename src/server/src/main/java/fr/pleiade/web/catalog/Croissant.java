package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.SPDX;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.table.TableSchema;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A dataset as those who train models read it: its files with their digests, and the fields of its table with their types.
 *
 * <p>Its context is written out, so that nothing is fetched. Only files whose digest is known are named.
 *
 * @see <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec.html">Croissant format specification 1.0</a>
 */
final class Croissant {
    static final String VERSION = "http://mlcommons.org/croissant/1.0";
    static final String MEDIA_TYPE = "application/ld+json;profile=\"" + VERSION + "\"";

    private static final int YEAR = 4;

    private static final List<String> TERMS = List.of(
            "citeAs",
            "column",
            "equivalentProperty",
            "extract",
            "field",
            "fileObject",
            "fileProperty",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "separator",
            "source",
            "subField",
            "transform");
    private static final Set<String> INTEGERS =
            Set.of("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger");
    private static final Map<String, String> TYPES = Map.of(
            "decimal", "sc:Float",
            "double", "sc:Float",
            "float", "sc:Float",
            "boolean", "sc:Boolean",
            "date", "sc:Date",
            "dateTime", "sc:DateTime",
            "anyURI", "sc:URL");

    private final InMemoryGraph catalog;
    private final Term.Iri dataset;
    private final String slug;
    private final Locale locale;

    /**
     * @param catalog the release's catalogue, with its dates
     * @param dataset what is described
     */
    Croissant(InMemoryGraph catalog, Term.Iri dataset, String slug) {
        this.catalog = catalog;
        this.dataset = dataset;
        this.slug = slug;
        Set<String> languages = titles().byLanguage().keySet();
        this.locale = languages.contains("en") || languages.isEmpty()
                ? Locale.ENGLISH
                : Locale.forLanguageTag(languages.iterator().next());
    }

    /**
     * {@return the members of the JSON object}
     *
     * @param schema of the dataset's table, if it is made from one
     * @param published when the release was made: the date of a dataset that declares none
     * @param meanings what a property means, in a language
     */
    Map<String, Object> of(
            Optional<TableSchema> schema, String published, BiFunction<String, Locale, Optional<String>> meanings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", context());
        members.put("@type", "sc:Dataset");
        members.put("@id", dataset.value());
        members.put("conformsTo", VERSION);
        members.put("name", titles().in(locale));
        members.put(
                "description",
                Labels.of(catalog.objects(dataset, DCT + "description")).in(locale));
        members.put("url", dataset.value());
        licences().ifPresent(licence -> members.put("license", licence));
        members.put("creator", creators());
        members.put("publisher", agents("publisher"));
        members.put("datePublished", text(DCT + "issued").orElse(published));
        text(DCT + "modified").ifPresent(date -> members.put("dateModified", date));
        text(DCAT + "version").ifPresent(version -> members.put("version", version));
        members.put("keywords", keywords());
        members.put("citeAs", citation(members));
        members.put("inLanguage", locale.toLanguageTag());
        new SchemaOrg(catalog, "", locale).putContext(members, dataset);
        members.put("isLiveDataset", true);
        members.put("distribution", files());
        schema.filter(known -> file("table").isPresent())
                .ifPresent(known -> members.put("recordSet", List.of(records(known, meanings))));
        return members;
    }

    /** {@return how to cite the dataset: as its publisher says, or else who made it, when, and where it is} */
    private String citation(Map<String, Object> members) {
        return text(DCT + "bibliographicCitation").orElseGet(() -> {
            String makers = creators().stream()
                    .map(agent -> String.valueOf(agent.get("name")))
                    .collect(Collectors.joining(", "));
            String date = String.valueOf(members.get("datePublished"));
            String version = text(DCAT + "version").map(text -> ", " + text).orElse("");
            return "%s (%s). %s%s. %s"
                    .formatted(
                            makers,
                            date.substring(0, Math.min(date.length(), YEAR)),
                            members.get("name"),
                            version,
                            dataset.value());
        });
    }

    private Map<String, Object> context() {
        Map<String, Object> context = new TreeMap<>();
        context.put("@language", locale.toLanguageTag());
        context.put("@vocab", "https://schema.org/");
        context.put("conformsTo", "dct:conformsTo");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("data", new TreeMap<>(Map.of("@id", "cr:data", "@type", "@json")));
        context.put("dataType", new TreeMap<>(Map.of("@id", "cr:dataType", "@type", "@vocab")));
        context.put("dct", DCT);
        context.put("examples", new TreeMap<>(Map.of("@id", "cr:examples", "@type", "@json")));
        context.put("sc", "https://schema.org/");
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }

    private Labels titles() {
        return Labels.of(catalog.objects(dataset, DCT + "title"));
    }

    private Optional<String> text(String property) {
        return catalog.object(dataset, property).map(Term::text);
    }

    private Optional<String> licences() {
        return text(DCT + "license")
                .or(() -> distributions().stream()
                        .flatMap(distribution -> catalog.objects(distribution, DCT + "license").stream())
                        .map(Term::text)
                        .findFirst());
    }

    private List<Map<String, Object>> creators() {
        List<Map<String, Object>> creators = agents("creator");
        return creators.isEmpty() ? agents("publisher") : creators;
    }

    private List<Map<String, Object>> agents(String role) {
        return catalog.objects(dataset, DCT + role).stream()
                .map(agent -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("@type", "Organization");
                    members.put("@id", agent.text());
                    members.put("name", Lexicon.namesIn(catalog, agent).in(locale));
                    return members;
                })
                .toList();
    }

    private List<String> keywords() {
        return catalog.objects(dataset, DCAT + "keyword").stream()
                .filter(term -> !(term instanceof Term.Literal literal)
                        || literal.language().isEmpty()
                        || literal.language().equals(locale.getLanguage()))
                .map(Term::text)
                .toList();
    }

    private List<Term> distributions() {
        return catalog.objects(dataset, DCAT + "distribution");
    }

    private List<Map<String, Object>> files() {
        List<Map<String, Object>> files = new ArrayList<>();
        file("table").ifPresent(files::add);
        file("nq").ifPresent(files::add);
        return files;
    }

    /** {@return a file that the release keeps, with its digest} */
    private Optional<Map<String, Object>> file(String fragment) {
        Term.Iri distribution = new Term.Iri(dataset.value() + "#" + fragment);
        return catalog.object(distribution, SPDX + "checksum")
                .flatMap(checksum -> catalog.object(checksum, SPDX + "checksumValue"))
                .flatMap(digest -> catalog.object(distribution, DCAT + "downloadURL")
                        .map(address -> file(distribution, address.text(), digest.text())));
    }

    private Map<String, Object> file(Term.Iri distribution, String address, String digest) {
        String mediaType =
                catalog.object(distribution, DCAT + "mediaType").map(Term::text).orElse("");
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("@type", "cr:FileObject");
        file.put("@id", name(address));
        file.put("name", name(address));
        file.put(
                "description",
                Labels.of(catalog.objects(distribution, DCT + "description")).in(locale));
        file.put("contentUrl", address);
        catalog.object(distribution, DCAT + "byteSize").ifPresent(size -> file.put("contentSize", size.text() + " B"));
        file.put("encodingFormat", mediaType.replaceFirst(".*/media-types/", ""));
        file.put("sha256", digest);
        return file;
    }

    private static String name(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Map<String, Object> records(TableSchema schema, BiFunction<String, Locale, Optional<String>> meanings) {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("@type", "cr:RecordSet");
        records.put("@id", slug);
        records.put("name", slug);
        if (!schema.key().isEmpty()) {
            records.put("key", schema.key().stream().map(this::reference).toList());
        }
        records.put(
                "field",
                schema.columns().stream()
                        .filter(column -> !column.isVirtual())
                        .map(column -> field(
                                column,
                                column.property().isEmpty()
                                        ? Optional.empty()
                                        : meanings.apply(column.property(), locale)))
                        .toList());
        return records;
    }

    private Map<String, String> reference(String column) {
        return Map.of("@id", slug + "/" + column);
    }

    private Map<String, Object> field(TableSchema.Column column, Optional<String> meaning) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", slug + "/" + column.name());
        field.put("name", column.title());
        meaning.ifPresent(text -> field.put("description", text));
        field.put("dataType", type(column.datatype()));
        if (!column.property().isEmpty()) {
            field.put("equivalentProperty", column.property());
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("fileObject", Map.of("@id", slug + ".csv"));
        source.put("extract", Map.of("column", column.title()));
        field.put("source", source);
        return field;
    }

    private static String type(String datatype) {
        String name = datatype.startsWith(XSD) ? datatype.substring(XSD.length()) : "";
        return INTEGERS.contains(name) ? "sc:Integer" : TYPES.getOrDefault(name, "sc:Text");
    }
}
