package fr.pleiade.web.usage;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.served.PerRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells from an address which dataset is used, and how. Thread-safe; remembers a few hundred kinds of things for a release. */
final class Addresses {
    static final String PAGE = "page";
    static final String DOCUMENT = "document";
    private static final String DOWNLOAD = "download";
    private static final String SLICE = "slice";
    private static final String LIST = "list";
    private static final String QUERY = "query";
    private static final int MOST = 500;

    private final PerRelease<Map<String, String>> known = new PerRelease<>(release -> new ConcurrentHashMap<>());

    /** A dataset, {@code ""} where it is none, and what was had of it. */
    record Used(String dataset, String kind) {}

    /** {@return what an address uses; nothing of what is there for machinery: styles, health, descriptions of the site} */
    Optional<Used> of(Release release, String path) {
        String[] parts = path.substring(Math.min(1, path.length())).split("/", 4);
        int first = parts[0].equals("release") && parts.length > 2 ? 2 : 0;
        String face = parts[first];
        String name = parts.length > first + 1 ? stem(parts[first + 1]) : "";
        return switch (face) {
            case "dataset" -> dataset(release, name).map(slug -> new Used(slug, DOCUMENT));
            case "dump", "data" -> Optional.of(new Used(dataset(release, name).orElse(""), DOWNLOAD));
            case "doc" -> Optional.of(new Used(ofThings(release, name), DOCUMENT));
            case "list" -> Optional.of(new Used(ofThings(release, name), LIST));
            case "cube" -> Optional.of(new Used(ofCube(release, name), SLICE));
            case "sparql" -> Optional.of(new Used("", QUERY));
            case "", "search", "catalog", "compare", "changes", "vocab" -> Optional.of(new Used("", DOCUMENT));
            default -> Optional.empty();
        };
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Optional<String> dataset(Release release, String slug) {
        return release.graph(slug)
                .filter(graph -> graph.iri().startsWith(release.base() + "dataset/"))
                .map(PublishedGraph::slug);
    }

    private String ofThings(Release release, String type) {
        return remembered(release, "id/" + type, () -> {
            byte[] begin = ("<" + release.base() + "id/" + type + "/").getBytes(StandardCharsets.UTF_8);
            return release.graphs().stream()
                    .map(PublishedGraph::slug)
                    .filter(slug -> hasSubject(release, slug, begin))
                    .findFirst()
                    .orElse("");
        });
    }

    private static boolean hasSubject(Release release, String slug, byte[] begin) {
        GraphFile.Lines lines = GraphFile.of(release.graphFile(slug)).lines();
        lines.seek(begin);
        return lines.begins(begin);
    }

    private String ofCube(Release release, String word) {
        return remembered(release, "cube/" + word, () -> {
            try {
                List<String> words = CubeTable.words(release.cubes());
                return words.contains(word)
                        ? CubeTable.open(release.cubes(), word).graphs().stream()
                                .findFirst()
                                .orElse("")
                        : "";
            } catch (IOException e) {
                return "";
            }
        });
    }

    /** Finds out. */
    @FunctionalInterface
    private interface Finding {
        String find();
    }

    private String remembered(Release release, String key, Finding finding) {
        Map<String, String> names = known.of(release);
        String name = names.get(key);
        if (name == null) {
            name = finding.find();
            if (names.size() < MOST) {
                names.put(key, name);
            }
        }
        return name;
    }
}
