package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.testing.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no single case can say of YARRRML: several documents, the translation's text, bad input. */
class YarrrmlTest {
    private static final String BASE = "http://example.org/";
    private static final Path CASES = Path.of("src/rml/src/test/resources/yarrrml");

    @TempDir
    Path folder;

    @Test
    void severalDocumentsAreOneMapping() throws IOException {
        file("a.csv", "id,name\n1,x\n");
        Path first = file("first.yml", """
                prefixes:
                  ex: http://e/
                mappings:
                  thing:
                    sources: ['a.csv~csv']
                    po:
                      - [ex:p, $(name)]
                """);
        Path second = file("second.yml", """
                mappings:
                  thing:
                    s: ex:$(id)
                    graphs: ex:g
                    po:
                      - [ex:q, $(name)]
                """);
        assertThat(lines(first, second))
                .containsExactly(
                        "<http://e/1> <http://e/p> \"x\" <http://e/g> .",
                        "<http://e/1> <http://e/q> \"x\" <http://e/g> .");
    }

    @Test
    void anErrorNamesTheDocumentThatHasIt() throws IOException {
        Path first = file("first.yml", "mappings:\n  thing:\n    sources: ['a.csv~csv']\n    subjets: x\n");
        Path second = file("second.yml", "prefixes:\n  ex: nothing\nmappings:\n  thing:\n    po: [no:p, x]\n");
        assertThatThrownBy(() -> lines(first, second))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("first.yml:4: 'subjets' is not a key of a mapping; did you mean subjects?")
                .hasMessageContaining("second.yml:2: the namespace 'nothing' of the prefix ex is not an IRI")
                .hasMessageContaining("second.yml:5: the prefix 'no' of 'no:p' is not declared");
    }

    @Test
    void documentsThatContradictOneAnotherAreRefused() throws IOException {
        String names = "prefixes:\n  ex: http://%s/\nsources:\n  a: [a.csv~csv]\ntargets:\n  t: [t.nq]\nmappings: {}\n";
        Path first = file("first.yml", names.formatted("e"));
        Path second = file("second.yml", names.formatted("f"));
        assertThatThrownBy(() -> lines(first, second))
                .hasMessageContaining("second.yml:2: the prefix ex is declared twice, with two namespaces")
                .hasMessageContaining("second.yml:4: the source 'a' is described twice")
                .hasMessageContaining("second.yml:6: the target 't' is described twice");
    }

    @Test
    void severalDocumentsInRdfAreNoMapping() throws IOException {
        Path first = file("first.ttl", "");
        Path second = file("second.yml", "mappings: {}\n");
        assertThatThrownBy(() -> lines(first, second))
                .hasMessageContaining("first.ttl: several documents are one mapping only where all are YARRRML");
    }

    @Test
    void theTranslationIsTextForPeople() throws IOException {
        Path mapping = file("mapping.yml", """
                prefixes:
                  ex: http://e/
                mappings:
                  thing:
                    sources:
                      - access: a.csv
                        referenceFormulation: csv
                        delimiter: ";"
                    s: ex:$(id)
                    po:
                      - [a, ex:Thing]
                      - [ex:name, $(name), fr~lang]
                """);
        assertThat(Mapping.rml(List.of(mapping), BASE)).isEqualTo("""
                @prefix csvw: <http://www.w3.org/ns/csvw#> .
                @prefix ex: <http://e/> .
                @prefix rml: <http://w3id.org/rml/> .

                <http://example.org/#thing> a rml:TriplesMap ;
                  rml:logicalSource [
                    rml:referenceFormulation rml:CSV ;
                    rml:source [
                      rml:path "a.csv" ;
                      csvw:dialect [
                        csvw:delimiter ";"
                      ]
                    ]
                  ] ;
                  rml:subjectMap [
                    rml:template "http://e/{id}"
                  ] ;
                  rml:predicateObjectMap [
                    rml:predicate <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ;
                    rml:object ex:Thing
                  ], [
                    rml:predicate ex:name ;
                    rml:objectMap [
                      rml:reference "name" ;
                      rml:language "fr"
                    ]
                  ] .
                """);
    }

    @Test
    void yamlThatIsNoMappingIsToldWhatItLacks() throws IOException {
        for (String text : List.of("", "[]", "text", "title: x\n", "prefixes: {}\n")) {
            Path mapping = file("mapping.yml", text);
            assertThatThrownBy(() -> lines(mapping))
                    .as(text)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("mapping.yml")
                    .hasMessageContaining("mappings");
        }
    }

    @Test
    void brokenDocumentsEndInQuadsOrInASentence() throws IOException {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.sorted().toList();
        }
        for (int round = 0; round < 1500; round++) {
            Path original = cases.get(random.nextInt(cases.size())).resolve("mapping.yml");
            String broken = broken(Files.readString(original), random);
            Path mapping = file("mapping.yml", broken);
            try {
                lines(mapping);
            } catch (MappingException | CsvException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, round %d:%n%s".formatted(seed, round, broken), e);
            }
        }
    }

    /** {@return a document with some lines and characters gone, doubled or in another place} */
    private static String broken(String document, Random random) {
        List<String> lines = new ArrayList<>(document.lines().toList());
        for (int i = random.nextInt(3); i >= 0 && !lines.isEmpty(); i--) {
            int line = random.nextInt(lines.size());
            String text = lines.get(line);
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(random.nextInt(lines.size()), text);
                case 2 -> lines.set(line, text.substring(0, at));
                case 3 ->
                    lines.set(
                            line,
                            text.substring(0, at)
                                    + "[]{}():,~$-'\"\\# &*!|>%@".charAt(random.nextInt(23))
                                    + text.substring(at));
                case 4 -> lines.set(line, text.replaceFirst(": .*", ":"));
                default -> lines.set(line, text.replaceFirst("^ {2}", ""));
            }
        }
        return String.join("\n", lines);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> lines(Path... documents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mapping.read(List.of(documents), BASE, IdentifierSystems.NONE)
                .run(Run.in(folder).withFindings(finding -> {}), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
