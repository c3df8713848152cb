package fr.pleiade.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What publications, prunings and rollbacks that were killed have left below a state folder, or are at work on. */
public final class Leftovers {
    private static final int RELEASE_DEPTH = 4; // releases/<id>/graphs/<file>

    private Leftovers() {}

    static List<Path> find(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return List.of();
        }
        Path releases = state.resolve("releases");
        try (Stream<Path> top = Files.list(state);
                Stream<Path> below =
                        Files.isDirectory(releases) ? Files.walk(releases, RELEASE_DEPTH) : Stream.empty()) {
            return Stream.concat(top.filter(Building::isOne), below.filter(Pruning::isUnfinished))
                    .sorted()
                    .toList();
        }
    }

    /** Removes them; the caller has the lock. {@return what was removed} */
    public static List<Path> clean(Path state) throws IOException {
        List<Path> leftovers = find(state);
        for (Path leftover : leftovers) {
            Building.delete(leftover);
        }
        return leftovers;
    }
}
