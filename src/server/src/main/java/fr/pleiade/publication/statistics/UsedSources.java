package fr.pleiade.publication.statistics;

import fr.pleiade.inbox.UsageTable;
import fr.pleiade.inbox.UseStore;
import fr.pleiade.release.Building;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a site that publishes how much it is used: its folder {@code mappings/usage/} reads {@code usage.csv}, which is written
 * from the counts. The folder of these sources has links to all others.
 */
public final class UsedSources {
    /** What its dataset is called. */
    public static final String SLUG = "usage";

    private UsedSources() {}

    /**
     * {@return the folder itself, or one with the same entries and the counts of all days that are over}
     *
     * @param sources where the publisher's files are; if the counts are there as a file already, that is what is published
     * @param slugs of the site's datasets
     */
    public static Path of(Path sources, Path state, List<String> slugs) throws IOException {
        if (!slugs.contains(SLUG) || Files.exists(sources.resolve(UsageTable.FILE))) {
            return sources;
        }
        Path folder = state.resolve("inbox").resolve("sources");
        Building.delete(folder);
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(sources)) {
            for (Path entry : entries.toList()) {
                Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry.toAbsolutePath());
            }
        }
        UsageTable.write(new UseStore(state), LocalDate.now(ZoneOffset.UTC), folder.resolve(UsageTable.FILE));
        return folder;
    }
}
