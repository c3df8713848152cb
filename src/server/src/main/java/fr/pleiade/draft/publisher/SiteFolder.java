package fr.pleiade.draft.publisher;

import fr.pleiade.draft.DraftException;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the folder of a new site: catalogue, vocabulary, identifier systems, a page in French and in English, what checks it at every
 * push and what runs it on a server.
 *
 * <p>What is the same for everybody is copied from the site that ships with Pléiade, so that it is said once.
 *
 * @param shipped the folder of that site
 */
public record SiteFolder(Path shipped) {
    /** Read in place of the base, so that what is written is relative again. */
    private static final String ANY_BASE = "https://base.invalid/";

    private static final String AGENTS = ANY_BASE + "id/agent/";
    private static final String CATALOG = "mappings/catalog.ttl";
    private static final String SYSTEMS = "ontology/" + Site.IDENTIFIER_SYSTEMS;

    /** What every site has in common with the one that ships. */
    private static final List<String> COPIED = List.of(
            "fuseki-config/pleiade.ttl", SYSTEMS, "ontology/units.ttl", "mappings/SHEET.md", "mappings/FUNCTIONS.md");

    /** Where each template becomes a file. */
    private static final Map<String, String> TEMPLATES = Map.ofEntries(
            Map.entry("catalog.ttl", CATALOG),
            Map.entry("terms.ttl", "ontology/terms.ttl"),
            Map.entry("shapes.README.md", "ontology/shapes/README.md"),
            Map.entry("data.README.md", "data/README.md"),
            Map.entry("gitignore", ".gitignore"),
            Map.entry("site.properties", Site.SETTINGS),
            Map.entry("gitlab-ci.yml", ".gitlab-ci.yml"),
            Map.entry("github.yml", ".github/workflows/check.yml"),
            Map.entry("Containerfile", "deploy/Containerfile"),
            Map.entry("pleiade.default", "deploy/pleiade.default"),
            Map.entry("pleiade.service", "deploy/pleiade.service"),
            Map.entry("pleiade-publish.service", "deploy/pleiade-publish.service"),
            Map.entry("pleiade-publish.timer", "deploy/pleiade-publish.timer"));

    /** A folder under version control that has no file yet has this one. */
    private static final Set<String> NOT_A_FILE = Set.of(".git");

    /**
     * Makes sure that a site can be made there, before anything is asked.
     *
     * @throws DraftException if there is something, or the site that ships is not there
     */
    public void requireFree(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DraftException(
                    "%s: it is a file; name a folder that is empty or not there yet",
                    "%s : c'est un fichier ; nommer un dossier vide ou qui n'existe pas encore", folder);
        }
        if (Files.isDirectory(folder)) {
            names(folder).stream()
                    .filter(name -> !NOT_A_FILE.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new DraftException(
                                "%s: the folder is not empty ('%s'), and nothing is written over; name another one",
                                "%s : le dossier n'est pas vide (« %s »), et rien n'est remplacé ; en nommer un autre",
                                folder,
                                name);
                    });
        }
        for (String file : COPIED) {
            if (Files.notExists(shipped.resolve(file))) {
                throw new DraftException(
                        "%s: missing; it comes with Pléiade, and a new site begins with a copy",
                        "%s : absent ; il vient avec Pléiade, et un nouveau site commence par une copie",
                        shipped.resolve(file));
            }
        }
    }

    /**
     * Writes a site.
     *
     * @return the files, relative to the folder, sorted
     * @throws DraftException as {@link #requireFree}
     * @throws UncheckedIOException if it cannot be written; nothing is left of it
     */
    public SortedSet<String> write(Path folder, NewSite site) {
        requireFree(folder);
        SortedMap<String, byte[]> files = files(site);
        List<Path> made = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                makeFolder(path.toAbsolutePath().resolveSibling(""), made);
                Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                made.add(path);
            }
        } catch (IOException e) {
            unmake(made);
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
        return new TreeSet<>(files.keySet());
    }

    private static void makeFolder(Path folder, List<Path> made) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                makeFolder(parent, made);
            }
            try {
                Files.createDirectory(folder);
                made.add(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
    }

    private static void unmake(List<Path> made) {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (IOException e) {
                return; // the disk that could not be written cannot be tidied either; the first failure is told
            }
        }
    }

    private SortedMap<String, byte[]> files(NewSite site) {
        SiteWords words = new SiteWords(site);
        SortedMap<String, byte[]> files = new TreeMap<>();
        TEMPLATES.forEach((template, file) -> files.put(file, bytes(words.in(template(template), file))));
        for (String language : SiteWords.LANGUAGES) {
            String page = words.page(language);
            files.put(page, bytes(words.forPage(language).in(template("README." + language + ".md"), page)));
        }
        COPIED.forEach(file -> files.put(file, shipped(file)));
        files.put("ontology/schemes/agents.ttl", bytes(agents()));
        return files;
    }

    /** {@return who keeps the identifier systems: the agents that they name, described as in the catalogue that ships} */
    private String agents() {
        SortedSet<String> named = RdfReader.readGraph(shipped.resolve(SYSTEMS), ANY_BASE).triples().stream()
                .map(Quad::object)
                .filter(Term.Iri.class::isInstance)
                .map(Term::text)
                .filter(iri -> iri.startsWith(AGENTS))
                .collect(Collectors.toCollection(TreeSet::new));
        InMemoryGraph catalog = RdfReader.readGraph(shipped.resolve(CATALOG), ANY_BASE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> prefixes = new TreeMap<>(catalog.prefixes().namespaces());
        prefixes.values().removeIf(namespace -> namespace.startsWith(ANY_BASE));
        try (RdfWriter writer = RdfWriter.open(out, Syntax.TURTLE, Prefixes.of(prefixes))) {
            named.forEach(agent -> catalog.about(new Term.Iri(agent)).forEach(writer));
        }
        String turtle = out.toString(StandardCharsets.UTF_8).replace("<" + ANY_BASE, "<");
        return "# Who keeps the identifier systems that systemes-identifiants.ttl declares.\n" + turtle;
    }

    private byte[] shipped(String file) {
        try {
            return Files.readAllBytes(shipped.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(shipped.resolve(file) + ": " + e.getMessage(), e);
        }
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(SiteFolder.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }
}
