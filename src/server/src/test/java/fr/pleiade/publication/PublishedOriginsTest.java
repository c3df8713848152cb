package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.origin.OriginFile;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.release.origin.Origins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where triples come from, as releases keep it, through publications, prunings and rollbacks. */
class PublishedOriginsTest {
    @TempDir
    Path folder;

    @Test
    void aLineIsThatOfTheFileWhateverIsBetweenTheRows() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.schools("id,name,town,sister\n\na,\"Al\npha\",35,b\n\nb,Beta,35,\n");
        site.publish();
        try (Origins origins = Origins.open(site.current().folder(), "schools").orElseThrow()) {
            Origins.Place first = place(origins, "school/a", "http://e/town", Term.Literal.of("35"));
            assertThat(first.line()).isEqualTo(3);
            assertThat(first.file()).isEqualTo("schools.csv");
            assertThat(first.rule().columns()).containsExactly("town");
            assertThat(first.rule().document()).isEqualTo("schools/mapping.ttl");
            assertThat(first.rule().line()).isPositive();
            assertThat(place(origins, "school/b", "http://e/town", Term.Literal.of("35"))
                            .line())
                    .isEqualTo(6);
            assertThat(place(origins, "school/a", "http://e/sister", new Term.Iri(SmallSite.BASE + "id/school/b"))
                            .rule()
                            .columns())
                    .containsExactly("sister");
            assertThat(origins.linkRules())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.sources()).containsExactly("towns"))
                    .satisfies(
                            rule -> assertThat(rule.properties()).containsExactly("http://e/inTown", "http://e/town"))
                    .extracting(OriginRule::document)
                    .isEqualTo("schools/links.ttl");
        }
    }

    @Test
    void anUnchangedDatasetKeepsItsOriginsAndAMovedRowHasItsNewLine() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish();
        Release first = site.current();
        site.schools("id,name,town,sister\n\na,Alpha,35,b\nb,Beta,99,\nc,Gamma,01,zz\n");
        site.publish();
        Release second = site.current();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.graph("schools").orElseThrow().sha256())
                .isEqualTo(first.graph("schools").orElseThrow().sha256());
        assertThat(line(first, "schools", "school/a", "http://e/town", "35")).isEqualTo(2);
        assertThat(line(second, "schools", "school/a", "http://e/town", "35")).isEqualTo(3);
        assertThat(Files.readAllBytes(OriginFile.of(second.folder(), "towns")))
                .isEqualTo(Files.readAllBytes(OriginFile.of(first.folder(), "towns")));
        assertThat(line(second, "towns", "town/35", "http://e/code", "35")).isEqualTo(3);
    }

    @Test
    void aPrunedReleaseAndOneThatWasGoneBackToHaveThem() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish();
        Release first = site.current();
        site.schools("id,name,town,sister\nb,Beta,35,\na,Alpha,35,b\n");
        site.publish();
        Releases releases = Releases.in(site.state());
        releases.prune(1);
        Release pruned = releases.find(first.id());
        assertThat(pruned.isWhole()).isFalse();
        pruned.verifyGraphs();
        assertThat(line(pruned, "schools", "school/a", "http://e/town", "35")).isEqualTo(2);
        releases.makeCurrent(pruned);
        assertThat(line(site.current(), "schools", "school/a", "http://e/town", "35"))
                .isEqualTo(2);
    }

    @Test
    void anAlteredFileIsTold() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish();
        Path file = OriginFile.of(site.current().folder(), "schools");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.delete(file);
        Files.write(file, bytes);
        assertThatThrownBy(() -> site.current().verifyGraphs())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("pages");
    }

    private static long line(Release release, String slug, String thing, String property, String value)
            throws IOException {
        try (Origins origins = Origins.open(release.folder(), slug).orElseThrow()) {
            return place(origins, thing, property, Term.Literal.of(value)).line();
        }
    }

    private static Origins.Place place(Origins origins, String thing, String property, Term value) throws IOException {
        List<Origins.Place> places =
                origins.of(new Term.Iri(SmallSite.BASE + "id/" + thing), new Term.Iri(property), value);
        assertThat(places).as(thing + " " + property).isNotEmpty();
        return places.get(0);
    }
}
