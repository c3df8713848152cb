package fr.pleiade.site;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example query of the site, from {@code ontology/examples/<name>.rq}.
 *
 * <p>Comment lines {@code # fr: …} and {@code # en: …} are its titles; relative IRIs in it are the site's.
 *
 * @param name the file's name without its suffix: lower-case letters, digits and hyphens
 * @param title what it asks, in each language
 * @param query the query, with the site's base declared, so that it can be asked anywhere as it is
 */
public record ExampleQuery(String name, Labels title, String query) {
    private static final Pattern TITLE = Pattern.compile("#\\s*([a-z]{2}):\\s*(.+)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String SUFFIX = ".rq";

    /** {@return the examples below the ontology's folder, in the order of their names; none if it has no such folder} */
    static List<ExampleQuery> in(Path ontology, String base) {
        Path folder = ontology.resolve("examples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> read(file, base))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    private static ExampleQuery read(Path file, String base) {
        try {
            List<Term> titles = new ArrayList<>();
            StringBuilder query = new StringBuilder("BASE <").append(base).append(">\n");
            for (String line : Files.readAllLines(file)) {
                Matcher title = TITLE.matcher(line);
                if (title.matches()) {
                    titles.add(Term.Literal.inLanguage(title.group(2).strip(), title.group(1)));
                } else {
                    query.append(line).append('\n');
                }
            }
            return new ExampleQuery(
                    name(file), Labels.of(titles), query.toString().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        String plain = name.substring(0, name.length() - SUFFIX.length());
        if (!NAME.matcher(plain).matches()) {
            throw new SiteException(
                    file + ": an example's name is its address; use lower-case letters, digits and hyphens");
        }
        return plain;
    }
}
