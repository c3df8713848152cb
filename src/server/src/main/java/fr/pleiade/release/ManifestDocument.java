package fr.pleiade.release;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RELEASE;
import static fr.pleiade.rdf.Vocabulary.SPDX;
import static fr.pleiade.rdf.Vocabulary.VOID;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.fetch.Retrieval;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.syntax.SyntaxException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A manifest as {@code manifest.ttl}, in PROV-O, DCAT and VoID. */
public final class ManifestDocument {
    public static final String FILE = "manifest.ttl";

    /** The layout of release folders that this version writes, and the newest that it reads. */
    static final long FORMAT = 3;

    private static final String CONFORMS = RELEASE + "format";
    private static final String COMPARED_WITH = RELEASE + "comparedWith";
    private static final String RETRIEVED = RELEASE + "retrievedAt";
    private static final Prefixes PREFIXES = Prefixes.of(
            Map.of("dcat", DCAT, "dct", DCT, "prov", PROV, "rel", RELEASE, "spdx", SPDX, "void", VOID, "xsd", XSD));

    private ManifestDocument() {}

    /** Writes the manifest into a release's folder. */
    public static void write(Manifest manifest, Path folder) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)));
                RdfWriter writer = RdfWriter.open(out, Syntax.TURTLE, PREFIXES)) {
            graph(manifest).triples().forEach(writer);
        }
    }

    private static InMemoryGraph graph(Manifest manifest) {
        Description release = Description.of(new InMemoryGraph(), manifest.base() + "release/" + manifest.id());
        release.a(PROV + "Entity")
                .a(DCAT + "Catalog")
                .text(DCT + "identifier", manifest.id())
                .number(CONFORMS, manifest.format())
                .typed(PROV + "generatedAtTime", manifest.created().toString(), "dateTime")
                .text(RELEASE + "base", manifest.base());
        Description publication = part(release, "publication");
        release.link(PROV + "wasGeneratedBy", publication.subject().text());
        publication.a(PROV + "Activity").text(RELEASE + "software", manifest.software());
        manifest.durations()
                .forEach((stage, took) -> publication.typed(duration(stage), took.toString(), "dayTimeDuration"));
        int number = 0;
        for (InputFile input : manifest.inputs()) {
            Description part = part(release, "input-" + ++number);
            say(part, publication, input);
            Optional.ofNullable(manifest.retrievals().get(input.name()))
                    .ifPresent(retrieval -> part.link(
                                    DCAT + "downloadURL", retrieval.url().toString())
                            .typed(RETRIEVED, retrieval.at().toString(), "dateTime"));
        }
        for (PublishedGraph graph : manifest.graphs()) {
            Description part = part(release, "graph-" + graph.slug());
            release.link(DCAT + "dataset", part.subject().text());
            say(part, graph);
            Optional.ofNullable(manifest.modified().get(graph.slug()))
                    .ifPresent(date -> part.typed(DCT + "modified", date.toString(), "dateTime"));
            ManifestLinks.say(part, manifest.links().getOrDefault(graph.slug(), List.of()));
            ManifestLinks.state(part, manifest.stated().getOrDefault(graph.slug(), new TreeMap<>()));
        }
        say(release, manifest);
        return release.graph();
    }

    private static void say(Description release, Manifest manifest) {
        Manifest.Folders folders = manifest.folders();
        part(release, Manifest.PAGES).a(PROV + "Entity").checksum(folders.pages());
        Map.of(
                        Manifest.TABLES, folders.tables(),
                        Manifest.FINDINGS, folders.findings(),
                        Manifest.INDEX, folders.index())
                .forEach((name, sha256) -> {
                    if (!sha256.isEmpty()) {
                        part(release, name).a(PROV + "Entity").checksum(sha256);
                    }
                });
        if (!folders.comparedWith().isEmpty()) {
            release.link(PROV + "wasRevisionOf", manifest.base() + "release/" + folders.comparedWith());
            part(release, Manifest.CHANGES)
                    .a(PROV + "Entity")
                    .text(COMPARED_WITH, folders.comparedWith())
                    .checksum(folders.changes());
        }
    }

    private static void say(Description part, Description publication, InputFile input) {
        publication.link(PROV + "used", part.subject().text());
        part.a(PROV + "Entity")
                .text(RELEASE + "role", input.role().name().toLowerCase(Locale.ROOT))
                .text(DCT + "title", input.name())
                .bytes(input.bytes())
                .checksum(input.sha256());
    }

    private static void say(Description part, PublishedGraph graph) {
        part.a(VOID + "Dataset")
                .text(DCT + "identifier", graph.slug())
                .link(RELEASE + "graph", graph.iri())
                .number(RELEASE + "rows", graph.rows())
                .number(VOID + "triples", graph.triples())
                .number(VOID + "entities", graph.entities())
                .number(RELEASE + "links", graph.links())
                .bytes(graph.bytes())
                .checksum(graph.sha256());
        graph.findings().forEach((severity, number) -> part.number(findings(severity), number));
    }

    /**
     * {@return the manifest in a release's folder}
     *
     * @throws ReleaseException if there is none, it is damaged, or a newer version wrote it
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw ReleaseException.damaged(file, "the release has no manifest");
        }
        try {
            InMemoryGraph graph = RdfReader.readGraph(file, file.toUri().toString());
            Term release = graph.subjects(RDF + "type", new Term.Iri(DCAT + "Catalog"))
                    .findFirst()
                    .orElseThrow(() -> ReleaseException.damaged(file, "it describes no release"));
            return manifest(file, new Description(graph, release));
        } catch (SyntaxException | IllegalArgumentException | UncheckedIOException e) {
            throw ReleaseException.damaged(file, "the manifest cannot be read: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(Path file, Description release) {
        if (release.count(CONFORMS) > FORMAT) {
            throw ReleaseException.newer(
                    file, "a newer version of Pléiade wrote it (format %d)".formatted(release.count(CONFORMS)));
        }
        Description publication = part(release, "publication");
        List<PublishedGraph> graphs = new ArrayList<>();
        SortedMap<String, List<LinkReport>> links = new TreeMap<>();
        SortedMap<String, SortedMap<String, Long>> stated = new TreeMap<>();
        SortedMap<String, Instant> modified = new TreeMap<>();
        for (Term part : release.graph().objects(release.subject(), DCAT + "dataset")) {
            Description graph = release.about(part.text());
            graphs.add(publishedGraph(file, graph));
            String slug = needed(file, graph, DCT + "identifier");
            links.put(slug, ManifestLinks.read(graph));
            SortedMap<String, Long> follows = ManifestLinks.stated(graph);
            if (!follows.isEmpty()) {
                stated.put(slug, follows);
            }
            graph.value(DCT + "modified").ifPresent(date -> modified.put(slug, Instant.parse(date)));
        }
        return new Manifest(
                needed(file, release, DCT + "identifier"),
                needed(file, release, RELEASE + "base"),
                Instant.parse(needed(file, release, PROV + "generatedAtTime")),
                needed(file, publication, RELEASE + "software"),
                inputs(file, publication),
                retrievals(file, publication),
                graphs,
                links,
                stated,
                durations(publication),
                folders(file, release),
                modified,
                release.count(CONFORMS));
    }

    private static Manifest.Folders folders(Path file, Description release) {
        if (release.count(CONFORMS) < FORMAT) {
            return Manifest.Folders.UNKNOWN;
        }
        Description changes = part(release, Manifest.CHANGES);
        Optional<String> comparedWith = changes.value(COMPARED_WITH);
        return new Manifest.Folders(
                checksum(file, part(release, Manifest.PAGES)),
                comparedWith.isPresent() ? checksum(file, changes) : "",
                comparedWith.orElse(""),
                part(release, Manifest.TABLES).sha256(),
                part(release, Manifest.FINDINGS).sha256(),
                part(release, Manifest.INDEX).sha256());
    }

    private static String checksum(Path file, Description part) {
        String sha256 = part.sha256();
        if (sha256.isEmpty()) {
            throw ReleaseException.damaged(
                    file, "it lacks the digest of <%s>".formatted(part.subject().text()));
        }
        return sha256;
    }

    private static List<InputFile> inputs(Path file, Description publication) {
        return publication.graph().objects(publication.subject(), PROV + "used").stream()
                .map(used -> publication.about(used.text()))
                .map(input -> new InputFile(
                        InputFile.Role.valueOf(
                                needed(file, input, RELEASE + "role").toUpperCase(Locale.ROOT)),
                        needed(file, input, DCT + "title"),
                        input.count(DCAT + "byteSize"),
                        input.sha256()))
                .toList();
    }

    private static SortedMap<String, Retrieval> retrievals(Path file, Description publication) {
        SortedMap<String, Retrieval> retrievals = new TreeMap<>();
        for (Term used : publication.graph().objects(publication.subject(), PROV + "used")) {
            Description input = publication.about(used.text());
            input.value(DCAT + "downloadURL")
                    .ifPresent(url -> retrievals.put(
                            needed(file, input, DCT + "title"),
                            new Retrieval(
                                    URI.create(url),
                                    Instant.parse(needed(file, input, RETRIEVED)),
                                    Retrieval.State.UNCHANGED)));
        }
        return retrievals;
    }

    private static PublishedGraph publishedGraph(Path file, Description graph) {
        Map<Severity, Long> findings = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            findings.put(severity, graph.count(findings(severity)));
        }
        return new PublishedGraph(
                needed(file, graph, DCT + "identifier"),
                needed(file, graph, RELEASE + "graph"),
                graph.count(RELEASE + "rows"),
                graph.count(VOID + "triples"),
                graph.count(VOID + "entities"),
                graph.count(RELEASE + "links"),
                findings,
                graph.count(DCAT + "byteSize"),
                graph.sha256());
    }

    private static Map<Stage, Duration> durations(Description publication) {
        Map<Stage, Duration> durations = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            publication.value(duration(stage)).ifPresent(took -> durations.put(stage, Duration.parse(took)));
        }
        return durations;
    }

    private static String needed(Path file, Description description, String property) {
        return description
                .value(property)
                .orElseThrow(() -> ReleaseException.damaged(
                        file, "<%s> lacks <%s>".formatted(description.subject().text(), property)));
    }

    private static Description part(Description release, String name) {
        return release.about(release.subject().text() + "#" + name);
    }

    private static String duration(Stage stage) {
        return RELEASE + stage.name().toLowerCase(Locale.ROOT) + "Duration";
    }

    private static String findings(Severity severity) {
        return RELEASE + severity.name().toLowerCase(Locale.ROOT) + "Findings";
    }
}
