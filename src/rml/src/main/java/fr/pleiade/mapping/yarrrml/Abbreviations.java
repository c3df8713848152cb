package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.rdf.Prefixes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The prefixes of a document, and those that every document has: the ones of RDFa's initial context.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#prefixes-and-namespaces">YARRRML, prefixes and namespaces</a>
 * @see <a href="https://www.w3.org/2011/rdfa-context/rdfa-1.1">RDFa Core Initial Context</a>
 */
final class Abbreviations {
    /** {@code ex:…}, but neither {@code http://…} nor {@code note: text}; a colon that is not meant so has a backslash before it. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}._-]*|):(?!//|\\s)(.*)", Pattern.DOTALL);

    private static final Pattern HAS_AUTHORITY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    /** Schemes of IRIs without an authority that people write, so that they are not taken for a prefix nobody declared. */
    private static final Set<String> SCHEMES =
            Set.of("urn", "mailto", "tel", "tag", "info", "doi", "geo", "data", "did", "ark", "isbn", "arn", "file");

    private static final String INITIAL_CONTEXT = """
            as https://www.w3.org/ns/activitystreams#
            cc http://creativecommons.org/ns#
            csvw http://www.w3.org/ns/csvw#
            ctag http://commontag.org/ns#
            dc http://purl.org/dc/terms/
            dc11 http://purl.org/dc/elements/1.1/
            dcat http://www.w3.org/ns/dcat#
            dcterms http://purl.org/dc/terms/
            dqv http://www.w3.org/ns/dqv#
            duv https://www.w3.org/ns/duv#
            earl http://www.w3.org/ns/earl#
            foaf http://xmlns.com/foaf/0.1/
            gr http://purl.org/goodrelations/v1#
            grddl http://www.w3.org/2003/g/data-view#
            ical http://www.w3.org/2002/12/cal/icaltzd#
            jsonld http://www.w3.org/ns/json-ld#
            ldp http://www.w3.org/ns/ldp#
            ma http://www.w3.org/ns/ma-ont#
            oa http://www.w3.org/ns/oa#
            odrl http://www.w3.org/ns/odrl/2/
            og http://ogp.me/ns#
            org http://www.w3.org/ns/org#
            owl http://www.w3.org/2002/07/owl#
            prov http://www.w3.org/ns/prov#
            qb http://purl.org/linked-data/cube#
            rdf http://www.w3.org/1999/02/22-rdf-syntax-ns#
            rdfa http://www.w3.org/ns/rdfa#
            rdfs http://www.w3.org/2000/01/rdf-schema#
            rev http://purl.org/stuff/rev#
            rif http://www.w3.org/2007/rif#
            rr http://www.w3.org/ns/r2rml#
            schema http://schema.org/
            sd http://www.w3.org/ns/sparql-service-description#
            sioc http://rdfs.org/sioc/ns#
            skos http://www.w3.org/2004/02/skos/core#
            skosxl http://www.w3.org/2008/05/skos-xl#
            sosa http://www.w3.org/ns/sosa/
            ssn http://www.w3.org/ns/ssn/
            time http://www.w3.org/2006/time#
            v http://rdf.data-vocabulary.org/#
            vcard http://www.w3.org/2006/vcard/ns#
            void http://rdfs.org/ns/void#
            wdr http://www.w3.org/2007/05/powder#
            wdrs http://www.w3.org/2007/05/powder-s#
            xhv http://www.w3.org/1999/xhtml/vocab#
            xml http://www.w3.org/XML/1998/namespace
            xsd http://www.w3.org/2001/XMLSchema#
            """;

    private static final Map<String, String> INITIAL = initial();

    private final Map<String, String> declared = new TreeMap<>();

    /** {@return whether the prefix can be declared: it is not yet, or means the same} */
    boolean declare(String prefix, String namespace) {
        String before = declared.putIfAbsent(prefix, namespace);
        return before == null || before.equals(namespace);
    }

    /** {@return those that the document declares} */
    Prefixes declared() {
        return Prefixes.of(declared);
    }

    /**
     * {@return an IRI, or the beginning of one, with its prefix replaced by the namespace}
     *
     * @throws IllegalArgumentException if nobody declares the prefix
     */
    String expandIri(String text) {
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
    String expandText(String text) {
        return startsDeclared(text) ? expandIri(text) : text;
    }

    /** {@return whether a text begins with a prefix that the document itself declares} */
    boolean startsDeclared(String text) {
        Matcher written = ABBREVIATED.matcher(text);
        return written.matches() && declared.containsKey(written.group(1));
    }

    private static Map<String, String> initial() {
        return INITIAL_CONTEXT
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }
}
