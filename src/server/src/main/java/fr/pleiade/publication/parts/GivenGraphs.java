package fr.pleiade.publication.parts;

import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The graphs in a folder of those that were made elsewhere, by the slugs of their datasets. */
public final class GivenGraphs {
    private static final Pattern PART =
            Pattern.compile("([^/]+)/[^/]+\\.nq(\\.gz|\\.zst)?|([^/]+)\\.nq(\\.gz|\\.zst)?");

    private GivenGraphs() {}

    /** {@return the dataset whose part has the name, {@code towns/part-00000.nq} or {@code towns.nq}; nothing if it is no part's} */
    static Optional<String> slug(String name) {
        Matcher matcher = PART.matcher(name);
        return matcher.matches()
                ? Optional.of(Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(3)))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if no graph can be read at such an address: it is neither a folder's nor one of the web */
    public static void requireReadable(URI address) {
        if (address.getScheme() == null || !address.getScheme().matches("file|https?")) {
            throw new IllegalArgumentException(
                    "graphs are read from a folder, or from an http: or https: address, not from %s; copy them first, or serve them"
                            .formatted(address));
        }
    }

    /**
     * Reads what graphs there are; no part is read yet.
     *
     * @param address of the folder, in which one list names the parts of all datasets, or the folder of each has its own
     * @param slugs the datasets of the site
     * @throws PublicationException if there is none, or parts are not listed, not there, listed twice, or of a dataset that the site does not have
     * @throws IllegalArgumentException if nothing can be read at such an address, as {@link #requireReadable} tells
     */
    public static SortedMap<String, GivenGraph> read(URI address, Collection<String> slugs) throws IOException {
        requireReadable(address);
        PartPlace place = "file".equals(address.getScheme()) ? FolderPlace.of(Path.of(address)) : WebPlace.of(address);
        DigestList all = list(place, "").orElse(new DigestList(Map.of()));
        requireKnown(place, all, slugs);
        SortedMap<String, GivenGraph> graphs = new TreeMap<>();
        for (String slug : slugs) {
            Optional<DigestList> own = list(place, slug + "/");
            Map<String, String> digests = new LinkedHashMap<>(all.digests());
            own.ifPresent(list -> list.digests().forEach((name, digest) -> {
                if (!digest.equals(digests.getOrDefault(name, digest))) {
                    throw PublicationException.input(
                            place.of(name), "two lists have different digests of it", "write one of them anew");
                }
                digests.put(name, digest);
            }));
            List<GivenGraph.Part> parts = parts(place, slug, digests);
            if (!parts.isEmpty()) {
                graphs.put(slug, new GivenGraph(slug, place, parts, digests));
            }
        }
        if (graphs.isEmpty()) {
            throw PublicationException.input(
                    place.of(DigestList.FILE),
                    "there is no list of digests that names a graph of the site",
                    "write one with sha256sum, for one of " + String.join(", ", slugs));
        }
        return graphs;
    }

    private static Optional<DigestList> list(PartPlace place, String folder) throws IOException {
        String name = folder + DigestList.FILE;
        return place.small(name).map(text -> DigestList.parse(place.of(name), folder, text));
    }

    private static void requireKnown(PartPlace place, DigestList list, Collection<String> slugs) {
        for (String name : list.digests().keySet()) {
            Optional<String> slug = slug(name);
            if (slug.isPresent() && !slugs.contains(slug.get())) {
                throw PublicationException.input(
                        place.of(DigestList.FILE),
                        "it names '%s', but the site has no dataset '%s'".formatted(name, slug.get()),
                        "name one of " + String.join(", ", slugs));
            }
        }
    }

    private static List<GivenGraph.Part> parts(PartPlace place, String slug, Map<String, String> digests)
            throws IOException {
        List<GivenGraph.Part> parts = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            String name = entry.getKey();
            if (slug(name).equals(Optional.of(slug))) {
                long bytes = place.size(name)
                        .orElseThrow(() -> PublicationException.input(
                                place.of(name),
                                "the list of digests names it, but it is missing",
                                "copy all parts, and publish again"));
                String same = named.put(entry.getValue(), name);
                if (same != null && bytes > 0) {
                    throw PublicationException.input(
                            place.of(name), "it is the same part as " + same, "list each part once");
                }
                parts.add(new GivenGraph.Part(name, bytes, entry.getValue()));
            }
        }
        requireNoOther(place, slug, digests);
        PartNumbers.requireAll(place, parts);
        return parts;
    }

    private static void requireNoOther(PartPlace place, String slug, Map<String, String> digests) throws IOException {
        SortedSet<String> others = new TreeSet<>(place.parts(slug));
        others.removeAll(digests.keySet());
        if (!others.isEmpty()) {
            throw PublicationException.input(
                    place.of(others.first()),
                    "no list of digests (%s) names it".formatted(DigestList.FILE),
                    "write the list with sha256sum, or remove what does not belong there");
        }
    }
}
