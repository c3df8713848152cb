package fr.pleiade.draft.change;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The things that a mapping makes of the rows of one file: those whose addresses are like the first row's but for the key and that have a name, with all that is said of them and of their parts behind a {@code #}.
 * Memory: all of it.
 *
 * @param facts for each thing, by its IRI, property and value of each statement, as text
 * @param names what each thing is called
 * @param begun since when each thing is, where a day is said
 */
record VintageThings(SortedMap<String, Set<String>> facts, Map<String, String> names, Map<String, String> begun) {
    static final String BASE = "http://localhost:8080/";

    /** Between a property and its value. */
    static final String SIGN = " = ";

    /** How the fact of an identifier begins. */
    static final String CODE = "code" + SIGN;

    private static final String IDENTIFIER = "http://www.w3.org/ns/adms#identifier";
    private static final String BEGUN = Vocabulary.SCHEMA + "foundingDate";
    private static final List<String> NAMES =
            List.of(Vocabulary.SKOS + "prefLabel", Vocabulary.RDFS + "label", Vocabulary.SCHEMA + "name");

    /**
     * {@return the things of a file}
     *
     * @throws IOException if a folder for the file cannot be made
     * @throws IllegalArgumentException if the mapping reads several files
     * @throws fr.pleiade.mapping.model.MappingException if the mapping is at fault, or does not fit the file
     */
    static VintageThings of(Path mapping, Path file, IdentifierSystems systems) throws IOException {
        Path folder = Files.createTempDirectory("vintage");
        try {
            Set<String> sources = new TreeSet<>(
                    Mapping.read(List.of(mapping), BASE, systems, folder).sourcePaths());
            if (sources.size() != 1) {
                throw new IllegalArgumentException(
                        "%s reads %d files, %s; expected one".formatted(mapping, sources.size(), sources));
            }
            Path copy = folder.resolve(sources.iterator().next());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file, copy);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Mapping.read(List.of(mapping), BASE, systems, folder).run(Run.in(folder), out);
            return of(out.toString(StandardCharsets.UTF_8).lines().map(QuadLine::parse));
        } finally {
            delete(folder);
        }
    }

    private static VintageThings of(Stream<Quad> quads) {
        SortedMap<String, Set<String>> facts = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> begun = new HashMap<>();
        List<Quad> all = quads.toList();
        Set<String> identifiers = all.stream()
                .filter(quad -> quad.predicate().value().equals(IDENTIFIER))
                .map(quad -> quad.object().text())
                .collect(Collectors.toSet());
        String like = all.isEmpty() ? "" : group(all.get(0));
        all.forEach(quad -> {
            if (!group(quad).equals(like)) {
                return;
            }
            String thing = quad.subject().text().replaceFirst("#.*", "");
            boolean isItself = thing.equals(quad.subject().text());
            String property = quad.predicate().value();
            String value = quad.object().text();
            if (property.equals(IDENTIFIER)) {
                facts.computeIfAbsent(thing, t -> new TreeSet<>()).add(CODE + value.replaceFirst(".*#", ""));
            } else if (!identifiers.contains(quad.subject().text())
                    && !value.startsWith(thing)
                    && !quad.predicate().equals(Vocabulary.TYPE)) {
                facts.computeIfAbsent(thing, t -> new TreeSet<>()).add(localName(property) + SIGN + value);
            }
            if (isItself && NAMES.contains(property) && quad.object() instanceof Term.Literal) {
                names.putIfAbsent(thing, value);
            }
            if (isItself && property.equals(BEGUN) && value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                begun.putIfAbsent(thing, value);
            }
        });
        facts.keySet().retainAll(names.keySet());
        return new VintageThings(facts, names, begun);
    }

    /** {@return what the address of a statement's thing has before the key} */
    private static String group(Quad quad) {
        String thing = quad.subject().text().replaceFirst("#.*", "");
        return thing.substring(0, thing.lastIndexOf('/') + 1);
    }

    private static String localName(String property) {
        return property.replaceFirst(".*[/#]", "");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
