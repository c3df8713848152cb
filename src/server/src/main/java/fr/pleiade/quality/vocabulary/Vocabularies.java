package fr.pleiade.quality.vocabulary;

import fr.pleiade.mapping.bytes.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The terms of vocabularies, by their namespaces: the shared ones that are bundled as names, and those that a site defines.
 *
 * <p>Immutable and thread-safe.
 */
public final class Vocabularies {
    private static final String TERMS = "terms.txt";

    private final Map<String, Set<String>> namesByNamespace;

    private Vocabularies(Map<String, Set<String>> namesByNamespace) {
        this.namesByNamespace = namesByNamespace;
    }

    /** {@return the shared vocabularies: SKOS, Dublin Core, ORG, schema.org…} */
    public static Vocabularies shared() {
        Map<String, Set<String>> names = new TreeMap<>();
        try (InputStream stream = Objects.requireNonNull(Vocabularies.class.getResourceAsStream(TERMS), TERMS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Set<String> current = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = Arrays.asList(line.strip().split(" "));
                if (line.startsWith(" ")) {
                    current.addAll(words);
                } else if (!line.startsWith("#")) {
                    Set<String> terms = new HashSet<>();
                    words.subList(1, words.size()).forEach(namespace -> names.put(namespace, terms));
                    current = terms;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TERMS, e);
        }
        return new Vocabularies(names);
    }

    /** {@return these vocabularies, and terms that are defined elsewhere, given as IRIs} */
    public Vocabularies with(Collection<String> terms) {
        Map<String, Set<String>> names = new TreeMap<>();
        namesByNamespace.forEach((namespace, known) -> names.put(namespace, new HashSet<>(known)));
        for (String term : terms) {
            names.computeIfAbsent(namespace(term), namespace -> new HashSet<>())
                    .add(term.substring(namespace(term).length()));
        }
        return new Vocabularies(names);
    }

    /** {@return the IRI up to its last {@code #} or {@code /}, as namespaces end} */
    static String namespace(String term) {
        return term.substring(0, Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1);
    }

    boolean has(String term) {
        return namesByNamespace
                .getOrDefault(namespace(term), Set.of())
                .contains(term.substring(namespace(term).length()));
    }

    boolean knowsNamespaceOf(String term) {
        return namesByNamespace.containsKey(namespace(term));
    }

    /** {@return the term of the same namespace that may have been meant} */
    Optional<String> likeTerm(String term) {
        String namespace = namespace(term);
        return Spelling.slip(
                        term.substring(namespace.length()),
                        namesByNamespace.getOrDefault(namespace, Set.of()).stream()
                                .sorted()
                                .toList())
                .map(name -> namespace + name);
    }

    /** {@return the namespace that may have been meant by one that is not known: it is spelt nearly so, or has the same name} */
    Optional<String> likeNamespace(String namespace) {
        Map<String, String> bySkeleton = new HashMap<>();
        namesByNamespace.keySet().forEach(known -> bySkeleton.putIfAbsent(skeleton(known), known));
        return Optional.ofNullable(bySkeleton.get(skeleton(namespace)))
                .or(() -> bySkeleton.keySet().stream()
                        .filter(known -> isSlip(skeleton(namespace), known))
                        .sorted()
                        .findFirst()
                        .map(bySkeleton::get));
    }

    /** Part by part of the path, one of which is misspelt: two short names on one host are two vocabularies. */
    private static boolean isSlip(String namespace, String known) {
        String[] parts = namespace.split("/");
        String[] others = known.split("/");
        int misspelt = 0;
        for (int i = 0; i < parts.length && parts.length == others.length; i++) {
            if (!parts[i].equals(others[i])) {
                misspelt += Spelling.isSlip(parts[i], others[i]) ? 1 : 2;
            }
        }
        return misspelt == 1;
    }

    /** Without what people get wrong: the scheme, {@code www.}, the last sign, capitals. */
    private static String skeleton(String namespace) {
        return namespace
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[#/]+$", "");
    }
}
