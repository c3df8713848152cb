package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.rdf.InitialContext;
import fr.pleiade.rdf.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * What names and texts of a metadata document mean.
 *
 * @param base what its relative addresses are resolved against
 * @param language the language of its texts, or {@code und}
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#top-level-properties">CSVW metadata, section 5.2</a>
 */
record Context(String base, String language) {
    /** Terms that stand for themselves as types. */
    private static final Set<String> TERMS = Set.of(
            "TableGroup",
            "Table",
            "Schema",
            "Column",
            "Dialect",
            "Template",
            "Datatype",
            "Row",
            "Cell",
            "ForeignKey",
            "JSON",
            "NumericFormat",
            "Direction",
            "TableReference",
            "Transformation",
            "EncodedTabularData",
            "csvEncodedTabularData");

    /** {@return an address in full} */
    String resolve(String address) {
        return resolve(base, address);
    }

    /** {@return an address in full, as RFC 3986 resolves it; put behind the base where it is none} */
    static String resolve(String base, String address) {
        if (IriSyntax.hasScheme(address)) {
            return address;
        }
        String withoutFragment = base.replaceFirst("#.*", "");
        if (address.isEmpty() || address.startsWith("#")) {
            return withoutFragment + address;
        }
        String legal = UriTemplate.legal(address);
        try {
            return new URI(base).resolve(new URI(legal)).toString();
        } catch (URISyntaxException e) {
            return withoutFragment.substring(0, withoutFragment.lastIndexOf('/') + 1) + legal;
        }
    }

    /** {@return whether a name is a common property's: an IRI, or one with a known prefix} */
    static boolean isCommon(String name) {
        return name.indexOf(':') > 0 && !expanded(name).equals(name) || name.contains("://");
    }

    /** {@return a name with its prefix replaced by the namespace; any other as it is} */
    static String expanded(String name) {
        int colon = name.indexOf(':');
        if (colon < 1 || name.startsWith("//", colon + 1)) {
            return name;
        }
        String namespace = InitialContext.PREFIXES.namespaces().getOrDefault(name.substring(0, colon), "");
        return namespace.isEmpty() ? name : namespace + name.substring(colon + 1);
    }

    /** {@return the IRI of a type: a term of CSVW, a prefixed name or an IRI; {@code ""} if it is none} */
    static String type(String name) {
        if (TERMS.contains(name)) {
            return Vocabulary.CSVW + name;
        }
        if (Builtin.named(name).isPresent()) {
            return Builtin.named(name).get().iri();
        }
        String expanded = expanded(name);
        return IriSyntax.isIri(expanded) && !name.startsWith("_:") ? expanded : "";
    }
}
