package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.engine.Run;
import fr.pleiade.sources.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run tells the digest of the bytes that it mapped. */
class SourcesReadTest {
    @TempDir
    Path folder;

    @Test
    void theDigestIsThatOfTheMappedBytes() throws IOException {
        Path mapping = Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:path "a.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/{id}" ; rml:class <http://example.org/Thing> ] .
                """);
        Path source = Files.writeString(folder.resolve("a.csv"), "id\n1\n2\n");
        List<SourceFile> read = new ArrayList<>();
        Mapping.read(mapping, "http://example.org/")
                .run(Run.in(folder).withSourcesRead(read::add), OutputStream.nullOutputStream());
        assertThat(read).containsExactly(SourceFile.of("a.csv", source));
    }
}
