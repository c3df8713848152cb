package fr.pleiade.publication.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.document.DumpFile;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final JsonLdContext CONTEXT = JsonLdContext.of(Prefixes.of(Map.of()));
    private static final String LINE = "<http://ex.org/1> <http://ex.org/p> \"%s\" <http://ex.org/g> .\n";
    private static final String TRIPLE = "<http://ex.org/1> <http://ex.org/p> \"%s\" .\n";

    @TempDir
    private Path folder;

    @Test
    void aSmallGraphIsListedInEverySyntaxWithSizeAndDigest() throws IOException {
        List<DumpFile> files = of(new InMemoryGraph(), false, LINE.formatted("a"));
        String triple = TRIPLE.formatted("a");
        assertThat(files).extracting(DumpFile::syntax).containsExactlyElementsOf(Downloads.SYNTAXES);
        assertThat(files).contains(new DumpFile(Syntax.N_TRIPLES, triple.length(), Sha256.of(triple)));
        assertThat(files)
                .contains(new DumpFile(Syntax.N_QUADS, LINE.formatted("a").length(), Sha256.of(LINE.formatted("a"))));
        assertThat(files).allSatisfy(file -> assertThat(file.bytes()).isPositive());
    }

    /** To write a large graph in every syntax would cost as much as the rest of a publication. */
    @Test
    void aLargeGraphIsListedOnlyInTheSyntaxesThatItsLinesGive() throws IOException {
        String text = "x".repeat(1 << 21);
        List<DumpFile> files = of(new InMemoryGraph(), false, LINE.formatted("a" + text) + LINE.formatted("b" + text));
        String triples = TRIPLE.formatted("a" + text) + TRIPLE.formatted("b" + text);
        assertThat(files).extracting(DumpFile::syntax).containsExactly(Syntax.N_TRIPLES, Syntax.N_QUADS);
        assertThat(files.get(0)).isEqualTo(new DumpFile(Syntax.N_TRIPLES, triples.length(), Sha256.of(triples)));
    }

    @Test
    void ofAGraphThatWasTakenOverTheFiguresAreThoseOfTheReleaseBefore() throws IOException {
        InMemoryGraph before = new InMemoryGraph();
        Description.of(before, "http://ex.org/g#ttl").bytes(12).checksum("ab".repeat(32));
        DumpFile told = new DumpFile(Syntax.TURTLE, 12, "ab".repeat(32));
        assertThat(of(before, true, LINE.formatted("a"))).contains(told).hasSize(6);
        assertThat(of(before, false, LINE.formatted("a"))).doesNotContain(told).hasSize(6);
    }

    private List<DumpFile> of(InMemoryGraph before, boolean isTakenOver, String nquads) throws IOException {
        Path file = Files.writeString(folder.resolve("g.nq"), nquads);
        PublishedGraph graph =
                new PublishedGraph("g", "http://ex.org/g", 1, 1, 1, 0, Map.of(), Files.size(file), Sha256.of(file));
        return new Downloads(CONTEXT, before).of(graph, file, isTakenOver);
    }
}
