package fr.pleiade.draft.folder;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.sample.Sample;
import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.rdf.Prefixes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the folders of new datasets into a site: {@code mapping.yml}, {@code sample.csv}, {@code expected.nt},
 * {@code expected-findings.csv} and {@code README.md}.
 *
 * <p>A folder appears when it is complete; nothing that is there is written over.
 *
 * @param mappings the folder in which datasets are
 * @param sources the folder in which their files are
 * @param base the site's base
 * @param prefixes the prefixes of the site's documents
 * @param systems reads the identifier systems that the site declares, under a base
 */
public record DatasetFolder(
        Path mappings, Path sources, String base, Prefixes prefixes, Function<String, IdentifierSystems> systems) {
    /**
     * What was written.
     *
     * @param folder the dataset's folder
     * @param copy the copy of the file among the sources, if it was not there already
     */
    public record Written(Path folder, List<Path> copy) {
        public Written {
            copy = List.copyOf(copy);
        }
    }

    /**
     * Makes sure that a dataset can be called so, before anything is asked or done.
     *
     * @throws DraftException if there is something of this name already
     */
    public void requireFree(String slug) {
        Path folder = mappings.resolve(slug);
        if (Files.exists(folder)) {
            throw new DraftException(
                    "%s: there is a dataset '%s' already; choose another name with --name, or pair the file with it by --like %s",
                    "%s : il y a déjà un jeu de données « %s » ; choisir un autre nom par --name, ou y apparier le fichier par --like %s",
                    folder,
                    slug,
                    slug);
        }
    }

    /**
     * Writes a folder.
     *
     * @param file the file that was profiled
     * @param profile what it seems to hold; with a key
     * @param language the language of comments and of the page
     * @throws DraftException if there is no key, the name is taken, or the licence is none
     */
    public Written write(Path file, FileProfile profile, NewDataset dataset, Locale language) {
        requireFree(dataset.slug());
        NewDataset.key(profile);
        Source source = source(file, dataset.slug());
        try {
            Path work = Files.createTempDirectory(mappings.toAbsolutePath().getParent(), ".new-");
            try {
                Path folder = Files.createDirectory(work.resolve(dataset.slug()));
                String sheet = new SheetText(
                                profile, dataset, source.url(), new SheetText.Site(base, prefixes), language)
                        .text();
                write(folder.resolve("mapping.yml"), sheet);
                requireReadable(folder.resolve("mapping.yml"), dataset);
                Files.write(folder.resolve(Sample.ROWS), new SampleRows(profile).of(file));
                Sample.of(folder.resolve("mapping.yml"), systems).writeTo(folder);
                write(folder.resolve("README.md"), new ReadmeText(profile, dataset, language).text());
                List<Path> copy = source.copied(file);
                return new Written(moved(folder, dataset.slug(), copy), copy);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(mappings.resolve(dataset.slug()) + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What people chose may be no licence that is known; all else is ours. */
    private void requireReadable(Path sheet, NewDataset dataset) {
        try {
            Sheet.description(sheet, base, dataset.slug());
        } catch (MappingException e) {
            String said = e.errors().stream().map(MappingError::problem).collect(Collectors.joining("; "));
            throw new DraftException(new Text(said, said));
        }
    }

    /**
     * Where a file is, or will be, below the sources.
     *
     * @param file the file there
     * @param url its path below the sources
     * @param isThere whether it is there already
     */
    public record Source(Path file, String url, boolean isThere) {
        /** Copies a file among the sources, if it is not there. {@return the copy, if one was made} */
        public List<Path> copied(Path from) throws IOException {
            if (isThere) {
                return List.of();
            }
            Files.createDirectories(file.resolveSibling("."));
            Files.copy(from, file);
            return List.of(file);
        }
    }

    /**
     * {@return where a file will be below the sources: where it is, or in the dataset's folder}
     *
     * @throws DraftException if another file is there
     */
    public Source source(Path file, String slug) {
        try {
            Path root = sources.toRealPath();
            Path real = file.toRealPath();
            if (real.startsWith(root)) {
                return new Source(real, url(root.relativize(real)), true);
            }
            Path copy = root.resolve(slug).resolve(String.valueOf(file.getFileName()));
            boolean isSame = Files.exists(copy) && Files.mismatch(copy, real) < 0;
            if (Files.exists(copy) && !isSame) {
                throw new DraftException(
                        "%s: another file is there, which is not written over; choose another name with --name",
                        "%s : un autre fichier est là, et n'est pas remplacé ; choisir un autre nom par --name", copy);
            }
            return new Source(copy, url(root.relativize(copy)), isSame);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String url(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }

    /** A name that was taken meanwhile leaves no copy behind. */
    private Path moved(Path folder, String slug, List<Path> copy) throws IOException {
        try {
            requireFree(slug);
            return Files.move(folder, mappings.resolve(slug));
        } catch (IOException | DraftException e) {
            for (Path made : copy) {
                Files.deleteIfExists(made);
            }
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
