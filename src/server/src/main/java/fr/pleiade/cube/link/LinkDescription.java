package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What describes the cubes of a graph: all that is said of cubes, constraints, their properties and lists; not the observations.
 *
 * @param graph the description
 * @param sets the sets that have observations, each with the place of the first line that says so
 */
record LinkDescription(InMemoryGraph graph, Map<String, Long> sets) {
    private static final byte[] MEMBER = written(CUBE_LINK + "observation");
    private static final byte[] TYPED = written(TYPE.value());
    private static final List<byte[]> TELLING = List.of(
            written(CUBE_LINK + "observationSet"),
            written(SHACL + "path"),
            written(SHACL + "property"),
            written(RDF + "first"),
            written(RDF + "rest"));
    private static final List<byte[]> CLASSES = List.of(
            written(CUBE_LINK + "Cube"),
            written(CUBE_LINK + "Constraint"),
            written(CUBE_LINK + "ObservationSet"),
            written("http://www.w3.org/2006/time#GeneralDateTimeDescription"));

    /** {@return what a file of sorted lines says} */
    static LinkDescription read(Path lines) throws IOException {
        LinkDescription description = new LinkDescription(new InMemoryGraph(), new LinkedHashMap<>());
        try (LineReader reader = new LineReader(lines)) {
            Subject subject = new Subject(description.graph());
            long position = 0;
            while (reader.next()) {
                QuadLine line = reader.quad();
                if (line.is(QuadLine.PREDICATE, MEMBER)) {
                    String set = new String(line.copy(QuadLine.SUBJECT), StandardCharsets.UTF_8);
                    description.sets().putIfAbsent(set.substring(1, set.length() - 1), position);
                } else {
                    subject.add(line, reader.start(), reader.end());
                }
                position += reader.end() - reader.start() + 1;
            }
            subject.end();
        }
        return description;
    }

    /** The lines of one subject after the other, of which those that describe a cube are kept. */
    private static final class Subject {
        private final InMemoryGraph kept;
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private byte[] name = {};
        private boolean isKept;

        Subject(InMemoryGraph kept) {
            this.kept = kept;
        }

        void add(QuadLine line, int start, int end) {
            if (!line.is(QuadLine.SUBJECT, name)) {
                end();
                name = line.copy(QuadLine.SUBJECT);
            }
            lines.write(line.bytes(), start, end - start);
            lines.write('\n');
            isKept |= tells(line);
        }

        private static boolean tells(QuadLine line) {
            if (line.is(QuadLine.PREDICATE, TYPED)) {
                return CLASSES.stream().anyMatch(type -> line.is(QuadLine.OBJECT, type));
            }
            return TELLING.stream().anyMatch(property -> line.is(QuadLine.PREDICATE, property));
        }

        void end() {
            if (isKept) {
                byte[] bytes = lines.toByteArray();
                int start = 0;
                for (int i = 0; i < bytes.length; i++) {
                    if (bytes[i] == '\n') {
                        kept.add(new QuadLine().at(bytes, start, i).quad());
                        start = i + 1;
                    }
                }
            }
            lines.reset();
            isKept = false;
        }
    }

    static byte[] written(String iri) {
        return ("<" + iri + ">").getBytes(StandardCharsets.UTF_8);
    }
}
