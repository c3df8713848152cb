package fr.pleiade.syntax;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final String BASE = "http://example.org/";
    private static final List<Quad> QUADS = List.of(
            quad("s", Term.Literal.of("tab\t quote\" backslash\\ newline\n carriage\r é 😀")),
            quad("s", Term.Literal.inLanguage("L'Abergement", "fr")),
            quad("s", Term.Literal.typed("007", "http://www.w3.org/2001/XMLSchema#integer")),
            quad("s", new Term.Iri("http://example.org/é#a")),
            new Quad(new Term.BlankNode("b0"), new Term.Iri(BASE + "p"), new Term.BlankNode("b1")));

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void whatIsWrittenIsReadBack(Syntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfWriter writer = RdfWriter.open(out, syntax, Prefixes.of(Map.of("ex", BASE)))) {
            QUADS.forEach(writer);
        }
        List<Quad> read = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(out.toByteArray()), "memory", syntax, BASE, read::add);
        assertThatGraph(read).isIsomorphicTo(QUADS);
    }

    @Test
    void aLongJsonLdDocumentIsReadBackIntoTheDefaultGraph() {
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            quads.add(quad("s" + i, Term.Literal.inLanguage("n° " + i, "fr")));
            quads.add(quad("s" + i, new Term.Iri(i == 3_000 ? "ex:mistakable" : BASE + "s" + (i + 1))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfWriter writer = RdfWriter.open(out, Syntax.JSON_LD, Prefixes.of(Map.of("ex", BASE)))) {
            quads.forEach(writer);
        }
        List<Quad> read = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(out.toByteArray()), "memory", Syntax.JSON_LD, BASE, read::add);
        assertThatGraph(read).isIsomorphicTo(quads);
    }

    @Test
    void aTermOfTheContextTakesOnlyTheValuesThatFitIt() {
        SortedMap<String, JsonLdContext.Definition> terms = new TreeMap<>(Map.of(
                "p", JsonLdContext.Definition.of(BASE + "p", JsonLdContext.Values.IRIS),
                "n", JsonLdContext.Definition.typed(BASE + "n", "http://www.w3.org/2001/XMLSchema#integer"),
                "t", JsonLdContext.Definition.of(BASE + "t", JsonLdContext.Values.BY_LANGUAGE)));
        List<Quad> quads = new ArrayList<>();
        for (String property : List.of("p", "n", "t", "other")) {
            for (Quad quad : QUADS) {
                quads.add(new Quad(quad.subject(), new Term.Iri(BASE + property), quad.object()));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLdContext context = new JsonLdContext(Prefixes.of(Map.of("ex", BASE)), terms);
        try (RdfWriter writer = RdfWriter.open(out, Syntax.JSON_LD, context, RdfWriter.Graphs.NOT_IN_JSON_LD)) {
            quads.forEach(writer);
        }
        List<Quad> read = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(out.toByteArray()), "memory", Syntax.JSON_LD, BASE, read::add);
        assertThatGraph(read).isIsomorphicTo(quads);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"fr\": \"L'Abergement\"", "\"n\": \"007\"");
    }

    @Test
    void aLineOfNQuadsIsReadBack() {
        for (Quad quad : QUADS) {
            assertThat(QuadLine.parse(quad.toNQuads())).isEqualTo(quad);
            Quad named = quad.in(new Term.Iri(BASE + "graph"));
            assertThat(QuadLine.parse(named.toNQuads())).isEqualTo(named);
        }
    }

    @Test
    void numericEscapesAreUnderstood() {
        assertThat(QuadLine.parse("<http://e/\\u00E9> <http://e/p> \"\\U0001F600\"@fr-CA ."))
                .isEqualTo(new Quad(
                        new Term.Iri("http://e/é"),
                        new Term.Iri("http://e/p"),
                        Term.Literal.inLanguage("😀", "fr-CA")));
    }

    @Test
    void aBrokenLineIsRefused() {
        for (String line :
                List.of("", "<a:b> <a:p> .", "<a:b> <a:p> \"x .", "<a:b> \"p\" <a:c> .", "<a:b> <a:p> <a:c>")) {
            assertThatThrownBy(() -> QuadLine.parse(line)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSyntaxErrorNamesDocumentAndLine() {
        byte[] turtle = "<a> <b> <c> .\n<a> <b> .\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> RdfReader.readGraph(new ByteArrayInputStream(turtle), "x.ttl", Syntax.TURTLE, BASE))
                .isInstanceOfSatisfying(SyntaxException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e).hasMessageStartingWith("x.ttl:2:");
                });
    }

    @Test
    void triplesRememberTheirLine() {
        byte[] turtle = "<a> <p> 1 .\n\n<b> <p> 2 .\n".getBytes(StandardCharsets.UTF_8);
        InMemoryGraph graph =
                RdfReader.readGraph(new ByteArrayInputStream(turtle), "x.ttl", Syntax.TURTLE, "http://example.org/");
        assertThat(graph.line(new Term.Iri("http://example.org/b"))).isEqualTo(3);
    }

    private static Quad quad(String subject, Term object) {
        return new Quad(new Term.Iri(BASE + subject), new Term.Iri(BASE + "p"), object);
    }
}
