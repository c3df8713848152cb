package fr.pleiade.store;

import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Little stores to test with. */
public final class Fixture {
    public static final String COMMUNES = "http://example.org/dataset/communes";
    public static final String SCHOOLS = "http://example.org/dataset/etablissements";
    public static final String QUADS = """
            <http://example.org/id/commune/75056> <http://example.org/code> "75056" <http://example.org/dataset/communes> .
            <http://example.org/id/commune/75056> <http://example.org/name> "Paris"@fr <http://example.org/dataset/communes> .
            <http://example.org/id/etablissement/a> <http://example.org/commune> <http://example.org/id/commune/75056> <http://example.org/dataset/etablissements> .
            <http://example.org/id/etablissement/a> <http://example.org/name> "École \\"é\\""@fr <http://example.org/dataset/etablissements> .
            <http://example.org/id/etablissement/a> <http://example.org/students> "1200"^^<http://www.w3.org/2001/XMLSchema#integer> <http://example.org/dataset/etablissements> .
            """;

    private Fixture() {}

    public static Path file(Path folder, String name, String content) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(name), content);
    }

    /** Builds and opens a store of the quads in a directory of that name. */
    public static Store store(Path folder, String name, String quads) throws IOException {
        Path directory = folder.resolve(name);
        new BulkLoad(directory, List.of(file(folder, name + ".nq", quads)), n -> {}).run();
        return Store.open(directory);
    }

    /** {@return n schools with one property each, in the schools' graph} */
    public static String schools(int n, String value) {
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < n; i++) {
            quads.append("<http://example.org/id/etablissement/%06d> <http://example.org/release> \"%s\" <%s> .\n"
                    .formatted(i, value, SCHOOLS));
        }
        return quads.toString();
    }
}
