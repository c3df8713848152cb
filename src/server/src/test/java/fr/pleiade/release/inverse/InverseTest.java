package fr.pleiade.release.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InverseTest {
    private static final String BASE = "http://h/";
    private static final String NOTATION = "http://www.w3.org/2004/02/skos/core#notation";
    private static final String IDENTIFIER = "http://www.w3.org/ns/adms#identifier";

    @TempDir
    Path folder;

    private final List<String> pointedTo = new ArrayList<>();

    @Test
    void whatPointsToAThingIsCountedAndListedOnceInAllGraphs() throws IOException {
        graph(
                "one",
                "<http://h/id/a> <http://e/in> <http://h/id/t>",
                "<http://h/id/b> <http://e/in> <http://h/id/t>",
                "<http://h/id/b> <http://e/near> <http://h/id/t>",
                "<http://h/id/b> <http://e/in> <http://h/id/tt>");
        graph(
                "two",
                "<http://h/id/b> <http://e/in> <http://h/id/t>",
                "<http://elsewhere/c> <http://e/in> <http://h/id/t>");
        Inverse inverse = Inverse.open(folder, List.of("one", "two"));
        Term.Iri thing = new Term.Iri("http://h/id/t");
        assertThat(inverse.counts(thing))
                .containsExactly(new Inverse.Count("http://e/in", 3), new Inverse.Count("http://e/near", 1));
        assertThat(inverse.page(thing, "http://e/in", 1))
                .containsExactly("http://elsewhere/c", "http://h/id/a", "http://h/id/b");
        assertThat(inverse.counts(new Term.Iri("http://h/id/none"))).isEmpty();
        assertThat(inverse.page(thing, "http://e/none", 1)).isEmpty();
        assertThat(Inverse.NOTHING.counts(thing)).isEmpty();
    }

    @Test
    void partsOfTheThingAndBlankNodesDoNotPoint() throws IOException {
        graph(
                "one",
                "<http://h/id/t#obs> <http://e/of> <http://h/id/t>",
                "_:b <http://e/of> <http://h/id/t>",
                "<http://h/id/t2#obs> <http://e/of> <http://h/id/t>");
        Inverse inverse = Inverse.open(folder, List.of("one"));
        assertThat(inverse.counts(new Term.Iri("http://h/id/t"))).containsExactly(new Inverse.Count("http://e/of", 1));
        assertThat(pointedTo).containsExactly("<http://h/id/t>");
    }

    @Test
    void eachTargetIsToldOnceInOrder() throws IOException {
        graph(
                "one",
                "<http://h/id/a> <http://e/p> <http://h/id/z>",
                "<http://h/id/a> <http://e/p> <http://h/id/b#x>",
                "<http://h/id/a#x> <http://e/p> <http://h/id/a>",
                "<http://h/id/b> <http://e/p> <http://h/id/z>",
                "<http://h/id/b> <http://e/p> <http://elsewhere/x>",
                "<http://h/id/b> <http://e/p> \"<http://h/id/no>\"");
        assertThat(pointedTo).containsExactly("<http://h/id/a>", "<http://h/id/b#x>", "<http://h/id/z>");
    }

    @Test
    void aCodeLeadsToWhatBearsIt() throws IOException {
        graph(
                "one",
                "<http://h/id/a#id> <" + NOTATION + "> \"a \\\"b\\\" é\"",
                "<http://h/id/b#id> <" + NOTATION + "> \"a \\\"b\\\" é\"@fr",
                "<http://h/id/c> <http://e/key> \"75\"",
                "<http://h/id/c> <http://e/other> \"75\"",
                "_:i <" + NOTATION + "> \"75\"",
                "<http://h/id/d> <" + IDENTIFIER + "> _:i");
        Inverse inverse = Inverse.open(folder, List.of("one"));
        assertThat(inverse.to(Term.Literal.of("a \"b\" é"), 10))
                .containsExactly(new Inverse.Link("one", new Term.Iri(NOTATION), new Term.Iri("http://h/id/a#id")));
        assertThat(inverse.to(Term.Literal.of("75"), 10))
                .containsExactlyInAnyOrder(
                        new Inverse.Link("one", new Term.Iri("http://e/key"), new Term.Iri("http://h/id/c")),
                        new Inverse.Link("one", new Term.Iri(NOTATION), new Term.BlankNode("i")));
        assertThat(inverse.to(Term.Literal.of("75"), 1)).hasSize(1);
        assertThat(inverse.to(Term.Literal.of("7"), 10)).isEmpty();
        assertThat(inverse.subjects("one", new Term.BlankNode("i"), IDENTIFIER, 10))
                .containsExactly(new Term.Iri("http://h/id/d"));
        assertThat(inverse.subjects("two", new Term.BlankNode("i"), IDENTIFIER, 10))
                .isEmpty();
    }

    @Test
    void theCodesAreThoseThatTheVocabularyNames() throws IOException {
        Path vocabulary = folder.resolve("vocab.nq");
        Files.writeString(vocabulary, """
                <http://h/scheme/uai> <https://w3id.org/pleiade/link#key> <http://e/uai> <http://h/vocab> .
                <http://h/scheme/uai> <https://w3id.org/pleiade/link#key> "no property" <http://h/vocab> .
                """);
        assertThat(InverseFile.codes(vocabulary)).containsExactlyInAnyOrder(NOTATION, "http://e/uai");
    }

    @Test
    void whatMostThingsPointToCostsNoMoreThanAnother() throws IOException {
        graph(
                "one",
                Stream.concat(
                                IntStream.range(0, Inverse.COUNTED + 10)
                                        .mapToObj("<http://h/id/%06d> <http://e/in> <http://h/id/t>"::formatted),
                                Stream.of("<http://h/id/x> <http://e/near> <http://h/id/t>"))
                        .toArray(String[]::new));
        Inverse inverse = Inverse.open(folder, List.of("one"));
        Term.Iri thing = new Term.Iri("http://h/id/t");
        assertThat(inverse.counts(thing))
                .containsExactly(
                        new Inverse.Count("http://e/in", Inverse.COUNTED), new Inverse.Count("http://e/near", 1));
        assertThat(inverse.page(thing, "http://e/in", 3))
                .hasSize(Inverse.PER_PAGE)
                .startsWith("http://h/id/000050");
        assertThat(inverse.page(thing, "http://e/in", Integer.MAX_VALUE)).isEmpty();
    }

    private void graph(String slug, String... triples) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        for (String triple : triples) {
            lines.add(triple + " <http://h/dataset/" + slug + "> .");
        }
        Path graph = folder.resolve(slug + ".nq");
        Files.write(graph, lines);
        try (InverseFile inverse = new InverseFile(BASE, Set.of(NOTATION, "http://e/key"), folder)) {
            inverse.write(
                    graph,
                    InverseFile.of(folder, slug),
                    line -> pointedTo.add(new String(line.copy(0), StandardCharsets.UTF_8)));
        }
    }
}
