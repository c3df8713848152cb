package fr.pleiade.publication;

import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder in which mappings and link rules look up files, and which they cannot leave.
 *
 * <p>Whoever proposes a dataset chooses the names; {@code ../../etc/passwd} is not the proposer's to publish, nor {@code /srv/site.conf} the
 * proposer's to overwrite with a download. A symbolic link counts as what it leads to.
 *
 * @param folder where names are looked up
 * @param roots the folders in which files may really be: the sources, the site, what was downloaded
 */
record SourceFolder(Path folder, List<Path> roots) {
    SourceFolder {
        roots = List.copyOf(roots);
    }

    /**
     * {@return where a file of that name is to be}
     *
     * @param document the file that names it
     * @throws PublicationException if that is outside
     */
    Path place(String document, String name) {
        Path file = folder.resolve(name);
        if (Path.of(name).isAbsolute() || !file.normalize().startsWith(folder.normalize())) {
            throw outside(document, name, "leads out of the folder " + folder);
        }
        return file;
    }

    /**
     * {@return the file of that name, whether it is there or not}
     *
     * @param document the file that names it
     * @throws PublicationException if it is outside, or leads outside
     */
    Path file(String document, String name) throws IOException {
        Path file = place(document, name);
        requireInside(document, List.of(file));
        return file;
    }

    /**
     * Passes files that are in one of the folders in which they may be, or are not there.
     *
     * @throws PublicationException if one is outside
     */
    void requireInside(String document, List<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.exists(file) && !isBelowARoot(file.toRealPath())) {
                throw outside(document, folder.relativize(file).toString(), "is really " + file.toRealPath());
            }
        }
    }

    private boolean isBelowARoot(Path real) throws IOException {
        for (Path root : roots) {
            if (Files.exists(root) && real.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    private static PublicationException outside(String document, String name, String where) {
        return PublicationException.input(
                document,
                "it reads '%s', which %s".formatted(name, where),
                "put the file into the folder of the sources, and name it relative to that");
    }
}
