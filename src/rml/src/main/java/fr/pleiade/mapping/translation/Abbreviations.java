package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.rdf.InitialContext;
import fr.pleiade.rdf.Prefixes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prefixes of a document, and those that every document has: the ones of RDFa's initial context.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#prefixes-and-namespaces">YARRRML, prefixes and namespaces</a>
 */
public final class Abbreviations {
    /** {@code ex:…}, but neither {@code http://…} nor {@code note: text}; a colon that is not meant so has a backslash before it. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}._-]*|):(?!//|\\s)(.*)", Pattern.DOTALL);

    private static final Pattern HAS_AUTHORITY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    /** Schemes of IRIs without an authority that people write, so that they are not taken for a prefix nobody declared. */
    private static final Set<String> SCHEMES =
            Set.of("urn", "mailto", "tel", "tag", "info", "doi", "geo", "data", "did", "ark", "isbn", "arn", "file");

    private static final Map<String, String> INITIAL = InitialContext.PREFIXES.namespaces();

    private final Map<String, String> declared = new TreeMap<>();

    /** {@return whether the prefix can be declared: it is not yet, or means the same} */
    public boolean declare(String prefix, String namespace) {
        String before = declared.putIfAbsent(prefix, namespace);
        return before == null || before.equals(namespace);
    }

    /** {@return those that the document declares} */
    public Prefixes declared() {
        return Prefixes.of(declared);
    }

    /**
     * {@return an IRI, or the beginning of one, with its prefix replaced by the namespace}
     *
     * @throws IllegalArgumentException if nobody declares the prefix
     */
    public String expandIri(String text) {
        Matcher written = ABBREVIATED.matcher(text);
        if (!written.matches() || HAS_AUTHORITY.matcher(text).matches()) {
            return text;
        }
        String prefix = written.group(1);
        String namespace = declared.getOrDefault(prefix, INITIAL.getOrDefault(prefix, ""));
        if (!namespace.isEmpty()) {
            return namespace + written.group(2);
        }
        if (SCHEMES.contains(prefix)) {
            return text;
        }
        Set<String> known = new TreeSet<>(INITIAL.keySet());
        known.addAll(declared.keySet());
        throw new IllegalArgumentException("the prefix '%s' of '%s' is not declared%s"
                .formatted(
                        prefix,
                        text,
                        Spelling.closest(prefix, declared.keySet())
                                .or(() -> Spelling.closest(prefix, known))
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("; add it to prefixes")));
    }

    /** {@return a text, with its prefix replaced only where the document itself declares it} */
    public String expandText(String text) {
        return startsDeclared(text) ? expandIri(text) : text;
    }

    /** {@return whether a text begins with a prefix that the document itself declares} */
    public boolean startsDeclared(String text) {
        Matcher written = ABBREVIATED.matcher(text);
        return written.matches() && declared.containsKey(written.group(1));
    }
}
