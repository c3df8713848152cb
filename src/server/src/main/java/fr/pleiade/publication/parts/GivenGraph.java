package fr.pleiade.publication.parts;

import fr.pleiade.findings.Finding;
import fr.pleiade.quads.LineSource;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The graph of one dataset, made elsewhere by its mapping, in parts. */
public final class GivenGraph {
    private final String slug;
    private final PartPlace place;
    private final List<Part> parts;
    private final Map<String, String> digests;

    /**
     * A file of sorted N-Quads.
     *
     * @param name below the place
     * @param bytes how large it is; 0 where that is not told
     * @param sha256 what its digest must be
     */
    record Part(String name, long bytes, String sha256) {}

    /**
     * @param parts in the order of their lines
     * @param digests of all files that the list names, the mapping's among them
     */
    GivenGraph(String slug, PartPlace place, List<Part> parts, Map<String, String> digests) {
        this.slug = slug;
        this.place = place;
        this.parts = List.copyOf(parts);
        this.digests = Map.copyOf(digests);
    }

    PartPlace place() {
        return place;
    }

    List<Part> parts() {
        return parts;
    }

    /** {@return what the graph is made from, by the list} */
    public List<InputFile> inputs() {
        return parts.stream()
                .map(part -> new InputFile(InputFile.Role.SOURCE, part.name(), part.bytes(), part.sha256()))
                .toList();
    }

    /**
     * Refuses the parts of another mapping than the site's.
     *
     * @param mapping the mapping's name, {@code towns/mapping.yml}
     * @param definition the files of the dataset's folder, with their digests
     * @throws PublicationException if the list lacks the mapping's digest, or has another for a file of the folder
     */
    public void requireMadeBy(String mapping, List<InputFile> definition) {
        String list = place.of(DigestList.FILE);
        if (!digests.containsKey(mapping)) {
            throw PublicationException.input(
                    list,
                    "it does not say by which mapping the parts of '%s' were made".formatted(slug),
                    "add the digest of " + mapping + " to it, under that name");
        }
        for (InputFile file : definition) {
            String listed = digests.getOrDefault(file.name(), file.sha256());
            if (!listed.equals(file.sha256())) {
                throw PublicationException.input(
                        list,
                        "the parts of '%s' were made by another mapping: the SHA-256 of %s is %s there, and %s here"
                                .formatted(slug, file.name(), listed, file.sha256()),
                        "make them anew with the site's mapping, or publish with the mapping that made them");
            }
        }
    }

    /** {@return how many rows were mapped, as {@code report.json} beside the parts says; 0 where it is not there} */
    public long rows() throws IOException {
        return new MappingReport(place, slug).rows();
    }

    /**
     * Tells what the mapping found in the rows, as {@code findings/} beside the parts say.
     *
     * @throws PublicationException if one of these is none
     */
    public void tellFindings(Consumer<Finding> findings) throws IOException {
        new MappingReport(place, slug).tell(findings);
    }

    /** {@return the exception for a site that would have hidden something of the rows} */
    public PublicationException unhidden() {
        return PublicationException.input(
                place.of(slug),
                "the site hides small counts of '%s', which is done while its rows are mapped".formatted(slug),
                "publish this dataset without --graphs");
    }

    /**
     * {@return the lines of all parts, verified while they are read: a {@link PublicationException} ends what is not as it must be}
     *
     * @param graph the IRI that all lines must have for a graph
     * @param work a folder for a part that is fetched
     * @param bytesRead told of the bytes of each part, when it was read
     */
    public LineSource lines(String graph, Path work, LongConsumer bytesRead) {
        return new PartLines(this, graph, work, bytesRead);
    }
}
