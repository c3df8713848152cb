package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    static final byte[] MEMBER = SubjectLines.property(CUBE_LINK + "observation");
    private static final List<byte[]> TELLING = List.of(
            SubjectLines.property(SHACL + "path"),
            SubjectLines.property(RDF + "first"),
            SubjectLines.statement(TYPE.value(), CUBE_LINK + "Cube"),
            SubjectLines.statement(TYPE.value(), CUBE_LINK + "Constraint"),
            SubjectLines.statement(TYPE.value(), CUBE_LINK + "ObservationSet"),
            SubjectLines.statement(TYPE.value(), "http://www.w3.org/2006/time#GeneralDateTimeDescription"));

    /** Where lines stand in the file, from the first byte to behind the last. */
    private record Lines(long start, long end) {}

    /** {@return what a file of sorted lines says} */
    static LinkDescription read(Path file) throws IOException {
        LinkDescription description = new LinkDescription(new InMemoryGraph(), new LinkedHashMap<>());
        List<Lines> places = places(file, description.sets());
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            for (Lines lines : places) {
                byte[] read = new byte[Math.toIntExact(lines.end() - lines.start())];
                bytes.seek(lines.start());
                bytes.readFully(read);
                description.keep(read);
            }
        }
        return description;
    }

    private void keep(byte[] lines) {
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                graph.add(new QuadLine().at(lines, start, i).quad());
                start = i + 1;
            }
        }
    }

    /** {@return where the subjects that describe cubes stand, and of a set its lines up to what is in it, which is noted} */
    private static List<Lines> places(Path file, Map<String, Long> sets) throws IOException {
        List<Lines> places = new ArrayList<>();
        try (SubjectLines lines = new SubjectLines(file)) {
            long begun = -1;
            boolean isKept = false;
            while (lines.next()) {
                boolean isMember = lines.says(MEMBER);
                if (isMember && (lines.isNew() || begun >= 0)) {
                    String set = new String(lines.subject(), StandardCharsets.UTF_8);
                    sets.put(set.substring(1, set.length() - 1), lines.position());
                }
                if (begun >= 0 && (lines.isNew() || isMember)) {
                    if (isKept) {
                        places.add(new Lines(begun, lines.position()));
                    }
                    begun = -1;
                }
                if (lines.isNew() && !isMember) {
                    begun = lines.position();
                    isKept = false;
                }
                isKept |= begun >= 0 && tells(lines);
            }
            if (begun >= 0 && isKept) {
                places.add(new Lines(begun, Files.size(file)));
            }
        }
        return places;
    }

    private static boolean tells(SubjectLines lines) {
        for (byte[] telling : TELLING) {
            if (lines.says(telling)) {
                return true;
            }
        }
        return false;
    }
}
