package fr.pleiade.release.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    private static final String BASE = "http://localhost:8080/";
    private static final String COMMUNE = BASE + "vocab/esr#commune";

    @TempDir
    Path folder;

    private Diff diff;

    @BeforeEach
    void compareTwoReleases() throws IOException {
        String vocabulary = triple(COMMUNE, Vocabulary.RDFS + "label", "\"municipality\"@en")
                + triple(COMMUNE, Vocabulary.RDFS + "label", "\"commune\"@fr")
                + triple(BASE + "id/c/1", Vocabulary.RDFS + "label", "\"Rennes\"@fr")
                + triple(BASE + "id/c/2", Vocabulary.RDFS + "label", "\"Brest\"@fr");
        Release before = release("aaaaaaaaaaaa", vocabulary, """
                <http://localhost:8080/id/e/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Rennes 1"@fr .
                <http://localhost:8080/id/e/1> <http://localhost:8080/vocab/esr#commune> <http://localhost:8080/id/c/1> .
                <http://localhost:8080/id/e/2> <http://www.w3.org/2004/02/skos/core#prefLabel> "An \\"old\\" school" .
                <http://localhost:8080/id/e/4> <http://e/same> "same" .
                """);
        Release after = release("bbbbbbbbbbbb", vocabulary, """
                <http://localhost:8080/id/e/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Rennes"@fr .
                <http://localhost:8080/id/e/1> <http://localhost:8080/vocab/esr#commune> <http://localhost:8080/id/c/2> .
                <http://localhost:8080/id/e/1> <http://www.w3.org/2002/07/owl#sameAs> <https://ror.org/015m7wh34> .
                <http://localhost:8080/id/e/1> <http://schema.org/dissolutionDate> "2025" .
                <http://localhost:8080/id/e/3> <http://www.w3.org/2004/02/skos/core#prefLabel> "A new school" .
                <http://localhost:8080/id/e/4> <http://e/same> "same" .
                """);
        diff = Diff.between(before, after);
    }

    @Test
    void onlyGraphsThatDifferAreCompared() {
        assertThat(diff.graphs()).containsExactly("schools");
        assertThat(diff.counts())
                .containsExactly(Map.entry(
                        "schools",
                        Map.of(
                                EntityChange.Kind.ADDED, 1L,
                                EntityChange.Kind.REMOVED, 1L,
                                EntityChange.Kind.CHANGED, 1L)));
    }

    @Test
    void englishSentencesNameThingsByTheirLabels() {
        assertThat(text(Locale.ENGLISH))
                .startsWith("schools: 1 created, 1 removed, 1 changed")
                .contains("  Rennes: ")
                .contains("renamed from \"Rennes 1\" to \"Rennes\"")
                .contains("municipality was Rennes, is Brest")
                .contains("gained the identifier https://ror.org/015m7wh34")
                .contains("closed (2025)")
                .contains("  An \"old\" school: removed")
                .contains("  A new school: created");
    }

    @Test
    void frenchSentencesAreFrench() {
        assertThat(text(Locale.FRENCH))
                .contains("nouveau nom, « Rennes 1 » devient « Rennes »")
                .contains("commune : Rennes devient Brest")
                .contains("gagne l'identifiant https://ror.org/015m7wh34");
    }

    @Test
    void aFragmentThatCameOrWentIsToldByItsNotation() {
        String type = Vocabulary.RDF + "type";
        String notation = "http://www.w3.org/2004/02/skos/core#notation";
        EntityChange change = change(
                triple(BASE + "id/e/1#ror", type, "<http://e/Identifier>")
                        + triple(BASE + "id/e/1#ror", notation, "\"03m3\"")
                        + triple(BASE + "id/e/1", "http://e/identifier", "<" + BASE + "id/e/1#ror>"),
                "");
        assertThat(sentence(change)).isEqualTo("Rennes: lost the identifier 03m3");
    }

    @Test
    void aNotationThatIsSaidAlreadyIsNotRepeated() {
        EntityChange change = change(
                "",
                triple(BASE + "id/e/1#ror", Vocabulary.RDF + "type", "<http://e/Identifier>")
                        + triple(BASE + "id/e/1#ror", "http://www.w3.org/2004/02/skos/core#notation", "\"03m3\"")
                        + triple(BASE + "id/e/1", "http://e/ror", "\"03m3\""));
        assertThat(sentence(change)).isEqualTo("Rennes: ror is now 03m3");
    }

    @Test
    void aPlaceIsToldOnce() {
        String geo = "http://www.w3.org/2003/01/geo/wgs84_pos#";
        String wkt = "http://www.opengis.net/ont/geosparql#asWKT";
        EntityChange change = change(
                triple(BASE + "id/e/1", wkt, "\"POINT(1 2)\"") + triple(BASE + "id/e/1", geo + "lat", "\"2\""),
                triple(BASE + "id/e/1", wkt, "\"POINT(1 3)\"") + triple(BASE + "id/e/1", geo + "lat", "\"3\""));
        assertThat(sentence(change)).isEqualTo("Rennes: moved: asWKT was POINT(1 2), is POINT(1 3)");
    }

    @Test
    void anAddressElsewhereIsSaidInFull() {
        EntityChange change = change("", triple(BASE + "id/e/1", "http://e/homepage", "<https://www.example.fr/>"));
        assertThat(sentence(change)).isEqualTo("Rennes: homepage is now https://www.example.fr/");
    }

    @Test
    void thingsElsewhereAreCountedOnly() throws IOException {
        Release before = release("cccccccccccc", "", triple("https://twitter.com/a", "http://e/p", "\"x\""));
        Release after = release("dddddddddddd", "", triple(BASE + "id/e/1", "http://e/p", "\"x\""));
        diff = Diff.between(before, after);
        assertThat(text(Locale.ENGLISH))
                .contains("schools: 1 created, 1 removed, 0 changed", "not told here: 1 things elsewhere")
                .doesNotContain("twitter");
    }

    @Test
    void jsonCanBeRead() throws IOException {
        StringWriter out = new StringWriter();
        DiffJson.write(diff, new PrintWriter(out));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("before").asText()).isEqualTo("aaaaaaaaaaaa");
        assertThat(json.get("changes")).hasSize(3);
        assertThat(json.get("changes").get(1).get("name").asText()).isEqualTo("An \"old\" school");
        assertThat(json.get("changes").get(0).get("added")).hasSize(4);
    }

    @Test
    void jsonHasOneChangeALine() {
        assertThat(DiffJson.json(new DiffJson.Line(
                        "écoles", "changed", BASE + "id/e/1", "An \"old\" \\ school", List.of(), List.of("a", "b"))))
                .isEqualTo("{\"graph\": \"écoles\", \"change\": \"changed\", \"entity\": \"" + BASE + "id/e/1\","
                        + " \"name\": \"An \\\"old\\\" \\\\ school\", \"removed\": [], \"added\": [\"a\", \"b\"]}");
    }

    @Test
    void rdfHasTheTriplesThatWentAndCame() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiffRdf.write(diff, Syntax.TRIG, out);
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(out.toByteArray()), "diff", Syntax.TRIG, BASE, quads::add);
        assertThat(quads)
                .filteredOn(q -> q.graph().equals(new Term.Iri(BASE + "release/bbbbbbbbbbbb#added")))
                .hasSize(5);
        assertThat(quads)
                .filteredOn(q -> q.object().equals(new Term.Iri("https://www.w3.org/ns/activitystreams#Delete")))
                .hasSize(1);
    }

    @Test
    void aReleaseDoesNotDifferFromItself() {
        StringWriter out = new StringWriter();
        DiffText.write(Diff.between(diff.before(), diff.before()), Locale.ENGLISH, new PrintWriter(out));
        assertThat(out).hasToString("Nothing differs." + System.lineSeparator());
    }

    private String sentence(EntityChange change) {
        return new ChangeSentence(diff, Locale.ENGLISH).of(change);
    }

    private static EntityChange change(String removed, String added) {
        return new EntityChange(EntityChange.Kind.CHANGED, BASE + "id/e/1", "Rennes", quads(removed), quads(added));
    }

    private static List<Quad> quads(String lines) {
        return lines.lines().map(QuadLine::parse).toList();
    }

    private String text(Locale locale) {
        StringWriter out = new StringWriter();
        DiffText.write(diff, locale, new PrintWriter(out));
        return out.toString();
    }

    private static String triple(String subject, String predicate, String object) {
        return "<%s> <%s> %s .\n".formatted(subject, predicate, object);
    }

    private Release release(String id, String vocabulary, String schools) throws IOException {
        Path release = folder.resolve(id);
        Files.createDirectories(release.resolve("graphs"));
        List<PublishedGraph> graphs = List.of(graph(release, "vocab", vocabulary), graph(release, "schools", schools));
        ManifestDocument.write(
                new Manifest(
                        id,
                        BASE,
                        Instant.EPOCH,
                        "test",
                        List.of(),
                        new TreeMap<>(),
                        graphs,
                        new TreeMap<>(),
                        Map.of(),
                        Manifest.Folders.of(release, "")),
                release);
        return Release.open(release);
    }

    private static PublishedGraph graph(Path release, String slug, String lines) throws IOException {
        String[] sorted = lines.split("\n");
        Arrays.sort(sorted);
        String text = String.join("\n", sorted) + "\n";
        Files.writeString(Release.graphFile(release, slug), text);
        return new PublishedGraph(
                slug,
                BASE + slug,
                0,
                sorted.length,
                0,
                0,
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8).length,
                Sha256.of(text));
    }
}
