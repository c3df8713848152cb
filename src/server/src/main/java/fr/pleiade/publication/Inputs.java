package fr.pleiade.publication;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.LinkTarget;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.publication.parts.GivenGraph;
import fr.pleiade.quads.Sha256;
import fr.pleiade.quads.Together;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.Building;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.Outline;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.SiteFolder;
import fr.pleiade.release.Software;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.SourceFile;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a release is made from, with digests.
 *
 * @param datasets the datasets, in the order of their slugs
 * @param ontology the vocabularies
 * @param descriptions {@code catalog.ttl}, each {@code dataset.ttl}, or the column sheet that describes its dataset, the example queries, the outlines of maps, and the shapes
 */
public record Inputs(List<DatasetInputs> datasets, List<InputFile> ontology, List<InputFile> descriptions) {
    /** Declares which terms are stated where they follow: without this file of the ontology, none are. */
    static final String MATERIALISATION = "materialisation.ttl";

    private static final Set<String> NOT_INPUT =
            Set.of("README.md", "sample.csv", "expected.nt", "expected-findings.csv", "dataset.ttl");
    private static final String SHAPES = "shapes";
    private static final Set<String> NOT_VOCABULARY = Set.of("examples", SHAPES);

    public Inputs {
        datasets = List.copyOf(datasets);
        ontology = List.copyOf(ontology);
        descriptions = List.copyOf(descriptions);
    }

    /**
     * Reads all mappings and link rules, and digests all files.
     *
     * @param given by the dataset's slug, the graphs that were made elsewhere, of whose sources none is read
     * @param threads how many mappings are read at a time
     * @throws PublicationException if a source is missing, or a rule links to a dataset that is not there
     */
    static Inputs acquire(
            Site site, SourceFolder sources, Map<String, GivenGraph> given, int threads, StageClock.Progress progress)
            throws IOException {
        List<DatasetInputs> datasets = new ArrayList<>();
        IdentifierSystems systems = site.identifierSystems();
        SortedMap<String, List<InputFile>> definitions = new TreeMap<>();
        for (Dataset dataset : site.datasets()) {
            definitions.put(dataset.slug(), definition(dataset)); // before it is read: verified when all is made
        }
        SortedMap<String, Mapping> plans = new TreeMap<>();
        List<Mapping> mappings = Together.each(site.datasets(), threads, dataset -> {
            Mapping plan = Mapping.read(List.of(dataset.mapping()), site.base(), systems, sources.folder());
            plan.requireGraph(dataset.iri().value());
            return plan;
        });
        for (int i = 0; i < mappings.size(); i++) {
            plans.put(site.datasets().get(i).slug(), mappings.get(i));
        }
        Map<String, Keyed> keyed = new TreeMap<>();
        plans.forEach((slug, plan) -> keyed.put(slug, KeyedThings.of(plan.plan())));
        List<LinkInputs.Document> documents = new ArrayList<>();
        SortedMap<String, Register> registers = new TreeMap<>();
        for (Dataset dataset : site.datasets()) {
            LinkInputs.Document document = LinkInputs.Document.read(dataset, site.base());
            documents.add(document);
            document.registers().forEach(register -> registers.put(register.iri(), register));
        }
        for (LinkInputs.Document document : documents) {
            Dataset dataset = document.dataset();
            List<Sheet> sheet = dataset.sheet(site.base(), systems).stream().toList();
            Read read = new Read(
                    dataset,
                    required(plans, dataset.slug()),
                    LinkInputs.of(document, sheet, new LinkInputs.Others(keyed, registers)),
                    required(definitions, dataset.slug()),
                    sheet.stream().map(Sheet::terms).findFirst().orElseGet(InMemoryGraph::new));
            datasets.add(acquire(read, sources, keyed.keySet(), Optional.ofNullable(given.get(dataset.slug()))));
            progress.add(dataset.slug(), 1);
        }
        requireSuccessions(datasets);
        List<InputFile> descriptions = new ArrayList<>();
        for (Dataset dataset : site.datasets()) {
            String name = dataset.descriptionName();
            descriptions.add(
                    digest(InputFile.Role.MAPPING, name, site.mappings().resolve(name)));
        }
        descriptions.add(
                digest(InputFile.Role.MAPPING, "catalog.ttl", site.mappings().resolve("catalog.ttl")));
        descriptions.addAll(notVocabulary(site.ontology(), "examples", ".rq"));
        Outline.in(site.ontology());
        Outline.areas(site.ontology());
        descriptions.addAll(notVocabulary(site.ontology(), "maps", ".txt"));
        for (InputFile shapes : notVocabulary(site.ontology(), SHAPES, ".ttl")) {
            descriptions.add(shapes);
            if (shapes.name()
                    .startsWith(Release.PAGE_SHAPES)) { // read by pages only, where it would be too late to refuse it
                RdfReader.readGraph(site.ontology().resolve(shapes.name()), site.base());
            }
        }
        return new Inputs(datasets, ontology(site.ontology()), descriptions);
    }

    /** A dataset and what it says, as it was read. */
    private record Read(
            Dataset dataset, Mapping plan, LinkInputs links, List<InputFile> definition, InMemoryGraph terms) {}

    private static <T> T required(Map<String, T> bySlug, String slug) {
        return Objects.requireNonNull(bySlug.get(slug), slug);
    }

    private static DatasetInputs acquire(Read read, SourceFolder sources, Set<String> slugs, Optional<GivenGraph> given)
            throws IOException {
        Dataset dataset = read.dataset();
        Mapping plan = read.plan();
        List<InputFile> linkSources = new ArrayList<>();
        Set<LinkTarget> seen = new HashSet<>();
        for (LinkRule rule : read.links().rules()) {
            for (LinkTarget target : rule.targets()) {
                if (target.kind() == LinkTarget.Kind.FILE && seen.add(target)) {
                    linkSources.add(source(rule.document(), sources, target.name()));
                } else if (target.kind() == LinkTarget.Kind.DATASET && !slugs.contains(target.name())) {
                    throw PublicationException.input(
                            rule.document(),
                            "it links to the dataset '%s', which the site does not have".formatted(target.name()),
                            "name one of " + String.join(", ", slugs));
                }
            }
        }
        for (Register register : read.links().read()) {
            linkSources.add(source(dataset.slug() + "/links.ttl", sources, register.file()));
        }
        requireNoTargets(dataset.mappingName(), plan);
        given.ifPresent(graph -> graph.requireMadeBy(dataset.mappingName(), read.definition()));
        List<InputFile> files =
                given.isPresent() ? given.get().inputs() : sources(dataset.mappingName(), plan, sources);
        return new DatasetInputs(
                dataset, plan, read.links(), files, linkSources, read.definition(), read.terms(), given);
    }

    private static List<InputFile> sources(String document, Mapping plan, SourceFolder folder) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String path : plan.sourcePaths()) {
            files.add(source(document, folder, path));
        }
        folder.requireInside(document, plan.sourceFiles(folder.folder())); // with rml:root
        return files;
    }

    /** Refuses rules whose keys change by a succession that nobody declares: they would link what is past as if it were present. */
    private static void requireSuccessions(List<DatasetInputs> datasets) {
        Set<String> declared = datasets.stream()
                .flatMap(dataset -> dataset.successions().stream())
                .map(Succession::iri)
                .collect(Collectors.toCollection(TreeSet::new));
        for (DatasetInputs dataset : datasets) {
            for (LinkRule rule : dataset.rules()) {
                String named = rule.history().succession();
                if (!named.isEmpty() && !declared.contains(named)) {
                    throw PublicationException.input(
                            "%s:%d".formatted(rule.document(), rule.line()),
                            "link:through names <%s>, which no links.ttl declares as a link:Succession"
                                    .formatted(named),
                            declared.isEmpty() ? "declare it" : "name one of " + String.join(", ", declared));
                }
            }
        }
    }

    private static void requireNoTargets(String document, Mapping plan) {
        for (String target : plan.targetPaths()) {
            throw PublicationException.input(
                    document,
                    "it writes to '%s', but what is published goes into the release".formatted(target),
                    "remove rml:logicalTarget; './pleiade map' writes to targets");
        }
    }

    private static Set<LinkTarget> targets(List<LinkRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.targets().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static InputFile source(String document, SourceFolder sources, String name) throws IOException {
        Path path = sources.file(document, name);
        if (Files.isDirectory(path)) {
            throw PublicationException.input(
                    document,
                    "it reads '%s', which is a folder in %s".formatted(name, sources.folder()),
                    "put a file there");
        }
        if (Files.exists(path) && !Files.isReadable(path)) {
            throw PublicationException.input(
                    document,
                    "it reads '%s' in %s, which this user may not read".formatted(name, sources.folder()),
                    "change the file's permissions");
        }
        if (!Files.exists(path)) {
            throw PublicationException.input(
                    document,
                    "it reads '%s', which is not in the folder %s".formatted(name, sources.folder()),
                    closest(path)
                            .map(like -> "name the file as it is called there: '%s'".formatted(like))
                            .orElse("put the file there, or say with --sources where the sources are"));
        }
        SourceFile file = SourceFile.of(name, path);
        return new InputFile(InputFile.Role.SOURCE, name, file.bytes(), file.sha256());
    }

    /** {@return the name of the file beside it that may have been meant} */
    private static Optional<String> closest(Path missing) throws IOException {
        Path folder = missing.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return Spelling.closest(
                    missing.getFileName().toString(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static List<InputFile> definition(Dataset dataset) throws IOException {
        return files(
                dataset.folder(),
                file -> !NOT_INPUT.contains(file.getFileName().toString()),
                file -> digest(InputFile.Role.MAPPING, dataset.slug() + "/" + name(dataset.folder(), file), file));
    }

    private static List<InputFile> ontology(Path folder) throws IOException {
        return files(
                folder,
                file -> isVocabulary(folder, file),
                file -> digest(InputFile.Role.ONTOLOGY, name(folder, file), file));
    }

    /** {@return files of the ontology's folder that pages need, and that say no triple} */
    private static List<InputFile> notVocabulary(Path folder, String name, String suffix) throws IOException {
        return files(
                folder.resolve(name),
                file -> file.toString().endsWith(suffix),
                file -> digest(InputFile.Role.ONTOLOGY, name(folder, file), file));
    }

    /** {@return whether a file says what things must be like} */
    static boolean isShape(InputFile file) {
        return file.role() == InputFile.Role.ONTOLOGY && file.name().startsWith(SHAPES + "/");
    }

    private static boolean isVocabulary(Path folder, Path file) {
        String name = name(folder, file);
        return name.endsWith(".ttl") && !NOT_VOCABULARY.contains(name.split("/")[0]);
    }

    @FunctionalInterface
    private interface Digest {
        InputFile of(Path file) throws IOException;
    }

    private static List<InputFile> files(Path folder, Predicate<Path> wanted, Digest digest) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        }
        List<InputFile> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(digest.of(file));
        }
        return inputs;
    }

    private static InputFile digest(InputFile.Role role, String name, Path file) throws IOException {
        try {
            return new InputFile(role, name, Files.size(file), Sha256.of(file));
        } catch (NoSuchFileException e) {
            throw SiteFolder.removed(name).causedBy(e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** {@return the same inputs; a dataset that stays as it was before has no sources, for it was not made from these} */
    Inputs readAs(MadeFrom asIs, MadeFrom madeFrom) {
        return new Inputs(
                datasets.stream()
                        .map(dataset -> asIs.agrees(madeFrom, dataset.slug()) ? dataset : dataset.withoutSources())
                        .toList(),
                ontology,
                descriptions);
    }

    /**
     * Refuses what was changed since it was acquired, and keeps the site's own files in the release.
     *
     * @param mapped the slugs of the datasets that were made now
     * @throws PublicationException if a file is not any more what was read
     */
    void keep(Site site, Path sources, Set<String> mapped, Building building) throws IOException {
        SiteFolder.write(
                building,
                all(),
                file -> (file.role() == InputFile.Role.MAPPING ? site.mappings() : site.ontology())
                        .resolve(file.name()));
        for (DatasetInputs dataset : datasets) {
            for (InputFile file : mapped.contains(dataset.slug()) ? dataset.linkSources() : List.<InputFile>of()) {
                SiteFolder.requireSame(
                        file,
                        digest(file.role(), file.name(), sources.resolve(file.name()))
                                .sha256());
            }
        }
    }

    /** {@return all files, each once} */
    List<InputFile> all() {
        Set<InputFile> all = new LinkedHashSet<>();
        for (DatasetInputs dataset : datasets) {
            all.addAll(dataset.sources());
            all.addAll(dataset.linkSources());
            all.addAll(dataset.definition());
        }
        all.addAll(descriptions);
        all.addAll(ontology);
        return List.copyOf(all);
    }

    /** {@return the vocabularies, by which statements follow from others, if a file of them declares which; else none} */
    List<InputFile> stated() {
        return ontology.stream().anyMatch(file -> file.name().equals(MATERIALISATION)) ? ontology : List.of();
    }

    /** {@return the dataset and those that links lead to from it, over any number of datasets, in the order of their slugs} */
    SortedSet<String> reachable(String slug) {
        SortedSet<String> reachable = new TreeSet<>(Set.of(slug));
        Deque<String> open = new ArrayDeque<>(reachable);
        while (!open.isEmpty()) {
            String from = open.remove();
            datasets.stream()
                    .filter(dataset -> dataset.slug().equals(from))
                    .flatMap(this::followed)
                    .filter(reachable::add)
                    .forEach(open::add);
        }
        return reachable;
    }

    /** {@return the slugs of the datasets that the links of one lead to, or need} */
    private Stream<String> followed(DatasetInputs dataset) {
        return Stream.concat(linked(dataset), successors(dataset).stream());
    }

    /** {@return the slugs of the datasets that the links of one lead to} */
    private static Stream<String> linked(DatasetInputs dataset) {
        return Stream.concat(
                targets(dataset.rules()).stream()
                        .filter(target -> target.kind() != LinkTarget.Kind.FILE)
                        .map(LinkTarget::name),
                dataset.naming().datasets().stream());
    }

    /**
     * {@return the datasets in the order in which they are completed: links by names lead to things that have all of their own, and what follows
     * from links may follow from those of another dataset}
     *
     * @throws PublicationException if datasets link to one another by names, in a circle
     */
    List<DatasetInputs> inOrder() {
        List<DatasetInputs> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        List<DatasetInputs> rest = new ArrayList<>(datasets);
        while (!rest.isEmpty()) {
            DatasetInputs next = rest.stream()
                    .filter(dataset -> isBehind(dataset, done, reachable(dataset.slug())))
                    .findFirst()
                    .or(() -> rest.stream()
                            .filter(dataset ->
                                    isBehind(dataset, done, dataset.naming().datasets()))
                            .findFirst())
                    .orElseThrow(() -> PublicationException.input(
                            rest.get(0).slug() + "/links.ttl",
                            "datasets link to one another by names, in a circle: "
                                    + String.join(
                                            ", ",
                                            rest.stream()
                                                    .map(DatasetInputs::slug)
                                                    .toList()),
                            "link in one direction only"));
            ordered.add(next);
            done.add(next.slug());
            rest.remove(next);
        }
        return ordered;
    }

    /** {@return whether all of some datasets that have links by names, or that such links of the dataset lead to, are done} */
    private boolean isBehind(DatasetInputs dataset, Set<String> done, Set<String> others) {
        return datasets.stream()
                .filter(other -> others.contains(other.slug()) && !other.slug().equals(dataset.slug()))
                .filter(other -> !other.naming().rules().isEmpty()
                        || dataset.naming().datasets().contains(other.slug()))
                .allMatch(other -> done.contains(other.slug()));
    }

    /** {@return the succession of that IRI} */
    Succession succession(String iri) {
        return datasets.stream()
                .flatMap(dataset -> dataset.successions().stream())
                .filter(succession -> succession.iri().equals(iri))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the datasets that say what became of the dataset's things, or of what its rules link to} */
    private SortedSet<String> successors(DatasetInputs dataset) {
        SortedSet<String> slugs = new TreeSet<>();
        dataset.successions().forEach(succession -> slugs.addAll(succession.registers()));
        for (LinkRule rule : dataset.rules()) {
            if (!rule.history().succession().isEmpty()) {
                Succession succession = succession(rule.history().succession());
                slugs.add(succession.slug());
                slugs.addAll(succession.registers());
            }
        }
        return slugs;
    }

    /** {@return what the dataset's transitive properties may lead on through} */
    private String reached(String slug, Map<String, String> mapped) {
        Set<String> reachable = reachable(slug);
        return datasets.stream()
                .filter(dataset -> reachable.contains(dataset.slug()))
                .map(dataset -> mapped.get(dataset.slug()) + dataset.linkSources())
                .collect(Collectors.joining("\n"));
    }

    /** {@return a digest of the description if it hides counts, for the graph depends on it then; else nothing} */
    private static String hiding(Dataset dataset) {
        boolean hides = dataset.description().triples().stream()
                .anyMatch(triple -> triple.predicate().value().equals(Policy.NAMESPACE + "smallCounts"));
        return hides
                ? Sha256.of(dataset.description().triples().stream()
                        .map(Quad::toNQuads)
                        .sorted()
                        .collect(Collectors.joining("\n")))
                : "";
    }

    /** {@return for each graph's slug, the digest of everything that it is made from, the software included} */
    MadeFrom madeFrom(String base) {
        String maker = Software.FINGERPRINT + "\n" + base + "\n";
        // What the functions of codes make of a cell is declared there.
        List<InputFile> systems = ontology.stream()
                .filter(file -> file.name().equals(Site.IDENTIFIER_SYSTEMS))
                .toList();
        SortedMap<String, String> mapped = new TreeMap<>();
        for (DatasetInputs dataset : datasets) {
            mapped.put(
                    dataset.slug(),
                    Sha256.of(maker + systems + dataset.sources() + dataset.definition() + hiding(dataset.dataset())));
        }
        Function<LinkTarget, String> targetDigest = target -> target.name() + mapped.getOrDefault(target.name(), "");
        List<InputFile> sheets = datasets.stream()
                .filter(dataset -> dataset.terms().size() > 0)
                .flatMap(dataset -> dataset.definition().stream())
                .filter(file -> file.name().endsWith(".yml"))
                .toList();
        SortedMap<String, String> made = new TreeMap<>();
        for (DatasetInputs dataset : datasets) {
            String targets = targets(dataset.rules()).stream().map(targetDigest).collect(Collectors.joining("\n"));
            for (String slug : successors(dataset)) {
                targets += "\n" + slug + mapped.getOrDefault(slug, "");
            }
            boolean isAlone = stated().isEmpty() && dataset.naming().rules().isEmpty();
            String rules = isAlone
                    ? ""
                    : (dataset.naming().rules().isEmpty() ? stated() : ontology) + "" + sheets
                            + reached(dataset.slug(), mapped);
            made.put(dataset.slug(), Sha256.of(mapped.get(dataset.slug()) + dataset.linkSources() + targets + rules));
        }
        made.put(PublishedGraph.VOCABULARY, Sha256.of(maker + ontology + (sheets.isEmpty() ? "" : sheets)));
        made.put(PublishedGraph.CATALOG, Sha256.of(maker + descriptions + made));
        return new MadeFrom(made);
    }
}
