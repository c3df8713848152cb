package fr.pleiade.publication.parts;

import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of this machine. */
record FolderPlace(Path folder) implements PartPlace {
    static FolderPlace of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw PublicationException.input(
                    folder.toString(),
                    "there is no such folder of graphs",
                    "name the folder that has them with --graphs");
        }
        return new FolderPlace(folder);
    }

    @Override
    public Optional<byte[]> small(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public OptionalLong size(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    @Override
    public InputStream open(String name, Path work) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public SortedSet<String> parts(String slug) throws IOException {
        SortedSet<String> parts = new TreeSet<>();
        for (Path below : new Path[] {folder, folder.resolve(slug)}) {
            if (Files.isDirectory(below)) {
                try (Stream<Path> files = Files.list(below)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> GivenGraphs.slug(name).equals(Optional.of(slug)))
                            .forEach(parts::add);
                }
            }
        }
        return parts;
    }

    @Override
    public List<Path> findings(String slug) throws IOException {
        Path below = folder.resolve(slug).resolve("findings");
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(below)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String of(String name) {
        return folder.resolve(name).toString();
    }
}
