package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G", "S", "P", "O", "GS", "GP", "GO", "SP", "SO", "PO", "GSP", "GSO", "GPO", "SPO", "GSPO",
            })
    void whateverIsKnownOfAQuadTdb2LooksItUpInAnIndexThatBeginsWithAllOfIt(String known) throws IOException {
        new BulkLoad(folder.resolve("store"), List.of(Fixture.file(folder, "x.nq", Fixture.QUADS)), n -> {}).run();
        OpenDatabase database = OpenDatabase.open(folder.resolve("store"));
        try {
            String taken = Txn.calculateRead(database.dataset(), () -> taken(database, known));
            assertThat(taken.substring(0, known.length()).chars().sorted().toArray())
                    .as("the letters at the head of %s, for %s", taken, known)
                    .isEqualTo(known.chars().sorted().toArray());
        } finally {
            database.close();
        }
    }

    /** {@return the index that TDB2's {@code TupleTable.find} takes: the first one of those with the most leading columns known} */
    private static String taken(OpenDatabase database, String known) {
        TupleIndex[] indexes = TDBInternal.getDatasetGraphTDB(database.dataset())
                .getQuadTable()
                .getNodeTupleTable()
                .getTupleTable()
                .getIndexes();
        String best = "";
        int most = -1;
        for (String name : Arrays.stream(indexes).map(TupleIndex::getName).toList()) {
            int leading = 0;
            while (leading < name.length() && known.indexOf(name.charAt(leading)) >= 0) {
                leading++;
            }
            if (leading > most) {
                most = leading;
                best = name;
            }
        }
        return best;
    }

    @Test
    void aStoreOfAnEarlierVersionIsKnownByTheIndexesItLacks() throws IOException {
        Path store = folder.resolve("store");
        new BulkLoad(store, List.of(Fixture.file(folder, "x.nq", Fixture.QUADS)), n -> {}).run();
        assertThat(OpenDatabase.hasAllIndexes(store)).isTrue();
        Files.delete(store.resolve("Data-0001").resolve("GPOS.bpt"));
        assertThat(OpenDatabase.hasAllIndexes(store)).isFalse();
    }

    @Test
    void jenaIsNotBegunToSeeWhichIndexesThereAre() throws Exception {
        ClassLoader withoutJena = new ClassLoader(OpenDatabase.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.apache.jena.sys.")) {
                    throw new ClassNotFoundException(name);
                }
                return name.startsWith(OpenDatabase.class.getName()) ? defined(name) : super.loadClass(name, resolve);
            }

            private Class<?> defined(String name) throws ClassNotFoundException {
                try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        Method method = withoutJena.loadClass(OpenDatabase.class.getName()).getMethod("hasAllIndexes", Path.class);
        assertThat(method.invoke(null, folder)).isEqualTo(false);
    }
}
