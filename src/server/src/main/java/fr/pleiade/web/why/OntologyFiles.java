package fr.pleiade.web.why;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.Release;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a release's vocabulary, read once, to tell which of them says something. Immutable after it was made. */
final class OntologyFiles {
    private final SortedMap<String, InMemoryGraph> files;

    private OntologyFiles(SortedMap<String, InMemoryGraph> files) {
        this.files = files;
    }

    /** {@return those of a release; takes some tens of milliseconds} */
    static OntologyFiles of(Release release) {
        SortedMap<String, InMemoryGraph> files = new TreeMap<>();
        release.manifest().inputs().stream()
                .filter(input ->
                        input.role() == InputFile.Role.ONTOLOGY && input.name().endsWith(".ttl"))
                .forEach(input -> files.put("ontology/" + input.name(), release.ontologyFile(input.name())));
        return new OntologyFiles(files);
    }

    /** {@return the first file that says it} */
    Optional<String> thatSays(Quad statement) {
        return files.entrySet().stream()
                .filter(file -> says(file.getValue(), statement))
                .map(file -> file.getKey())
                .findFirst();
    }

    /** {@return whether a document says it, in whatever graph} */
    static boolean says(InMemoryGraph document, Quad statement) {
        return document.objects(statement.subject(), statement.predicate().value())
                .contains(statement.object());
    }
}
