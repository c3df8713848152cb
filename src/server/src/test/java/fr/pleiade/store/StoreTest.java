package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import fr.pleiade.rdf.Term;
import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Term.Iri SCHOOL = new Term.Iri("http://example.org/id/etablissement/a");

    @TempDir
    Path folder;

    @Test
    void everyGraphIsCounted() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            assertThat(store.graphs()).containsExactly(entry(Fixture.COMMUNES, 2L), entry(Fixture.SCHOOLS, 3L));
            assertThat(store.count(Fixture.SCHOOLS)).isEqualTo(3);
            assertThat(store.count("http://example.org/dataset/none")).isZero();
        }
    }

    @Test
    void severalFilesMakeOneStoreAndTheQuadsAreReported() throws IOException {
        Path communes = Fixture.file(folder, "communes.nq", Fixture.schools(30_000, "1"));
        Path schools = folder.resolve("schools.nq.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(schools))) {
            out.write(Fixture.QUADS.getBytes(StandardCharsets.UTF_8));
        }
        List<Long> reports = new ArrayList<>();
        new BulkLoad(folder.resolve("tdb2"), List.of(communes, schools), reports::add).run();
        assertThat(reports).isSorted().hasSizeGreaterThan(1).endsWith(30_005L);
        try (Store store = Store.open(folder.resolve("tdb2"))) {
            assertThat(store.count(Fixture.SCHOOLS)).isEqualTo(30_003);
        }
    }

    @Test
    void valuesAreBoundNotConcatenated() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            String byName = "SELECT ?thing { ?thing <http://example.org/name> ?name }";
            assertThat(store.select(byName, Map.of("name", Term.Literal.inLanguage("École \"é\"", "fr"))))
                    .containsExactly(Map.of("thing", SCHOOL));
            assertThat(store.select(byName, Map.of("name", Term.Literal.of("\" } DROP ALL #"))))
                    .isEmpty();
        }
    }

    @Test
    void theDefaultGraphOfAQueryIsTheUnionOfAllGraphs() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            String acrossGraphs =
                    "SELECT ?code { ?school <http://example.org/commune>/<http://example.org/code> ?code }";
            assertThat(store.select(acrossGraphs, Map.of())).containsExactly(Map.of("code", Term.Literal.of("75056")));
        }
    }

    @Test
    void anUnboundVariableIsAbsent() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            String optional = "SELECT ?name ?more { ?school <http://example.org/name> ?name"
                    + " OPTIONAL { ?school <http://example.org/none> ?more } }";
            assertThat(store.select(optional, Map.of("school", SCHOOL)))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsKey("name").doesNotContainKey("more"));
        }
    }

    @Test
    void whatIsNotASelectQueryIsRefused() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            for (String query : List.of("SELECT * {", "ASK { ?s ?p ?o }", "CLEAR ALL")) {
                assertThatIllegalArgumentException().isThrownBy(() -> store.select(query, Map.of()));
            }
        }
    }

    @Test
    void aQueryCannotDialOut() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.select("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", Map.of()))
                    .withMessageContaining("SERVICE");
        }
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        Path broken =
                Fixture.file(folder, "broken.nq", Fixture.QUADS + "<http://example.org/a> <http://example.org/b> .\n");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new BulkLoad(folder.resolve("tdb2"), List.of(broken), n -> {}).run())
                .satisfies(e -> assertThat(e.place()).isEqualTo(broken + ":6"));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.nq");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new BulkLoad(folder.resolve("tdb2"), List.of(missing), n -> {}).run())
                .withMessageContaining("missing.nq");
    }

    @Test
    void aDirectoryInUseIsNotBuiltInto() throws IOException {
        Fixture.store(folder, "tdb2", Fixture.QUADS).close();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new BulkLoad(folder.resolve("tdb2"), List.of(), n -> {}).run())
                .withMessageContaining("empty");
    }

    @Test
    void aFolderWithoutAStoreIsNotOpened() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(empty));
        assertThat(empty).isEmptyDirectory();
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(folder.resolve("absent")));
    }

    @Test
    void oneDirectoryOpenedTwiceIsUsableUntilTheLastClose() throws IOException {
        Store first = Fixture.store(folder, "tdb2", Fixture.QUADS);
        Store second = Store.open(folder.resolve("tdb2"));
        first.close();
        assertThat(second.count(Fixture.SCHOOLS)).isEqualTo(3);
        second.close();
        try (Store third = Store.open(folder.resolve("tdb2"))) {
            assertThat(third.count(Fixture.SCHOOLS)).isEqualTo(3);
        }
    }

    @Test
    void aSymbolicLinkIsTheSameStore() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", Fixture.QUADS)) {
            Path link = Files.createSymbolicLink(folder.resolve("current"), store.directory());
            try (Store same = Store.open(link)) {
                assertThat(same.directory()).isEqualTo(store.directory());
                assertThat(same.count(Fixture.SCHOOLS)).isEqualTo(3);
            }
        }
    }
}
