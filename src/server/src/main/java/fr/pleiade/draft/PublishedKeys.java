package fr.pleiade.draft;

import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The codes by which the things of the current release are known, with which a column's values are compared.
 *
 * <p>Memory: the codes, each once for every class that has it.
 */
public final class PublishedKeys {
    /** Nothing is published yet. */
    public static final PublishedKeys NONE = new PublishedKeys(List.of());

    private static final String IDENTIFIER = Vocabulary.ADMS + "Identifier";
    private static final String IN_SCHEME = Vocabulary.SKOS + "inScheme";
    static final String NOTATION = Vocabulary.SKOS + "notation";
    private static final int LONGEST = 40;

    private final List<Keys> keys;

    PublishedKeys(List<Keys> keys) {
        this.keys = keys;
    }

    /**
     * The keys of one kind of things.
     *
     * @param dataset the slug of the dataset that has them
     * @param property the property that says the key
     * @param of the IRI of the things' class, or of the identifier system that the codes are of
     * @param codes the keys
     */
    public record Keys(String dataset, String property, String of, Set<String> codes) {}

    /**
     * Reads the keys of a release.
     *
     * @param properties the properties that say keys, beside {@code skos:notation}
     */
    public static PublishedKeys of(Release release, Collection<String> properties) {
        Set<String> wanted = new HashSet<>(properties);
        wanted.add(NOTATION);
        Set<String> read = new HashSet<>();
        wanted.forEach(property -> read.add(new Term.Iri(property).toNTriples()));
        read.add(Vocabulary.TYPE.toNTriples());
        read.add(new Term.Iri(IN_SCHEME).toNTriples());
        List<Keys> all = new ArrayList<>();
        for (PublishedGraph graph : release.graphs()) {
            if (graph.slug().equals(PublishedGraph.VOCABULARY)) {
                continue;
            }
            Collecting collecting = new Collecting(graph.slug(), wanted);
            GraphLines.read(release.graphFile(graph.slug()), read, collecting::add);
            all.addAll(collecting.end());
        }
        return new PublishedKeys(withoutWider(all));
    }

    /** A class of several datasets that has all that a narrower one of the same dataset has, as a superclass does, says less of a code. */
    static List<Keys> withoutWider(List<Keys> all) {
        Map<String, Set<String>> datasets = new TreeMap<>();
        all.forEach(keys ->
                datasets.computeIfAbsent(keys.of(), of -> new TreeSet<>()).add(keys.dataset()));
        return all.stream()
                .filter(wide -> all.stream()
                        .noneMatch(narrow -> narrow.dataset().equals(wide.dataset())
                                && narrow.property().equals(wide.property())
                                && datasets.getOrDefault(wide.of(), Set.of()).size()
                                        > datasets.getOrDefault(narrow.of(), Set.of())
                                                .size()
                                && wide.codes().containsAll(narrow.codes())))
                .toList();
    }

    /** {@return the properties by which a file of declarations says that things bear codes: its {@code link:key}} */
    public static Set<String> properties(Path declarations, String base) {
        Set<String> properties = new TreeSet<>();
        if (Files.exists(declarations)) {
            RdfReader.read(declarations, base, quad -> {
                if (quad.predicate().value().equals(Vocabulary.LINK + "key")) {
                    properties.add(quad.object().text());
                }
            });
        }
        return properties;
    }

    List<Keys> all() {
        return keys;
    }

    /** @param system the identifier system that types a notation, or whatever datatype it has */
    private record Code(String property, String code, String system) {}

    /** One graph, a thing at a time: its lines are sorted, so that those of a thing stand together. */
    private static final class Collecting {
        private final String dataset;
        private final Set<String> wanted;
        private final Map<String, Keys> found = new TreeMap<>();
        private final List<Code> codes = new ArrayList<>();
        private final List<String> classes = new ArrayList<>();
        private final List<String> schemes = new ArrayList<>();
        private @Nullable Term subject;

        Collecting(String dataset, Set<String> wanted) {
            this.dataset = dataset;
            this.wanted = wanted;
        }

        void add(Quad quad) {
            if (!quad.subject().equals(subject)) {
                flush();
                subject = quad.subject();
            }
            if (quad.object() instanceof Term.Iri kind) {
                (quad.predicate().value().equals(IN_SCHEME) ? schemes : classes).add(kind.value());
            } else if (quad.object() instanceof Term.Literal code
                    && wanted.contains(quad.predicate().value())
                    && code.lexical().length() <= LONGEST) {
                codes.add(new Code(quad.predicate().value(), code.lexical(), code.datatype()));
            }
        }

        private void flush() {
            for (Code code : codes) {
                for (String kind : kinds(code)) {
                    found.computeIfAbsent(
                                    code.property() + " " + kind,
                                    name -> new Keys(dataset, code.property(), kind, new HashSet<>()))
                            .codes()
                            .add(code.code());
                }
            }
            codes.clear();
            classes.clear();
            schemes.clear();
        }

        /** {@return what a code is a key of: a scheme, the system that an identifier is of, or the classes of the thing} */
        private List<String> kinds(Code code) {
            if (!code.property().equals(NOTATION)) {
                return classes;
            }
            return !schemes.isEmpty() ? schemes : classes.contains(IDENTIFIER) ? List.of(code.system()) : classes;
        }

        Collection<Keys> end() {
            flush();
            return found.values();
        }
    }
}
