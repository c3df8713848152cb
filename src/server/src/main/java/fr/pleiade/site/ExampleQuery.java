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
 * <p>Comment lines {@code # fr: …} and {@code # en: …} are its titles; relative IRIs in it are the site's. A query of one row may have a
 * sentence as well, which the home page says with what the row has, in {@code # fr, home: {schools} écoles}, and what it leads to, in
 * {@code # see: list/school}.
 *
 * @param name the file's name without its suffix: lower-case letters, digits and hyphens
 * @param title what it asks, in each language
 * @param query the query, with the site's base declared, so that it can be asked anywhere as it is
 * @param sentence what its first row says, in each language, with the query's variables in braces; empty if it says nothing by itself
 * @param see what the sentence leads to, below the site's base, or {@code ""}
 */
public record ExampleQuery(String name, Labels title, String query, Labels sentence, String see) {
    private static final Pattern TITLE = Pattern.compile("#\\s*([a-z]{2}):\\s*(.+)");
    private static final Pattern SENTENCE = Pattern.compile("#\\s*([a-z]{2}), home:\\s*(.+)");
    private static final Pattern SEE = Pattern.compile("#\\s*see:\\s*(\\S+)\\s*");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");
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
            List<Term> sentences = new ArrayList<>();
            String see = "";
            StringBuilder query = new StringBuilder("BASE <").append(base).append(">\n");
            for (String line : Files.readAllLines(file)) {
                Matcher title = TITLE.matcher(line);
                Matcher sentence = SENTENCE.matcher(line);
                Matcher address = SEE.matcher(line);
                if (title.matches()) {
                    titles.add(inLanguage(title));
                } else if (sentence.matches()) {
                    sentences.add(inLanguage(sentence));
                } else if (address.matches()) {
                    see = address.group(1);
                } else {
                    query.append(line).append('\n');
                }
            }
            String text = query.toString().strip();
            requireVariables(file, sentences, text);
            return new ExampleQuery(name(file), Labels.of(titles), text, Labels.of(sentences), see);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Term inLanguage(Matcher line) {
        return Term.Literal.inLanguage(line.group(2).strip(), line.group(1));
    }

    private static void requireVariables(Path file, List<Term> sentences, String query) {
        for (Term sentence : sentences) {
            Matcher place = PLACE.matcher(sentence.text());
            while (place.find()) {
                if (!query.matches("(?s).*[?$]" + place.group(1) + "\\b.*")) {
                    throw new SiteException(
                            "%s: the sentence \"%s\" has {%s}, and the query has no ?%s; name one of its variables"
                                    .formatted(file, sentence.text(), place.group(1), place.group(1)));
                }
            }
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
