package fr.pleiade.release.origin;

import fr.pleiade.findings.Text;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule by which a dataset got triples.
 *
 * @param kind what the rule makes triples of
 * @param name of rows, the name of the triples map; of links, the rule's IRI
 * @param label what the rule links to, as a noun; of rows, nothing
 * @param document the file that says the rule, as findings cite it
 * @param line the line of that on which it begins
 * @param properties the properties of the triples, if they are fixed; of links by keys, the link's and then the key's
 * @param columns the columns that make the objects; of links, none
 * @param sources of rows, the file that they are read from; of links, the datasets and files that they lead to
 */
public record OriginRule(
        Kind kind,
        String name,
        Text label,
        String document,
        long line,
        List<String> properties,
        List<String> columns,
        List<String> sources) {
    private static final String NONE = "-";

    /** What a rule makes triples of. */
    public enum Kind {
        ROWS,
        /** What has the same key. */
        LINKS,
        /** What is called alike. */
        NAMES
    }

    public OriginRule {
        properties = List.copyOf(properties);
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /** {@return where a folder of a release has the rules of a dataset} */
    public static Path fileOf(Path release, String slug) {
        return OriginFile.of(release, slug).resolveSibling(slug + ".tsv");
    }

    /** Writes rules, one a line, those of rows in the order of their numbers. */
    public static void write(List<OriginRule> rules, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, rules.stream().map(OriginRule::written).toList());
    }

    /**
     * {@return the rules in a file}
     *
     * @throws IllegalArgumentException if it is not such a file
     */
    static List<OriginRule> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(OriginRule::of).toList();
    }

    private String written() {
        return String.join(
                "\t",
                kind.name(),
                escaped(name),
                escaped(label.en()),
                escaped(label.fr()),
                escaped(document),
                Long.toString(line),
                escaped(properties),
                escaped(columns),
                escaped(sources));
    }

    private static OriginRule of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 9) {
            throw new IllegalArgumentException("a rule has 9 cells: " + line);
        }
        return new OriginRule(
                Kind.valueOf(cells[0]),
                decoded(cells[1]),
                new Text(decoded(cells[2]), decoded(cells[3])),
                decoded(cells[4]),
                Long.parseLong(cells[5]),
                list(cells[6]),
                list(cells[7]),
                list(cells[8]));
    }

    private static String escaped(List<String> texts) {
        return texts.isEmpty() ? NONE : texts.stream().map(OriginRule::escaped).collect(Collectors.joining(" "));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> list(String cell) {
        return cell.equals(NONE)
                ? List.of()
                : Arrays.stream(cell.split(" ", -1)).map(OriginRule::decoded).toList();
    }
}
