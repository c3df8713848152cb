package fr.pleiade.rdf;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Namespace prefixes, in alphabetical order: {@code skos} → {@code http://www.w3.org/2004/02/skos/core#}.
 *
 * @param namespaces namespace IRIs by their prefix without its colon
 */
public record Prefixes(SortedMap<String, String> namespaces) {
    public Prefixes {
        namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
    }

    /** {@return the prefixes of a map} */
    public static Prefixes of(Map<String, String> namespaces) {
        return new Prefixes(new TreeMap<>(namespaces));
    }

    /** {@return these prefixes and the other ones; where both have a prefix, these win} */
    public Prefixes and(Prefixes other) {
        TreeMap<String, String> both = new TreeMap<>(other.namespaces);
        both.putAll(namespaces);
        return new Prefixes(both);
    }

    /** {@return the IRI as {@code prefix:local} where a namespace fits and the local part is a plain name, else as it is} */
    public String shorten(String iri) {
        String best = iri;
        int length = 0;
        for (Map.Entry<String, String> entry : namespaces.entrySet()) {
            String namespace = entry.getValue();
            if (namespace.length() > length
                    && iri.startsWith(namespace)
                    && iri.substring(namespace.length()).matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
                best = entry.getKey() + ":" + iri.substring(namespace.length());
                length = namespace.length();
            }
        }
        return best;
    }
}
