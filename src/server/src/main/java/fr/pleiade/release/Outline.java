package fr.pleiade.release;

import fr.pleiade.rdf.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The land around some of a site's places, in a few corners, for a small map: {@code ontology/maps/*.txt}, an outline a line.
 *
 * <pre>{@code
 * # a comment
 * credit "Whose outlines these are"@en
 * name "Name"@en "Nom"@fr | 2.55 51.07, 1.85 50.97, 1.58 50.87 | 8.6 42.3, 9.4 43.0, 9.5 42.1
 * }</pre>
 *
 * <p>In {@code ontology/maps/areas/*.txt} the same for areas that can be shaded: there the name is the path of a thing of the site.
 *
 * @param name what it is the outline of
 * @param labels what that is called
 * @param credit what is said of its file's origin wherever it is shown; of the file's line before it
 * @param polygons the corners of each piece of land, three or more
 */
public record Outline(String name, Labels labels, Labels credit, List<List<Corner>> polygons) {
    private static final String FOLDER = "maps";
    private static final String AREAS = "maps/areas";
    private static final String CREDIT = "credit ";
    private static final Labels NONE = new Labels(new TreeMap<>());
    private static final Pattern LABEL = Pattern.compile("\\s+\"([^\"]*)\"@([a-z]{2,3}(?:-[A-Za-z0-9]+)*)");
    private static final Pattern NAME = Pattern.compile("([^\"]+?)((?:" + LABEL.pattern() + ")*)\\s*");

    /** An outline of the name only. */
    public Outline(String name, List<List<Corner>> polygons) {
        this(name, NONE, NONE, polygons);
    }

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
        return read(ontology.resolve(FOLDER));
    }

    /** {@return the areas that can be shaded, by file and line; none if the folder of vocabularies has no folder of them} */
    public static List<Outline> areas(Path ontology) {
        return read(ontology.resolve(AREAS));
    }

    private static List<Outline> read(Path folder) {
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
        Labels credit = NONE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(CREDIT)) {
                credit = head(file, i + 1, line).labels();
                if (credit.isEmpty()) {
                    throw fault(file, i + 1, line);
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                outlines.add(read(file, i + 1, line, credit));
            }
        }
    }

    private record Head(String name, Labels labels) {}

    private static Head head(Path file, int number, String text) {
        Matcher named = NAME.matcher(text);
        if (!named.matches()) {
            throw fault(file, number, text.strip());
        }
        SortedMap<String, String> labels = new TreeMap<>();
        LABEL.matcher(named.group(2))
                .results()
                .forEach(label -> labels.put(label.group(2).toLowerCase(Locale.ROOT), label.group(1)));
        return new Head(named.group(1).strip(), new Labels(labels));
    }

    private static Outline read(Path file, int number, String line, Labels credit) {
        String[] parts = line.split("\\|");
        Head head = head(file, number, parts[0]);
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
        return new Outline(head.name(), head.labels(), credit, polygons);
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
                "write 'name \"Label\"@en | longitude latitude, longitude latitude, … | …' in degrees, three corners or more; the label may be missing");
    }
}
