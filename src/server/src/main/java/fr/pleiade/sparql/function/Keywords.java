package fr.pleiade.sparql.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SPARQL 1.1's keywords for functions, by the names that XPath and SPARQL 1.2 give them in IRIs. */
final class Keywords {
    private static final Set<String> SAME = Set.of(
            "abs",
            "bnode",
            "concat",
            "contains",
            "datatype",
            "day",
            "floor",
            "hours",
            "iri",
            "isblank",
            "isiri",
            "isliteral",
            "isnumeric",
            "isuri",
            "lang",
            "langmatches",
            "lcase",
            "md5",
            "minutes",
            "month",
            "now",
            "rand",
            "regex",
            "replace",
            "round",
            "sameterm",
            "seconds",
            "sha1",
            "sha256",
            "sha384",
            "sha512",
            "str",
            "strafter",
            "strbefore",
            "strdt",
            "strends",
            "strlang",
            "strlen",
            "strstarts",
            "struuid",
            "substr",
            "timezone",
            "tz",
            "ucase",
            "uri",
            "uuid",
            "year",
            "ceil");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("matches", "REGEX"),
            Map.entry("encode-for-uri", "ENCODE_FOR_URI"),
            Map.entry("encode", "ENCODE_FOR_URI"),
            Map.entry("ceiling", "CEIL"),
            Map.entry("string-length", "STRLEN"),
            Map.entry("substring", "SUBSTR"),
            Map.entry("substring-before", "STRBEFORE"),
            Map.entry("substring-after", "STRAFTER"),
            Map.entry("starts-with", "STRSTARTS"),
            Map.entry("ends-with", "STRENDS"),
            Map.entry("lower-case", "LCASE"),
            Map.entry("upper-case", "UCASE"),
            Map.entry("strends", "STRENDS"));

    private Keywords() {}

    static Optional<String> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SAME.contains(lower)) {
            return Optional.of(lower.toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(OTHERS.get(lower));
    }
}
