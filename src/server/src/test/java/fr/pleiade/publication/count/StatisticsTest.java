package fr.pleiade.publication.count;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
    private static final String VOID = "http://rdfs.org/ns/void#";

    @TempDir
    private Path folder;

    @Test
    void classesPropertiesAndOutwardLinksAreCountedInOnePass() throws IOException {
        Path file = Files.writeString(folder.resolve("g.nq"), """
                <http://s/dataset/x> <http://e/p> "<http://w/1>" <http://g> .
                <http://s/id/town/a#part> <http://e/p> "x" <http://g> .
                <http://s/id/town/a> <http://e/same> <http://w/1> <http://g> .
                <http://s/id/town/a> <http://e/same> <http://s/id/town/b> <http://g> .
                <http://s/id/town/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Town> <http://g> .
                <http://s/id/town/b> <http://e/same> <http://w/2/3> <http://g> .
                <http://s/id/town/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Town> <http://g> .
                """);
        Partitions partitions = Partitions.of(file, "http://s/");
        assertThat(partitions.classes()).isEqualTo(Map.of("http://e/Town", 2L));
        assertThat(partitions.properties())
                .isEqualTo(Map.of(
                        "http://e/p", 2L,
                        "http://e/same", 3L,
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", 2L));
        assertThat(partitions.outward()).isEqualTo(Map.of("http://e/same", Map.of("http://w/", 2L)));
        assertThat(partitions.example()).isEqualTo("http://s/id/town/a");
        assertThat(partitions.space()).isEqualTo("http://s/id/town/");
    }

    @Test
    void thePropertiesOfEachClassAreCountedWithTheDatatypesOfTheirValues() throws IOException {
        String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
        Path file = Files.writeString(folder.resolve("g.nq"), """
                <http://s/id/a> <http://e/name> "A \\"of\\" x"@fr <http://g> .
                <http://s/id/a> <http://e/name> "A" <http://g> .
                <http://s/id/a> <http://e/size> "1"^^<http://e/int> <http://g> .
                <http://s/id/a> <http://e/town> <http://s/id/b> <http://g> .
                <http://s/id/a> %1$s <http://e/City> <http://g> .
                <http://s/id/a> %1$s <http://e/Town> <http://g> .
                <http://s/id/b> <http://e/name> "<B>" <http://g> .
                <http://s/id/b> %1$s <http://e/Town> <http://g> .
                <http://s/id/c> <http://e/name> "nobody's" <http://g> .
                """.formatted(type));
        Map<String, ? extends Map<String, ClassProperties.Use>> uses =
                Partitions.of(file, "http://s/").uses();
        assertThat(uses).containsOnlyKeys("http://e/City", "http://e/Town");
        assertThat(uses.get("http://e/Town"))
                .containsEntry(
                        "http://e/name",
                        new ClassProperties.Use(
                                3,
                                new TreeMap<>(Map.of(
                                        "http://www.w3.org/2001/XMLSchema#string", 2L,
                                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", 1L))))
                .containsEntry("http://e/size", new ClassProperties.Use(1, new TreeMap<>(Map.of("http://e/int", 1L))))
                .containsEntry("http://e/town", new ClassProperties.Use(1, new TreeMap<>()));
    }

    @Test
    void v2_thePartitionsInTheCatalogueHaveTheCountsOfTheGraph() {
        SmallSite site = new SmallSite(folder);
        site.publish();
        InMemoryGraph catalog = site.current().catalog();
        Term.Iri towns = new Term.Iri(SmallSite.BASE + "dataset/towns");
        assertThat(catalog.objects(towns, VOID + "classPartition"))
                .singleElement()
                .satisfies(part -> assertThat(
                                catalog.object(part, VOID + "entities").map(Term::text))
                        .hasValue("2"));
        assertThat(catalog.object(towns, VOID + "uriSpace").map(Term::text)).hasValue(SmallSite.BASE + "id/town/");
        assertThat(catalog.objects(towns, VOID + "propertyPartition")).hasSize(3);
    }

    @Test
    void w1_theTableIsWrittenAsEverybodysCsv() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.towns("code,name\n01,\"Bourg, en\"\"Bresse\"\n35,Rennes\n");
        site.publish();
        Table table = site.current().table("towns").orElseThrow();
        assertThat(table.columns()).containsExactly("code", "name");
        assertThat(table.file()).hasContent("code,name\r\n01,\"Bourg, en\"\"Bresse\"\r\n35,Rennes\r\n");
        assertThat(Sha256.of(table.file())).isEqualTo(table.sha256());
    }

    @Test
    void aTableThatDidNotChangeIsTakenOver() {
        SmallSite site = new SmallSite(folder);
        site.publish();
        site.schools("id,name,town,sister\na,Alpha,35,\n");
        site.publish();
        assertThat(site.current().table("towns")).isPresent();
        assertThat(site.current().table("schools").orElseThrow().columns()).hasSize(4);
    }
}
