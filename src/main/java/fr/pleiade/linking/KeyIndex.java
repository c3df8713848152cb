package fr.pleiade.linking;

import fr.pleiade.syntax.NQuads;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.syntax.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The things of a reference graph by their key.
 *
 * <p>Memory: the keys and the IRIs of the target's things, about 300 bytes each; the graph itself is streamed.
 */
final class KeyIndex {
    private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private final Map<String, List<String>> thingsByKey = new HashMap<>();

    /** Reads the index of one target from its graph, in any RDF syntax. */
    static KeyIndex read(Path file, LinkTarget target) {
        Map<String, List<String>> keys = new HashMap<>();
        Set<String> members = new HashSet<>();
        Consumer<Quad> collector = quad -> {
            String predicate = quad.predicate().value();
            if (predicate.equals(target.key()) && quad.subject() instanceof Term.Iri thing) {
                keys.computeIfAbsent(thing.value(), t -> new ArrayList<>(1))
                        .add(quad.object().text());
            } else if (predicate.equals(RDF_TYPE)
                    && target.classes().contains(quad.object().text())) {
                members.add(quad.subject().text());
            }
        };
        if (Syntax.ofFile(file).filter(Syntax.N_QUADS::equals).isPresent()
                && !file.toString().endsWith(".gz")) {
            readLines(file, Set.of("<" + target.key() + ">", "<" + RDF_TYPE + ">"), collector);
        } else {
            RdfReader.read(file, "urn:x-base:", collector);
        }
        KeyIndex index = new KeyIndex();
        keys.forEach((thing, values) -> {
            if (members.contains(thing)) {
                values.forEach(key -> index.add(key, thing));
            }
        });
        return index;
    }

    /** Parses only the lines with one of the predicates, which are a small part of a graph. */
    static void readLines(Path nquads, Set<String> predicates, Consumer<Quad> quads) {
        try (BufferedReader reader = Files.newBufferedReader(nquads)) {
            for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
                if (predicates.contains(predicate(line.get()))) {
                    quads.accept(NQuads.parse(line.get()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(nquads + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> next(BufferedReader reader) throws IOException {
        return Optional.ofNullable(reader.readLine());
    }

    private static String predicate(String line) {
        int start = line.indexOf(' ') + 1;
        int end = line.indexOf(' ', start);
        return end < 0 ? "" : line.substring(start, end);
    }

    private void add(String key, String thing) {
        List<String> things = thingsByKey.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!things.contains(thing)) {
            things.add(thing);
        }
    }

    /** {@return the IRIs of the things with the key, none twice} */
    List<String> things(String key) {
        return thingsByKey.getOrDefault(key, List.of());
    }
}
