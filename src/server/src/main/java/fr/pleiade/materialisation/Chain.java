package fr.pleiade.materialisation;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The properties that lead on from what another property leads to.
 *
 * @param properties their IRIs
 * @param classes the classes of the things that are looked for; of all, if there is none
 */
record Chain(Set<String> properties, Set<String> classes) {
    /** The chain of what leads nowhere. */
    static final Chain NONE = new Chain(Set.of(), Set.of());

    Chain {
        properties = Set.copyOf(properties);
        classes = Set.copyOf(classes);
    }

    boolean isNone() {
        return properties.isEmpty();
    }

    /**
     * Where chains lead to from the things that a graph points to: looked up in sorted files, each thing once. Not thread-safe. Memory:
     * of the things that were looked up last, {@value #MOST}.
     */
    static final class Walk {
        private static final int MOST = 1 << 16;

        private final List<GraphFile> graphs;
        private final Map<Chain, Map<String, List<byte[]>>> known = new LinkedHashMap<>();
        private final Map<String, Boolean> described = new LastLooked<>();

        Walk(Path graph, List<Path> others) {
            graphs = Stream.concat(Stream.of(graph), others.stream())
                    .map(GraphFile::of)
                    .toList();
        }

        /** {@return what the chain leads to from the line's object, over one step or more, but for the line's subject; as in N-Quads} */
        List<byte[]> from(Chain chain, QuadLine line) {
            if (chain.isNone() || !line.isIri(QuadLine.OBJECT)) {
                return List.of();
            }
            List<byte[]> all = known.computeIfAbsent(chain, c -> new LastLooked<>())
                    .computeIfAbsent(line.term(QuadLine.OBJECT).text(), thing -> beyond(chain, thing));
            return all.stream().anyMatch(thing -> line.is(QuadLine.SUBJECT, thing))
                    ? all.stream()
                            .filter(thing -> !line.is(QuadLine.SUBJECT, thing))
                            .toList()
                    : all;
        }

        /** {@return whether one of the graphs says something of the term as it is written in N-Quads} */
        boolean isDescribed(String written) {
            return described.computeIfAbsent(
                    written,
                    term -> term.startsWith("<")
                            && graphs.stream()
                                    .anyMatch(graph -> graph.hasSubject(term.substring(1, term.length() - 1))));
        }

        private List<byte[]> beyond(Chain chain, String thing) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(thing));
            while (!open.isEmpty()) {
                for (String next : next(chain, open.remove())) {
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
            seen.remove(thing);
            return seen.stream()
                    .filter(found -> isWanted(chain, found))
                    .map(found -> new Term.Iri(found).toNTriples().getBytes(StandardCharsets.UTF_8))
                    .toList();
        }

        private boolean isWanted(Chain chain, String thing) {
            boolean[] isWanted = {chain.classes().isEmpty()};
            for (GraphFile graph : graphs) {
                graph.about(
                        new Term.Iri(thing),
                        quad -> isWanted[0] |= quad.predicate().equals(Vocabulary.TYPE)
                                && chain.classes().contains(quad.object().text()));
            }
            return isWanted[0];
        }

        private List<String> next(Chain chain, String thing) {
            List<String> next = new ArrayList<>();
            for (GraphFile graph : graphs) {
                graph.about(new Term.Iri(thing), quad -> {
                    if (quad.object() instanceof Term.Iri wider
                            && chain.properties().contains(quad.predicate().text())) {
                        next.add(wider.value());
                    }
                });
            }
            return next;
        }
    }

    /** Forgets what was put in first. */
    private static final class LastLooked<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > Walk.MOST;
        }
    }
}
