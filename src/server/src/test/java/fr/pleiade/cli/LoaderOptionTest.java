package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import fr.pleiade.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish --loader}: the same answers whoever loads the index. */
class LoaderOptionTest {
    private static final String NAMES =
            "SELECT ?town ?name { ?town <http://www.w3.org/2000/01/rdf-schema#label> ?name ."
                    + " FILTER(STRSTARTS(STR(?town), \"http://localhost:8080/id/\")) } ORDER BY ?name";

    @TempDir
    private Path folder;

    @Test
    void jenasLoaderMakesAnIndexThatAnswersAlike() {
        TwoTowns ours = new TwoTowns(folder.resolve("ours"));
        ours.publish();
        TwoTowns jenas = new TwoTowns(folder.resolve("jenas"));
        assertThat(jenas.run("publish", "--loader", "jena")).as(jenas.said()).isZero();
        assertThat(jenas.current()).isEqualTo(ours.current());
        assertThat(names(jenas)).hasSize(2).isEqualTo(names(ours));
    }

    @Test
    void jenasLoaderMakesTheWholeIndexAnewAndServesARebuiltRelease() {
        TwoTowns site = new TwoTowns(folder.resolve("site"));
        String first = site.publish();
        site.towns("1,Bourg", "2,Rennes", "3,Vannes");
        assertThat(site.run("publish", "--loader", "JENA")).as(site.said()).isZero();
        assertThat(names(site)).hasSize(3);
        assertThat(site.run("releases", "prune", "--keep", "1")).as(site.said()).isZero();
        site.towns("1,Bourg", "2,Rennes");
        assertThat(site.run("publish", "--loader", "jena")).as(site.said()).isZero();
        assertThat(site.current()).isEqualTo(first);
        assertThat(names(site)).hasSize(2);
    }

    @Test
    void anotherLoaderIsMisuse() {
        TwoTowns site = new TwoTowns(folder.resolve("site"));
        assertThat(site.run("publish", "--loader", "another")).isEqualTo(2);
        assertThat(site.said()).contains("--loader").contains("another");
    }

    private static List<Map<String, Term>> names(TwoTowns site) {
        try (Store store = Store.open(site.release(site.current()).resolve("tdb2"))) {
            return store.select(NAMES, Map.of());
        }
    }
}
