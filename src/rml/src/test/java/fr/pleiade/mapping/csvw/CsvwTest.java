package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.testing.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a metadata document makes of a file, in cases of our own: the W3C's are in {@link CsvwSuiteTest}. */
class CsvwTest {
    private static final String BASE = "http://e/d/";

    @TempDir
    Path folder;

    private List<MappingError> warnings = List.of();

    @Test
    void aFileWithoutMetadataIsDescribedByItsHeader() throws IOException {
        file("a.csv", "code,Nom usuel\n1,x\n2,\n");
        assertThatGraph(run(Csvw.of(folder.resolve("a.csv"), folder, BASE), Csvw.Mode.MINIMAL))
                .isIsomorphicTo(turtle("""
                [] <a.csv#code> "1" ; <a.csv#Nom%20usuel> "x" .
                [] <a.csv#code> "2" .
                """));
    }

    @Test
    void standardModeSaysTheTableAndItsRowsToo() throws IOException {
        file("a.csv", "code,name\n1,x\n");
        file("a.csv-metadata.json", """
                { "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "url": "a.csv", "dc:title": "A table",
                  "tableSchema": { "aboutUrl": "#{code}", "rowTitles": "name", "columns": [
                    {"name": "code", "titles": "code", "datatype": "integer"}, {"name": "name", "titles": "name", "lang": "fr"}]}}
                """);
        assertThatGraph(run(Csvw.of(folder.resolve("a.csv"), folder, BASE), Csvw.Mode.STANDARD))
                .isIsomorphicTo(turtle("""
                [] a csvw:TableGroup ; csvw:table [ a csvw:Table ; csvw:url <a.csv> ; dct:title "A table"@en ;
                  csvw:row [ a csvw:Row ; csvw:rownum 1 ; csvw:url <a.csv#row=2> ; csvw:title "x"@fr ; csvw:describes <a.csv#1> ] ] .
                <a.csv#1> <a.csv#code> 1 ; <a.csv#name> "x"@fr .
                """));
        assertThat(warnings).isEmpty();
    }

    @Test
    void columnsBecomePropertiesValuesAndLists() throws IOException {
        file("a.csv", "id,kind,tags,near\n1,K,a;b,2\n2,,NULL,\n");
        metadata("""
                "tableSchema": { "aboutUrl": "http://e/{id}", "columns": [
                  {"name": "id", "titles": "id", "suppressOutput": true},
                  {"name": "kind", "titles": "kind", "propertyUrl": "rdf:type", "valueUrl": "http://e/kind/{kind}", "default": "none"},
                  {"name": "tags", "titles": "tags", "propertyUrl": "http://e/tag", "separator": ";", "null": ["NULL"]},
                  {"name": "near", "titles": "near", "propertyUrl": "http://e/near", "valueUrl": "http://e/{near}"},
                  {"name": "made", "virtual": true, "propertyUrl": "http://e/row", "valueUrl": "#r{_row}"}]}
                """);
        assertThatGraph(minimal()).isIsomorphicTo(turtle("""
                <http://e/1> a <http://e/kind/K> ; <http://e/tag> "a", "b" ; <http://e/near> <http://e/2> ; <http://e/row> <a.csv#r1> .
                <http://e/2> a <http://e/kind/none> ; <http://e/row> <a.csv#r2> .
                """));
    }

    /** @see <a href="https://www.w3.org/TR/tabular-metadata/#column-virtual">the note there: virtual columns insert cells with default values</a> */
    @Test
    void aVirtualColumnGivesItsDefaultForEachRow() throws IOException {
        file("a.csv", "id\n1\n2\n");
        metadata("""
                "tableSchema": { "aboutUrl": "http://e/{id}", "columns": [
                  {"name": "id", "titles": "id", "suppressOutput": true},
                  {"name": "unit", "virtual": true, "propertyUrl": "http://e/unit", "default": "7", "datatype": "integer"},
                  {"name": "none", "virtual": true, "propertyUrl": "http://e/none"}]}
                """);
        assertThatGraph(minimal()).isIsomorphicTo(turtle("""
                <http://e/1> <http://e/unit> 7 . <http://e/2> <http://e/unit> 7 .
                """));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aCellThatIsNotOfItsDatatypeIsATextAndIsTold() throws IOException {
        file("a.csv", "day,amount,open\n12/31/2024,\"1 234,5\",yes\n31/12/2024,1.5,oui\n");
        metadata("""
                "tableSchema": { "aboutUrl": "#r{_row}", "columns": [
                  {"titles": "day", "datatype": {"base": "date", "format": "dd/MM/yyyy"}},
                  {"titles": "amount", "datatype": {"base": "decimal", "format": {"decimalChar": ",", "groupChar": " "}}},
                  {"titles": "open", "datatype": {"base": "boolean", "format": "oui|non"}}]}
                """);
        assertThatGraph(minimal()).isIsomorphicTo(turtle("""
                <a.csv#r1> <a.csv#day> "12/31/2024" ; <a.csv#amount> 1234.5 ; <a.csv#open> "yes" .
                <a.csv#r2> <a.csv#day> "2024-12-31"^^xsd:date ; <a.csv#amount> "1.5" ; <a.csv#open> true .
                """));
        assertThat(warnings).extracting(MappingError::line).containsExactly(2L, 2L, 3L);
        assertThat(warnings.get(0).toString()).contains("a.csv:2: column 'day', value '12/31/2024'");
    }

    @Test
    void whatIsPassedOverInTheMetadataIsToldAtItsLine() throws IOException {
        file("a.csv", "id\n1\n");
        metadata("""
                "tableShema": {},
                "tableSchema": { "columns": [{"name": "id", "titles": "id",
                  "datatype": "strin"}]}
                """);
        minimal();
        assertThat(warnings)
                .extracting(MappingError::toString)
                .anyMatch(w ->
                        w.contains("m.json:2: tableShema is not a property of a Table (did you mean tableSchema?)"))
                .anyMatch(w -> w.contains("m.json:4: the datatype \"strin\" is none of CSVW's: a string"));
    }

    @Test
    void nothingElsewhereIsRead() throws IOException {
        file("m.json", """
                {"@context": "http://www.w3.org/ns/csvw", "url": "http://example.org/other.csv"}
                """);
        assertThatThrownBy(() -> Csvw.read(folder.resolve("m.json"), folder, BASE))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "http://example.org/other.csv is not in the folder of the metadata, and nothing is fetched");
        file("m.json", """
                {"@context": "http://www.w3.org/ns/csvw", "url": "../../etc/passwd"}
                """);
        assertThatThrownBy(() -> Csvw.read(folder.resolve("m.json"), folder, BASE))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("nothing is fetched");
    }

    @Test
    void whatIsNoMetadataIsRefused() throws IOException {
        for (String text : List.of("", "{", "[]", "{}", "{\"url\": 1}", "{\"tables\": []}", "[".repeat(5000))) {
            file("m.json", text);
            assertThatThrownBy(() -> Csvw.read(folder.resolve("m.json"), folder, BASE))
                    .as(text)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("m.json");
        }
    }

    @Test
    void anAddressThatIsNoneIsLeftOutAndAFileMayHaveAnyName() throws IOException {
        file("a b.csv", "id,site\n1,http://[\n2,http://f/\n");
        file("m.json", """
                {"@context": "http://www.w3.org/ns/csvw", "url": "a b.csv", "tableSchema": {"aboutUrl": "#{id}", "columns": [
                  {"name": "id", "titles": "id", "suppressOutput": true},
                  {"name": "site", "titles": "site", "propertyUrl": "http://e/site", "valueUrl": "{+site}"}]}}
                """);
        assertThatGraph(minimal()).isIsomorphicTo(turtle("<a%20b.csv#2> <http://e/site> <http://f/> ."));
        assertThat(warnings).extracting(MappingError::line).containsExactly(2L);
    }

    @Test
    void brokenMetadataEndsInTriplesOrInASentence() throws IOException {
        file("a.csv", "id,day\n1,2024-01-01\n2,\n");
        String document = """
                {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en", "@base": "./"}], "@type": "TableGroup", "@id": "#g",
                 "dc:title": {"@value": "x", "@language": "en"}, "notes": [{"@type": "oa:Annotation", "dc:source": {"@id": "#s"}}],
                 "tables": [{"url": "a.csv", "dialect": {"delimiter": ",", "headerRowCount": 1, "trim": "start", "encoding": "utf-8"},
                  "tableSchema": {"@id": "#schema", "aboutUrl": "#{id}", "primaryKey": "id", "rowTitles": ["id"],
                   "columns": [{"name": "id", "titles": {"en": ["id"]}, "datatype": {"base": "integer", "minimum": 1, "format": "#0"}},
                    {"name": "day", "titles": "day", "separator": "-", "ordered": true, "lang": "en", "null": ["x", "y"],
                     "datatype": {"@id": "http://e/t", "base": "date", "format": "yyyy-MM-dd"}},
                    {"name": "v", "virtual": true, "propertyUrl": "rdf:type", "valueUrl": "schema:Thing"}],
                   "foreignKeys": [{"columnReference": "id", "reference": {"resource": "a.csv", "columnReference": "id"}}]}}]}
                """;
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String broken = broken(document, random);
            file("m.json", broken);
            try {
                run(Csvw.read(folder.resolve("m.json"), folder, BASE), Csvw.Mode.STANDARD)
                        .forEach(quad ->
                                assertThat(QuadLine.parse(quad.toNQuads())).isEqualTo(quad));
            } catch (MappingException | CsvException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, round %d:%n%s".formatted(seed, round, broken), e);
            }
        }
    }

    /** {@return a document in which a value, a key or a sign is another one} */
    private static String broken(String document, Random random) {
        String text = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<MatchResult> tokens = Pattern.compile("\"[^\"]*\"|[0-9]+|true")
                    .matcher(text)
                    .results()
                    .toList();
            MatchResult token = tokens.get(random.nextInt(tokens.size()));
            String other = List.of(
                            "1",
                            "-1",
                            "null",
                            "[]",
                            "{}",
                            "\"\"",
                            "\"x y\"",
                            "\"_:b\"",
                            "\"a:b\"",
                            "\"@id\"",
                            "[1, \"x\"]",
                            "{\"a\": 1}",
                            "\"{\"",
                            "\"{x}\"",
                            "true",
                            "\"" + "%" + "\"",
                            tokens.get(random.nextInt(tokens.size())).group())
                    .get(random.nextInt(17));
            text = text.substring(0, token.start()) + other + text.substring(token.end());
        }
        return text;
    }

    private void metadata(String properties) throws IOException {
        file("m.json", "{ \"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"a.csv\",\n" + properties + "}");
    }

    private List<Quad> minimal() {
        return run(Csvw.read(folder.resolve("m.json"), folder, BASE), Csvw.Mode.MINIMAL);
    }

    private List<Quad> run(Csvw csvw, Csvw.Mode mode) {
        List<Quad> quads = new ArrayList<>();
        warnings = new ArrayList<>();
        csvw.run(mode, quads::add, warnings::add);
        return quads;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static InMemoryGraph turtle(String text) {
        String prefixes = "@prefix csvw: <http://www.w3.org/ns/csvw#> . @prefix dct: <http://purl.org/dc/terms/> ."
                + " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";
        byte[] bytes = (prefixes + text).getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "expected", Syntax.TURTLE, BASE);
    }
}
