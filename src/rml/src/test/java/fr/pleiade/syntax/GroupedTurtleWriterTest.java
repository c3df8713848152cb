package fr.pleiade.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.testing.Seed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleWriterSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.junit.jupiter.api.Test;

/** Rio's own writer is the oracle: the same bytes. */
class GroupedTurtleWriterTest {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Map<String, String> PREFIXES =
            Map.of("ex", "http://a.example/", "rdf", RDF, "deep", "http://a.example/deep/", "h", "http://a.example/h#");

    @Test
    void randomStatementsInAnyOrderAreWrittenAsByRio() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Quad> quads = new ArrayList<>();
            int size = round % 50 == 0 ? 2500 : random.nextInt(60);
            for (int i = 0; i < size; i++) {
                quads.add(new Quad(subject(random), property(random), object(random)));
            }
            assertThat(ours(quads)).as("seed %d, round %d", seed, round).isEqualTo(rios(quads));
        }
    }

    @Test
    void everyCharacterOfAnAddressIsWrittenAsByRio() {
        List<Quad> quads = new ArrayList<>();
        for (char c = '!'; c < 0x180; c++) {
            Term.Iri iri = new Term.Iri("http://z.example/a" + c + "b/");
            quads.add(new Quad(iri, new Term.Iri("http://z.example/p"), iri));
            Term.Iri near = new Term.Iri("http://a.example/a" + c);
            quads.add(new Quad(near, new Term.Iri("http://a.example/p" + c), near));
        }
        assertThat(ours(quads)).isEqualTo(rios(quads));
    }

    @Test
    void nothingIsWrittenAsByRio() {
        assertThat(ours(List.of())).isEqualTo(rios(List.of()));
    }

    private static Term subject(Random random) {
        return random.nextInt(5) == 0
                ? new Term.BlankNode("b" + random.nextInt(3))
                : new Term.Iri("http://a.example/"
                        + List.of("s", "deep/s", "h#s", "x/y/s").get(random.nextInt(4)) + random.nextInt(4));
    }

    private static Term.Iri property(Random random) {
        return new Term.Iri(List.of(
                        RDF + "type",
                        RDF + "first",
                        RDF + "rest",
                        "http://a.example/p",
                        "http://a.example/deep/q",
                        "http://z.example/r")
                .get(random.nextInt(6)));
    }

    private static Term object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> subject(random);
            case 1 ->
                Term.Literal.of(List.of("plain", "a \"quoted\" é", "two\nlines", "\\", "tab\t")
                        .get(random.nextInt(5)));
            case 2 -> Term.Literal.inLanguage("mot " + random.nextInt(3), "fr");
            default -> Term.Literal.typed("007", "http://www.w3.org/2001/XMLSchema#integer");
        };
    }

    private static String ours(List<Quad> quads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return written(new GroupedTurtleWriter(out), out, quads);
    }

    private static String rios(List<Quad> quads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return written(new TurtleWriter(out), out, quads);
    }

    private static String written(RDFWriter writer, ByteArrayOutputStream out, List<Quad> quads) {
        writer.set(BasicWriterSettings.XSD_STRING_TO_PLAIN_LITERAL, true);
        writer.set(TurtleWriterSettings.ABBREVIATE_NUMBERS, false);
        writer.startRDF();
        PREFIXES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> writer.handleNamespace(prefix.getKey(), prefix.getValue()));
        quads.forEach(quad -> writer.handleStatement(Rdf4j.statement(quad)));
        writer.endRDF();
        return out.toString(StandardCharsets.UTF_8);
    }
}
