package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.mapping.model.MappingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RML has but not there: done nowhere, so refused at its line rather than ignored. */
class MisplacedPropertyTest {
    private static final String MAPPING = """
            @prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://e/> .
            <#a> MAP
              rml:logicalSource [ SOURCE
                rml:referenceFormulation rml:CSV ;
                rml:source [ FILE
                  rml:path "in.csv" ] ] ;
              rml:subjectMap [ SUBJECT
                rml:template "{id}" ] ;
              rml:predicateObjectMap [ PAIR
                rml:predicate ex:p ;
                rml:objectMap [ OBJECT
                  rml:reference "v" ] ] .
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOURCE  | rml:null ''            | 3",
                "SOURCE  | rml:encoding rml:UTF-8 | 3",
                "SOURCE  | rml:compression rml:gzip | 3",
                "MAP     | rml:null ''            | 2",
                "MAP     | rml:class ex:C         | 2",
                "MAP     | rml:termType rml:BlankNode ; rml:language 'fr' | 2",
                "PAIR    | rml:language 'fr'      | 9",
                "PAIR    | rml:datatype ex:d      | 9",
                "PAIR    | rml:class ex:C         | 9",
                "PAIR    | rml:template '{v}'     | 9",
                "OBJECT  | rml:class ex:C         | 11",
                "OBJECT  | rml:predicate ex:q     | 11",
                "FILE    | rml:language 'fr'      | 5",
            })
    void itIsRefusedAtItsLine(String place, String property, long line) {
        assertThatThrownBy(() -> read(place, property))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("mapping.ttl:" + line + ": ")
                .hasMessageContaining("rml:");
    }

    @Test
    void twoWaysOfSayingAValueAreNotChosenFrom() {
        assertThatThrownBy(() -> read("OBJECT", "rml:template '{v}'")).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> read("OBJECT", "rml:language 'fr' ; rml:languageMap [ rml:reference \"v\" ]"))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void whatIsSaidInItsPlaceIsRead() throws IOException {
        assertThat(read("FILE", "rml:null '' ; rml:encoding rml:UTF-8").plan().triplesMaps())
                .hasSize(1);
        assertThat(read("SUBJECT", "rml:class ex:C ; rml:graph ex:g").plan().triplesMaps())
                .hasSize(1);
        assertThat(read("MAP", "a rml:TriplesMap ; rml:baseIRI <http://e/> ; <http://e/note> 'mine' ")
                        .plan()
                        .triplesMaps())
                .hasSize(1);
    }

    @Test
    void aNamespaceThatIsNearlyRmlsIsNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mapping.ttl"),
                MAPPING.replaceAll("MAP|SOURCE|FILE|SUBJECT|PAIR|OBJECT", "").replace("w3id.org/rml/", "w3id.org/rml"));
        assertThatThrownBy(() -> Mapping.read(file, "http://e/"))
                .hasMessageContaining("http://w3id.org/rmllogicalSource")
                .hasMessageContaining("<http://w3id.org/rml/>");
    }

    private Mapping read(String place, String property) throws IOException {
        String mapping = MAPPING.replaceFirst("\\b" + place + "\\b", property.replace('\'', '"') + " ;");
        Path file = Files.writeString(
                folder.resolve("mapping.ttl"), mapping.replaceAll("\\b(MAP|SOURCE|FILE|SUBJECT|PAIR|OBJECT)\\b", ""));
        return Mapping.read(file, "http://e/");
    }
}
