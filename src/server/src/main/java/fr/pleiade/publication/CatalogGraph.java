package fr.pleiade.publication;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.LINK;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.POWDER;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.publication.catalog.Downloads;
import fr.pleiade.publication.catalog.Packing;
import fr.pleiade.publication.catalog.Places;
import fr.pleiade.publication.catalog.Provenance;
import fr.pleiade.publication.catalog.SeriesGraph;
import fr.pleiade.publication.count.Extent;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.publication.count.Statistics;
import fr.pleiade.quality.description.CodeList;
import fr.pleiade.quality.description.CodeLists;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.document.DumpFile;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a publication adds to the publisher's own descriptions: distributions, counts, linksets, sources, the SPARQL service.
 *
 * <p>No times: the same inputs give the same triples.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a> and <a href="https://www.w3.org/TR/void/">VoID</a>
 */
final class CatalogGraph {
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final String STABLE = EU + "planned-availability/STABLE";
    private static final Set<String> GEOMETRIES = Set.of(GEO + "wktLiteral", GEO + "geoJSONLiteral");
    private static final String PREF_LABEL = SKOS + "prefLabel";
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String SPARQL_PROTOCOL = "http://www.w3.org/TR/sparql11-protocol/";
    private final Site site;
    private final InMemoryGraph graph = new InMemoryGraph();

    CatalogGraph(Site site) {
        this.site = site;
        Description catalog = Description.of(graph, site.catalog().iri().value());
        catalog.link(DCAT + "service", site.base() + "sparql");
        sayService(catalog.about(site.base() + "sparql"));
        for (Dataset dataset : site.datasets()) {
            catalog.link(DCAT + "dataset", dataset.iri().value());
        }
        sayPage(catalog);
    }

    /** Says that the catalogue is one page, the first and the last, so that a harvester knows that nothing follows. */
    private void sayPage(Description catalog) {
        String iri = site.catalog().iri().value();
        catalog.about(iri + "#page")
                .a(HYDRA + "PartialCollectionView")
                .a(HYDRA + "PagedCollection")
                .link(HYDRA + "first", iri)
                .link(HYDRA + "last", iri)
                .number(HYDRA + "totalItems", site.datasets().size());
    }

    /** {@return the triples said so far} */
    InMemoryGraph graph() {
        return graph;
    }

    private void sayService(Description service) {
        service.a(DCAT + "DataService")
                .text(DCT + "title", new Text("SPARQL endpoint", "Point d'accès SPARQL"))
                .text(DCT + "identifier", "sparql")
                .text(
                        DCT + "description",
                        new Text(
                                "Answers questions over all datasets of this catalogue in SPARQL 1.1; read-only, without an account.",
                                "Répond en SPARQL 1.1 à des questions sur tous les jeux de données du catalogue ; en lecture seule, sans compte."))
                .text(DCAT + "keyword", new Text("linked data", "données liées"))
                .text(DCAT + "keyword", "SPARQL")
                .link(DCAT + "endpointURL", site.base() + "sparql")
                .link(DCAT + "endpointDescription", site.base() + "sparql")
                .link(DCT + "conformsTo", SPARQL_PROTOCOL);
        service.about(SPARQL_PROTOCOL)
                .a(DCT + "Standard")
                .text(DCT + "title", new Text("SPARQL 1.1 Protocol", "Protocole SPARQL 1.1"));
        copy(service, DCT + "publisher", DCAT + "contactPoint", DCAT + "theme", DCT + "license");
        for (Dataset dataset : site.datasets()) {
            service.link(DCAT + "servesDataset", dataset.iri().value());
        }
    }

    /** Says of the subject what the catalogue, or else its first dataset that does, says of itself. */
    private void copy(Description subject, String... properties) {
        for (String property : properties) {
            List<Term> values =
                    site.catalog().description().objects(site.catalog().iri(), property);
            Dataset first = site.datasets().get(0);
            (values.isEmpty() ? first.description().objects(first.iri(), property) : values)
                    .forEach(value -> subject.say(property, value));
        }
    }

    /** Says what was made of a dataset, and of what. */
    void add(DatasetInputs inputs, DatasetGraph.Made made, List<DumpFile> files) {
        PublishedGraph published = made.graph();
        Description dataset = Description.of(graph, published.iri());
        dataset.a(VOID + "Dataset")
                .number(VOID + "triples", published.triples())
                .number(VOID + "entities", published.entities())
                .link(VOID + "sparqlEndpoint", site.base() + "sparql");
        if (inputs.dataset()
                .description()
                .object(inputs.dataset().iri(), DCT + "identifier")
                .isEmpty()) {
            dataset.text(DCT + "identifier", published.slug()); // without one, harvesters skip the dataset
        }
        for (Syntax syntax : Downloads.SYNTAXES) {
            dataset.link(VOID + "dataDump", dump(published, syntax));
        }
        for (DumpFile file : files) {
            addDistribution(dataset, inputs.dataset(), published, file);
        }
        List<InputFile> sources = Stream.concat(inputs.sources().stream(), inputs.linkSources().stream())
                .toList();
        new Provenance(dataset).say(sources, inputs.definition(), publishers(inputs.dataset()));
        made.links().forEach(report -> addLinksets(dataset, inputs, report));
    }

    private String dump(PublishedGraph published, Syntax syntax) {
        return site.base() + "dump/" + published.slug() + "." + syntax.suffix();
    }

    private List<Term> publishers(Dataset dataset) {
        List<Term> own = dataset.description().objects(dataset.iri(), DCT + "publisher");
        List<Term> publishers = own.isEmpty()
                ? site.catalog().description().objects(site.catalog().iri(), DCT + "publisher")
                : own;
        return publishers.stream().filter(Term.Iri.class::isInstance).toList();
    }

    private void addDistribution(Description dataset, Dataset described, PublishedGraph published, DumpFile file) {
        Syntax syntax = file.syntax();
        String dump = dump(published, syntax);
        Description distribution = dataset.about(Downloads.distribution(published, syntax));
        dataset.link(DCAT + "distribution", distribution.subject().text());
        distribution
                .a(DCAT + "Distribution")
                .link(DCAT + "accessURL", dump)
                .link(DCAT + "downloadURL", dump)
                .link(DCAT + "mediaType", IANA + syntax.mediaType())
                .link(DCT + "format", EU + "file-type/" + fileType(syntax))
                .link("http://data.europa.eu/r5r/availability", STABLE)
                .bytes(file.bytes())
                .checksum(file.sha256());
        sayFormat(distribution, syntax.mediaType(), fileType(syntax), syntax.label());
        titles(distribution, described, syntax.label());
        distribution.text(
                DCT + "description",
                new Text(
                        "The whole dataset, links included, in %s.".formatted(syntax.label()),
                        "Le jeu de données entier, liens compris, en %s.".formatted(syntax.label())));
        sayTerms(distribution, described);
    }

    /** Says where the table is that the dataset is made from, and where it is described. */
    void addTable(Dataset described, CleanTable.Figures table) {
        Description dataset = Description.of(graph, described.iri().value());
        String address = site.base() + "dump/" + described.slug() + ".csv";
        Description distribution = dataset.about(described.iri().value() + "#table");
        dataset.link(DCAT + "distribution", distribution.subject().text());
        distribution
                .a(DCAT + "Distribution")
                .link(DCAT + "accessURL", address)
                .link(DCAT + "downloadURL", address)
                .link(DCAT + "mediaType", IANA + "text/csv")
                .link(DCT + "format", EU + "file-type/CSV")
                .link("http://data.europa.eu/r5r/availability", STABLE)
                .link(POWDER + "describedby", address + "-metadata.json")
                .typed(DCAT + "byteSize", Long.toString(table.bytes()), "nonNegativeInteger")
                .checksum(table.sha256());
        sayFormat(distribution, "text/csv", "CSV", "CSV");
        titles(distribution, described, "CSV");
        distribution.text(
                DCT + "description",
                new Text(
                        "The table that the dataset is made from: UTF-8, commas, one header line (RFC 4180).",
                        "Le tableau dont le jeu de données est tiré : UTF-8, virgules, une ligne d'en-tête (RFC 4180)."));
        sayTerms(distribution, described);
    }

    /** Says under which terms a distribution may be had: its licence, and the rights of access to its dataset. */
    private void sayTerms(Description distribution, Dataset described) {
        licence(described).ifPresent(licence -> distribution.say(DCT + "license", licence));
        described
                .description()
                .objects(described.iri(), DCT + "accessRights")
                .forEach(rights -> distribution.say(DCT + "rights", rights));
    }

    /** {@return whether no place that the dataset declares is described with a geometry, without which harvesters drop it} */
    boolean lacksPlace(Dataset described) {
        return described.description().objects(described.iri(), DCT + "spatial").stream()
                .noneMatch(place -> hasGeometry(described.description(), place)
                        || hasGeometry(site.catalog().description(), place));
    }

    private static boolean hasGeometry(InMemoryGraph graph, Term place) {
        return Stream.concat(Stream.of(place), graph.about(place).stream().map(Quad::object))
                .anyMatch(value -> value instanceof Term.Literal literal && GEOMETRIES.contains(literal.datatype()));
    }

    /**
     * Says where the dataset's things are, beside the places that it declares.
     *
     * <pre>{@code <dataset/schools> dct:spatial <dataset/schools#place> . <dataset/schools#place> dcat:bbox "POLYGON((…))"^^geo:wktLiteral . }</pre>
     */
    void addPlace(Dataset described, Extent extent) {
        Description dataset = Description.of(graph, described.iri().value());
        Description place = dataset.about(described.iri().value() + "#place");
        dataset.link(DCT + "spatial", place.subject().text());
        place.a(DCT + "Location")
                .say(DCAT + "bbox", Term.Literal.typed(extent.box(), GEO + "wktLiteral"))
                .say(DCAT + "centroid", Term.Literal.typed(extent.middle(), GEO + "wktLiteral"));
    }

    /** Says what follows from what the publisher says of series, versions, places and packed files; to be called after all datasets. */
    void addWhatFollows() {
        new SeriesGraph(site, graph).say();
        for (Dataset dataset : site.datasets()) {
            Packing.say(dataset.description(), dataset.iri(), graph);
        }
        graph.addAll(Places.lacking(graph));
    }

    /** Says of every term in use which list it is of, so that a validator need not load the lists; to be called last. */
    void addLists(CodeLists lists) {
        List<InMemoryGraph> descriptions = Stream.concat(
                        Stream.of(graph, site.catalog().description()),
                        site.datasets().stream().map(Dataset::description))
                .toList();
        Set<String> used = new TreeSet<>();
        descriptions.stream()
                .flatMap(description -> description.triples().stream())
                .filter(triple -> triple.object() instanceof Term.Iri)
                .forEach(triple -> used.add(triple.object().text()));
        for (String term : used) {
            lists.of(term).ifPresent(list -> addTerm(term, list, descriptions));
        }
    }

    private void addTerm(String term, CodeList list, List<InMemoryGraph> descriptions) {
        Description scheme = Description.of(graph, list.iri()).a(SKOS + "ConceptScheme");
        scheme.about(term).link(SKOS + "inScheme", list.iri());
        if (descriptions.stream()
                .allMatch(description ->
                        description.object(scheme.subject(), DCT + "title").isEmpty())) {
            scheme.text(DCT + "title", list.title());
        }
    }

    /**
     * Says what was counted in a dataset's graph.
     *
     * @param pages the properties that lead to documents about things
     */
    void addStatistics(DatasetInputs inputs, Partitions partitions, Set<String> pages) {
        Set<String> others = new TreeSet<>(pages);
        inputs.rules().forEach(rule -> others.add(rule.predicate()));
        Description dataset = Description.of(graph, inputs.dataset().iri().value());
        new Statistics(dataset, partitions, site.base() + "sparql").say(others);
    }

    private static void titles(Description distribution, Dataset described, String form) {
        described.title().byLanguage().forEach((language, title) -> {
            String text = title + " (" + form + ")";
            distribution.say(
                    DCT + "title",
                    language.isEmpty() ? Term.Literal.of(text) : Term.Literal.inLanguage(text, language));
        });
    }

    private static void sayFormat(Description distribution, String mediaType, String fileType, String label) {
        distribution.about(IANA + mediaType).a(DCT + "MediaType").text(DCT + "title", mediaType);
        distribution
                .about(EU + "file-type/" + fileType)
                .a(DCT + "MediaTypeOrExtent")
                .text(PREF_LABEL, new Text(label, label));
        distribution.about(STABLE).a(SKOS + "Concept").text(PREF_LABEL, new Text("stable", "stable"));
    }

    private Optional<Term> licence(Dataset dataset) {
        return dataset.description()
                .object(dataset.iri(), DCT + "license")
                .or(() -> site.catalog().license());
    }

    /** Of an identity that is graded, each grade is a linkset. */
    private static final Map<String, String> GRADES =
            Map.of(OWL + "sameAs", "-same", SKOS + "exactMatch", "-exact", SKOS + "closeMatch", "-close");

    private void addLinksets(Description dataset, DatasetInputs inputs, LinkReport report) {
        dataset.about(report.rule()).a(LINK + "Rule").text(RDFS + "label", report.label());
        boolean isByName =
                inputs.naming().rules().stream().anyMatch(rule -> rule.iri().equals(report.rule()));
        report.linksByTarget().forEach((target, links) -> {
            String rule = report.rule().substring(report.rule().lastIndexOf('#') + 1);
            String grade = isByName ? GRADES.getOrDefault(report.predicate(), "") : "";
            String name = (rule + grade + "-" + target).replaceAll("[^A-Za-z0-9.-]", "-");
            Description linkset = dataset.about(dataset.subject().text() + "#links-" + name);
            dataset.link(VOID + "subset", linkset.subject().text());
            linkset.a(VOID + "Linkset")
                    .text(DCT + "title", report.label())
                    .link(LINK + "rule", report.rule())
                    .link(VOID + "linkPredicate", report.predicate())
                    .link(VOID + "subjectsTarget", dataset.subject().text())
                    .link(VOID + "objectsTarget", target(dataset, inputs, target))
                    .number(VOID + "triples", links)
                    .number(LINK + "verified", links)
                    .link(LINK + "verifiedBy", report.rule());
        });
    }

    /**
     * Says of the linksets of identities how many of their links a register confirms.
     *
     * @param confirmed how many links to the IRIs that begin so are confirmed
     */
    void addVerified(Dataset dataset, Register register, SortedMap<String, Long> confirmed) {
        Description described =
                Description.of(graph, register.iri()).a(LINK + "Register").text(RDFS + "label", register.label());
        if (!register.asOf().isEmpty()) {
            described.typed(LINK + "asOf", register.asOf(), "date");
        }
        confirmed.forEach((site, links) -> {
            for (Term linkset :
                    graph.subjects(VOID + "objectsTarget", new Term.Iri(site)).toList()) {
                if (graph.objects(linkset, VOID + "subjectsTarget").contains(dataset.iri())) {
                    new Description(graph, linkset)
                            .number(LINK + "verified", links)
                            .link(LINK + "verifiedBy", register.iri());
                }
            }
        });
    }

    private String target(Description dataset, DatasetInputs inputs, String name) {
        List<String> files = inputs.linkSources().stream().map(InputFile::name).toList();
        return files.contains(name)
                ? dataset.subject().text() + "#source-" + (inputs.sources().size() + files.indexOf(name) + 1)
                : site.base() + "dataset/" + name;
    }
    /** {@return the syntax as the EU's file-type authority names it} */
    private static String fileType(Syntax syntax) {
        return switch (syntax) {
            case TURTLE -> "RDF_TURTLE";
            case JSON_LD -> "JSON_LD";
            case RDF_XML -> "RDF_XML";
            case N_TRIPLES -> "RDF_N_TRIPLES";
            case TRIG -> "RDF_TRIG";
            case N_QUADS -> "RDF_N_QUADS";
            case N3 -> "N3";
        };
    }
}
