package fr.pleiade.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The land around some of a site's places, in a few corners, for a small map: {@code ontology/maps/*.txt}, an outline a line.
 *
 * <pre>{@code
 * # a comment
 * name | 2.55 51.07, 1.85 50.97, 1.58 50.87 | 8.6 42.3, 9.4 43.0, 9.5 42.1
 * }</pre>
 *
 * @param name what it is the outline of
 * @param polygons the corners of each piece of land, three or more
 */
public record Outline(String name, List<List<Corner>> polygons) {
    private static final String FOLDER = "maps";

    public Outline {
        polygons = polygons.stream().map(List::copyOf).toList();
    }

    /**
     * Where a polygon turns.
     *
     * @param longitude degrees east, WGS84
     * @param latitude degrees north, WGS84
     */
    public record Corner(double longitude, double latitude) {}

    /** {@return the outlines in a folder of vocabularies, by file and line; none if it has no folder of them} */
    public static List<Outline> in(Path ontology) {
        Path folder = ontology.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Outline> outlines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                read(file, outlines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
        return List.copyOf(outlines);
    }

    private static void read(Path file, List<Outline> outlines) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                outlines.add(read(file, i + 1, line));
            }
        }
    }

    private static Outline read(Path file, int number, String line) {
        String[] parts = line.split("\\|");
        List<List<Corner>> polygons = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            List<Corner> polygon = new ArrayList<>();
            for (String corner : parts[i].split(",")) {
                polygon.add(corner(file, number, corner.strip()));
            }
            if (polygon.size() < 3) {
                throw fault(file, number, parts[i].strip());
            }
            polygons.add(polygon);
        }
        if (polygons.isEmpty()) {
            throw fault(file, number, line);
        }
        return new Outline(parts[0].strip(), polygons);
    }

    private static Corner corner(Path file, int number, String text) {
        String[] numbers = text.split(" +");
        try {
            Corner corner = new Corner(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[numbers.length - 1]));
            if (numbers.length == 2 && Math.abs(corner.longitude()) <= 180 && Math.abs(corner.latitude()) <= 90) {
                return corner;
            }
        } catch (NumberFormatException e) {
            throw fault(file, number, text);
        }
        throw fault(file, number, text);
    }

    private static PublicationException fault(Path file, int number, String found) {
        return PublicationException.input(
                file + ":" + number,
                "'%s' is no outline".formatted(found),
                "write 'name | longitude latitude, longitude latitude, … | …' in degrees, three corners or more");
    }
}
