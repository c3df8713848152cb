package fr.pleiade.release;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The site's own description as it was when a release was made of it: {@code site/} of the release's folder, in the layout that the
 * publisher has, {@code mappings/} beside {@code ontology/}, with the files that the release was made from and no others.
 */
public final class SiteFolder {
    private static final String ADVICE = "publish again when nobody is editing it";

    private SiteFolder() {}

    /**
     * Copies a site's files into a release in the making.
     *
     * @param files the files, with the digests that they had when they were read
     * @param where where each of them is
     * @throws PublicationException if one is not any more what was read
     */
    public static void write(Building building, List<InputFile> files, Function<InputFile, Path> where)
            throws IOException {
        for (InputFile file : own(files)) {
            Path target = file(building.folder(), file);
            Files.createDirectories(target.getParent());
            try {
                Files.copy(where.apply(file), target);
            } catch (NoSuchFileException e) {
                throw removed(file.name()).causedBy(e);
            }
            requireSame(file, Sha256.of(target));
        }
    }

    /**
     * Refuses a file whose bytes, as they were read later, are not those that the release says it is made from.
     *
     * @throws PublicationException if they are others
     */
    public static void requireSame(InputFile file, String sha256) {
        if (!file.sha256().equals(sha256)) {
            throw PublicationException.input(
                    file.name(),
                    "it was changed while it was being published: its SHA-256 was %s, and is %s"
                            .formatted(file.sha256(), sha256),
                    file.role() == InputFile.Role.SOURCE ? "publish again when the file is complete" : ADVICE);
        }
    }

    /** {@return the exception for a file that was there a moment ago} */
    public static PublicationException removed(String name) {
        return PublicationException.input(name, "it was removed while it was being published", ADVICE);
    }

    /** {@return what tells two sites apart: a digest over names and digests of their files} */
    public static String digest(List<InputFile> files) {
        return Sha256.of(own(files).stream()
                .map(file -> file.role() + " " + file.name() + " " + file.sha256())
                .collect(Collectors.joining("\n")));
    }

    /**
     * Looks whether a release has its site's files as they were.
     *
     * @throws ReleaseException if one is missing or altered; names it
     */
    static void verify(Release release) {
        for (InputFile input : own(release.manifest().inputs())) {
            Path file = file(release.folder(), input);
            try {
                String found = Sha256.of(file);
                if (!found.equals(input.sha256())) {
                    throw ReleaseException.altered(file, found, input.sha256());
                }
            } catch (NoSuchFileException e) {
                throw ReleaseException.damaged(file, "the manifest names it, but it is missing");
            } catch (IOException e) {
                throw ReleaseException.damaged(file, "it cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** {@return where a release has a file of {@code mappings/}} */
    static Path mapping(Path release, String name) {
        return release.resolve("site").resolve("mappings").resolve(name);
    }

    private static Path file(Path release, InputFile file) {
        return file.role() == InputFile.Role.MAPPING
                ? mapping(release, file.name())
                : release.resolve("site")
                        .resolve(file.role().name().toLowerCase(Locale.ROOT))
                        .resolve(file.name());
    }

    /** {@return the files that the publisher wrote, in an order that is always the same; sources are not part of a site} */
    private static List<InputFile> own(List<InputFile> files) {
        return files.stream()
                .filter(file -> file.role() != InputFile.Role.SOURCE)
                .distinct()
                .sorted(Comparator.comparing(InputFile::role).thenComparing(InputFile::name))
                .toList();
    }
}
