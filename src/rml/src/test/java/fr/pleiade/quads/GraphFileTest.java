package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFileTest {
    private static final String BASE = "http://localhost:8080/";

    @TempDir
    Path folder;

    @Test
    void aThingIsDescribedWithItsFragmentsAndNothingElse() throws IOException {
        GraphFile file = graph(
                "<http://localhost:8080/id/c/1> <http://e/p> \"007\"^^<http://e/t> <http://e/g> .",
                "<http://localhost:8080/id/c/1#site> <http://e/p> \"s\" <http://e/g> .",
                "<http://localhost:8080/id/c/1/2> <http://e/p> \"no\" <http://e/g> .",
                "<http://localhost:8080/id/c/12> <http://e/p> \"no\" <http://e/g> .",
                "<http://localhost:8080/id/c/0> <http://e/p> \"no\" <http://e/g> .");
        assertThat(described(file, BASE + "id/c/1")).containsExactly("\"s\"", "\"007\"^^<http://e/t>");
        assertThat(described(file, BASE + "id/c/12")).containsExactly("\"no\"");
        assertThat(described(file, BASE + "id/c/1#site")).containsExactly("\"s\"");
        assertThat(described(file, BASE + "id/c/2")).isEmpty();
        assertThat(described(file, BASE + "id/c")).isEmpty();
        assertThat(file.hasSubject(BASE + "id/c/1/2")).isTrue();
        assertThat(file.hasSubject(BASE + "id/c/1/")).isFalse();
    }

    @Test
    void everySubjectOfALargerFileIsFound() throws IOException {
        String[] lines = new String[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "<%sid/é/%d> <http://e/p> \"%s\" .".formatted(BASE, i, "v".repeat(i % 90));
        }
        GraphFile file = graph(lines);
        for (int i = 0; i < lines.length; i++) {
            assertThat(described(file, BASE + "id/é/" + i)).hasSize(1);
        }
        assertThat(described(file, BASE + "id/é/500")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 997})
    void subjectsAskedForInOrderAreFoundWhereverTheyAre(int stride) throws IOException {
        String[] lines = new String[3_000];
        for (int i = 0; i < lines.length; i++) {
            int length = i % 50 == 0 ? 5_000 : i % 90; // some lines are longer than a step of the search
            lines[i] = "<%sid/é/%05d> <http://e/p> \"%s\" .".formatted(BASE, 2 * i, "v".repeat(length));
        }
        GraphFile.Subjects subjects = graph(lines).subjects();
        for (int i = 0; i < 2 * lines.length + stride; i += stride) {
            byte[] subject = "<%sid/é/%05d> ".formatted(BASE, i).getBytes(StandardCharsets.UTF_8);
            assertThat(subjects.contains(subject)).as("number %d", i).isEqualTo(i % 2 == 0 && i < 2 * lines.length);
        }
    }

    @Test
    void anEmptyFileDescribesNothing() throws IOException {
        assertThat(described(graph(), BASE)).isEmpty();
        assertThat(graph().subjects().contains("<http://e/s> ".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void fragmentsOfThingsAreNoEntitiesOfTheirOwn() throws IOException {
        Path file = folder.resolve("counted.nq");
        GraphWriter.Figures figures = write(
                file,
                "<http://localhost:8080/id/c/1#site> <http://e/p> \"s\" .",
                "<http://localhost:8080/id/c/1> <http://e/p> \"a\" .",
                "<http://localhost:8080/id/c/1> <http://e/p> \"b\" .",
                "<http://localhost:8080/vocab/esr#A> <http://e/p> \"b\" .",
                "_:b <http://e/p> \"b\" .");
        assertThat(figures.triples()).isEqualTo(5);
        assertThat(figures.entities()).isEqualTo(2);
        assertThat(figures.bytes()).isEqualTo(Files.size(file));
        assertThat(figures.sha256()).isEqualTo(Sha256.of(file));
        assertThat(Files.readString(file)).endsWith("\"b\" .\n");
    }

    private GraphFile graph(String... lines) throws IOException {
        Path file = folder.resolve("graph.nq");
        write(file, lines);
        return GraphFile.of(file);
    }

    private GraphWriter.Figures write(Path file, String... lines) throws IOException {
        try (LineSorter sorter = new LineSorter(folder)) {
            sorter.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return GraphWriter.write(sorter, file, BASE);
        }
    }

    private static List<String> described(GraphFile file, String iri) {
        List<Quad> quads = new ArrayList<>();
        file.describe(iri, quads::add);
        return quads.stream().map(quad -> quad.object().toNTriples()).toList();
    }
}
