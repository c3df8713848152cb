package fr.pleiade.site;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a publisher publishes: the catalogue and its datasets, read from {@code mappings/}; the vocabularies in {@code ontology/}.
 *
 * <p>Immutable but for its graphs, which nobody changes after reading.
 *
 * @param base the IRI that every published IRI begins with; absolute, http or https, ends in {@code /}
 * @param catalog the catalogue
 * @param datasets the datasets, by slug in alphabetical order
 * @param ontology the folder of vocabularies, shapes and example queries
 */
public record Site(String base, Catalog catalog, List<Dataset> datasets, Path ontology) {
    /** Where the identifier systems are declared, below the folder of vocabularies. */
    public static final String IDENTIFIER_SYSTEMS = IdentifierSystems.FILE;

    /** The file in a site's folder that says under which base it is published: {@code base=https://data.example.org/}. */
    public static final String SETTINGS = "site.properties";

    /** What a dataset says that is published only where its source is: the source's name. */
    private static final String ONLY_WITH = "https://w3id.org/pleiade/gate#onlyWith";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Names that no dataset has: its own terms are at {@code vocab/{name}}, where the platform's are. */
    private static final Set<String> TAKEN = Set.of("pleiade", "quality");

    /** @throws IllegalArgumentException if the base is not an absolute http or https IRI that ends in a slash */
    public Site {
        requireBase(base);
        datasets = List.copyOf(datasets);
    }

    /**
     * Reads a site's folders.
     *
     * @param mappings the folder with {@code catalog.ttl} and a folder per dataset
     * @throws SiteException if a file is missing or does not describe what it must; names it
     * @throws SyntaxException if a file is not Turtle; names its line
     */
    public static Site read(Path mappings, Path ontology, String base) {
        requireBase(base);
        return new Site(
                base, readCatalog(mappings.resolve("catalog.ttl"), base), readDatasets(mappings, base), ontology);
    }

    /**
     * {@return the same folders as they are now}
     *
     * @throws SiteException as {@link #read}
     */
    public Site again() {
        return read(mappings(), ontology, base);
    }

    /**
     * {@return the same site without the datasets that are published only where their source is ({@code gate:onlyWith}), and whose source is
     * not; the site itself if that is all datasets}
     *
     * @param sources the folder of the sources
     * @param given the datasets that need no source
     */
    public Site with(Path sources, Set<String> given) {
        List<Dataset> present = datasets.stream()
                .filter(dataset -> given.contains(dataset.slug())
                        || dataset.description().objects(dataset.iri(), ONLY_WITH).stream()
                                .allMatch(source -> Files.exists(sources.resolve(source.text()))))
                .toList();
        return present.isEmpty() ? this : new Site(base, catalog, present, ontology);
    }

    /** {@return the folder with {@code catalog.ttl} and a folder per dataset} */
    public Path mappings() {
        return datasets.get(0).folder().resolveSibling(".").normalize();
    }

    /** {@return the dataset prefixes and the catalogue's: those that the site's documents declare} */
    public Prefixes prefixes() {
        Prefixes prefixes = catalog.description().prefixes();
        for (Dataset dataset : datasets) {
            prefixes = prefixes.and(dataset.description().prefixes());
        }
        return prefixes;
    }

    /**
     * {@return the example queries, in the order of their names; none if the ontology has no folder of them}
     *
     * @throws SiteException if one has a name that is no address
     */
    public List<ExampleQuery> examples() {
        return ExampleQuery.in(ontology, base);
    }

    /**
     * {@return the identifier systems that the site declares; none if it has no file of them}
     *
     * @throws fr.pleiade.identifiers.SystemsException if a declaration is at fault; names its line
     * @throws SyntaxException if the file is not Turtle; names its line
     */
    public IdentifierSystems identifierSystems() {
        return identifierSystems(ontology, base);
    }

    /** {@return the identifier systems that a folder of vocabularies declares; none if it has no file of them} */
    public static IdentifierSystems identifierSystems(Path ontology, String base) {
        return IdentifierSystems.declaredIn(ontology, base);
    }

    /**
     * {@return the graph in which the site declares identifier systems, with all that it says of them; empty if it has none}
     *
     * @throws SyntaxException if the file is not Turtle; names its line
     */
    public InMemoryGraph systemDeclarations() {
        Path file = ontology.resolve(IDENTIFIER_SYSTEMS);
        return Files.exists(file) ? RdfReader.readGraph(file, base) : new InMemoryGraph();
    }

    /** {@return whether a dataset can be called so, by what the platform itself calls so} */
    public static boolean isFree(String slug) {
        return !TAKEN.contains(slug);
    }

    /**
     * {@return the base under which a site's folder says that it is published; nothing if it does not}
     *
     * @param folder the folder with {@code mappings/} and {@code ontology/}
     */
    public static Optional<String> declaredBase(Path folder) {
        Path file = folder.resolve(SETTINGS);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
        return Optional.ofNullable(settings.getProperty("base"))
                .map(String::strip)
                .filter(said -> !said.isEmpty());
    }

    /**
     * {@return the catalogue of a folder that may have no dataset yet}
     *
     * @throws SiteException if there is none
     * @throws SyntaxException if it is not Turtle; names its line
     */
    public static Catalog catalog(Path mappings, String base) {
        return readCatalog(mappings.resolve("catalog.ttl"), base);
    }

    /**
     * {@return one dataset of a site, whatever the others are like}
     *
     * @throws SiteException if there is none of the name, or it does not describe what it must
     * @throws SyntaxException if a file is not Turtle; names its line
     */
    public static Dataset dataset(Path mappings, String slug, String base) {
        return readDataset(mappings.resolve(slug), base);
    }

    private static Catalog readCatalog(Path file, String base) {
        Term.Iri iri = new Term.Iri(base + "catalog");
        return new Catalog(iri, readDescription(file, base, iri, Vocabulary.DCAT + "Catalog", "dcat:Catalog"));
    }

    private static List<Dataset> readDatasets(Path mappings, String base) {
        List<String> slugs = slugs(mappings);
        if (slugs.isEmpty()) {
            throw new SiteException(
                    "%s: there is no dataset yet; make one of a CSV file: ./pleiade new FILE.csv --serve --site %s"
                            .formatted(mappings, mappings.resolveSibling(".").normalize()));
        }
        return slugs.stream().map(slug -> dataset(mappings, slug, base)).toList();
    }

    /** {@return the names of the datasets' folders, sorted, whatever is in them} */
    public static List<String> slugs(Path mappings) {
        try (Stream<Path> folders = Files.list(mappings)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(mappings + ": " + e.getMessage(), e);
        }
    }

    private static Dataset readDataset(Path folder, String base) {
        String slug = folder.getFileName().toString();
        if (!SLUG.matcher(slug).matches()) {
            throw new SiteException(
                    folder + ": a dataset folder's name is its address; use lower-case letters, digits and hyphens");
        }
        if (!isFree(slug)) {
            throw new SiteException(
                    ("%s: a dataset's own terms are at vocab/%s, where Pléiade has terms; rename the folder,"
                                    + " for instance to %s-1")
                            .formatted(folder, slug, slug));
        }
        Path sheet = folder.resolve(Dataset.SHEET);
        Path rml = folder.resolve(Dataset.RML);
        if (Files.notExists(rml) && Files.notExists(sheet)) {
            Path other = folder.resolve("mapping.yaml");
            if (Files.exists(other)) {
                throw new SiteException(other + ": a dataset's column sheet is called mapping.yml; rename it");
            }
            throw new SiteException(
                    rml + ": missing; a dataset needs its mapping, a column sheet (mapping.yml) or RML (mapping.ttl)");
        }
        if (Files.exists(rml) && Files.exists(sheet)) {
            throw new SiteException(
                    "%s: there is mapping.ttl beside it, and a dataset has one mapping; remove one".formatted(sheet));
        }
        Term.Iri iri = new Term.Iri(base + "dataset/" + slug);
        return new Dataset(slug, iri, folder, readDescription(folder, base, slug, iri));
    }

    private static InMemoryGraph readDescription(Path folder, String base, String slug, Term.Iri iri) {
        Path file = folder.resolve(Dataset.DESCRIPTION);
        Path sheet = folder.resolve(Dataset.SHEET);
        Optional<InMemoryGraph> about = Files.exists(sheet) ? Sheet.description(sheet, base, slug) : Optional.empty();
        if (about.isPresent() && Files.exists(file)) {
            throw wrong(sheet, about.get().line(iri), "dataset.ttl describes the dataset too; remove one of the two");
        }
        if (about.isEmpty() && Files.exists(sheet) && Files.notExists(file)) {
            throw wrong(
                    sheet,
                    1,
                    "nothing describes the dataset; say here, under about, its title, licence and publisher, or write dataset.ttl");
        }
        return about.orElseGet(() -> readDescription(file, base, iri, Vocabulary.DCAT + "Dataset", "dcat:Dataset"));
    }

    private static MappingException wrong(Path sheet, long line, String problem) {
        return new MappingException(List.of(new MappingError(sheet.toString(), line, problem)));
    }

    private static InMemoryGraph readDescription(Path file, String base, Term.Iri iri, String type, String typeName) {
        if (Files.notExists(file)) {
            throw new SiteException(file + ": missing; it must describe <%s> as a %s".formatted(iri.value(), typeName));
        }
        InMemoryGraph description = RdfReader.readGraph(file, base);
        if (!description.objects(iri, Vocabulary.TYPE.value()).contains(new Term.Iri(type))) {
            throw new SiteException("%s: does not describe <%s> as a %s; write it as <%s>"
                    .formatted(file, iri.value(), typeName, iri.value().substring(base.length())));
        }
        if (description.objects(iri, Vocabulary.DCT + "title").isEmpty()) {
            throw new SiteException("%s: <%s> has no dct:title; give it one in each of its languages"
                    .formatted(file, iri.value().substring(base.length())));
        }
        return description;
    }

    /** {@return whether a base is an address that leads each reader to the reader's own machine} */
    public static boolean isOfThisMachine(String base) {
        String host = String.valueOf(URI.create(base).getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** @throws IllegalArgumentException if the base is not an absolute http or https IRI that ends in a slash */
    public static void requireBase(String base) {
        URI uri = URI.create(base);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web
                || uri.getHost() == null
                || !base.endsWith("/")
                || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the base must be like https://data.example.org/ (http or https, ending in a slash): '" + base
                            + "'");
        }
    }
}
