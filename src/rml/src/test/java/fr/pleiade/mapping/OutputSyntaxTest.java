package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.engine.Run;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quads of a mapping in a syntax: N-Triples are lines copied where no graph is named, and cut where one is. */
class OutputSyntaxTest {
    private static final String SAID = "<http://ex.org/1> <http://ex.org/p> \"a <b> \\\" c\"";

    @TempDir
    Path folder;

    private long graphsLeftOut;

    @ParameterizedTest
    @ValueSource(strings = {"", "rml:graph rml:defaultGraph ;"})
    void withoutGraphsNTriplesAndNQuadsAreTheSame(String graph) throws IOException {
        assertThat(mapped(graph, Syntax.N_TRIPLES)).isEqualTo(SAID + " .\n");
        assertThat(graphsLeftOut).isZero();
        assertThat(mapped(graph, Syntax.N_QUADS)).isEqualTo(SAID + " .\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rml:graph <http://ex.org/g> ;",
                "rml:graphMap [ rml:template \"http://ex.org/g{k}\" ] ;",
                "rml:graph rml:defaultGraph , <http://ex.org/g> ;"
            })
    void aGraphIsLeftOutOfNTriplesAndCounted(String graph) throws IOException {
        assertThat(mapped(graph, Syntax.N_TRIPLES).lines()).containsOnly(SAID + " .");
        assertThat(graphsLeftOut).isEqualTo(1);
    }

    @Test
    void theGraphOfAPredicateObjectMapCountsToo() throws IOException {
        write("", "rml:graph <http://ex.org/g> ;");
        assertThat(run(Syntax.N_TRIPLES)).isEqualTo(SAID + " .\n");
        assertThat(graphsLeftOut).isEqualTo(1);
    }

    private String mapped(String graph, Syntax syntax) throws IOException {
        write(graph, "");
        return run(syntax);
    }

    private void write(String graphOfSubject, String graphOfPair) throws IOException {
        Files.writeString(folder.resolve("in.csv"), "k,v\n1,\"a <b> \"\" c\"\n");
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <http://ex.org/map> rml:logicalSource [ rml:source [ rml:path "in.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ %s rml:template "http://ex.org/{k}" ] ;
                  rml:predicateObjectMap [ %s rml:predicate <http://ex.org/p> ; rml:objectMap [ rml:reference "v" ] ] .
                """.formatted(graphOfSubject, graphOfPair));
    }

    private String run(Syntax syntax) throws IOException {
        Mapping mapping = Mapping.read(folder.resolve("mapping.ttl"), "http://ex.org/");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QuadStream quads = mapping.in(syntax, out)) {
            mapping.run(Run.in(folder), quads);
            graphsLeftOut = quads.graphsLeftOut();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As the stream leaves out what it is given, so does the engine what it need not make; a row without a graph has no triple. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rml:graph <http://ex.org/g> ;",
                "rml:graph rml:defaultGraph , <http://ex.org/g> , <http://ex.org/h> ;",
                "rml:graphMap [ rml:reference \"g\" ] ;",
                "rml:graphMap [ rml:reference \"g\" ] ; rml:graph rml:defaultGraph ;",
                "rml:graphMap [ rml:template \"http://ex.org/{v}\" ; rml:termType rml:BlankNode ] ;"
            })
    void theEngineLeavesOutWhatTheStreamWouldHaveCut(String graph) throws IOException {
        Files.writeString(folder.resolve("in.csv"), "k,v,g\n1,a,http://ex.org/1\n2,b,\n3,c,not an IRI\n4,,x\n");
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
                <http://ex.org/map> rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ rml:path "in.csv" ; rml:null "" ] ] ;
                  rml:subjectMap [ %s rml:template "http://ex.org/{k}" ; rml:class <http://ex.org/C> ] ;
                  rml:predicateObjectMap [ rml:predicate <http://ex.org/p> , <http://ex.org/q> ; rml:objectMap [ rml:reference "v" ] ,
                    [ rml:constant "x" ] ] ,
                    [ rml:predicate <http://ex.org/r> ; rml:graph <http://ex.org/r> ; rml:objectMap [ rml:reference "k" ] ] .
                """.formatted(graph));
        Mapping mapping = Mapping.read(folder.resolve("mapping.ttl"), "http://ex.org/");
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        QuadStream stream = QuadStream.open(cut, Syntax.N_TRIPLES);
        mapping.run(Run.in(folder), new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                out.write(bytes, offset, count);
            }
        });
        assertThat(run(Syntax.N_TRIPLES))
                .isEqualTo(cut.toString(StandardCharsets.UTF_8))
                .isNotEmpty();
        assertThat(graphsLeftOut).isEqualTo(stream.graphsLeftOut()).isPositive();
    }
}
