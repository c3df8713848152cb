package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.sources.Dialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a file is written.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#dialect-descriptions">CSVW metadata, section 5.9</a>
 */
final class DialectReader {
    private static final Set<String> KEYS = Set.of(
            "commentPrefix",
            "delimiter",
            "doubleQuote",
            "encoding",
            "header",
            "headerRowCount",
            "lineTerminators",
            "quoteChar",
            "skipBlankRows",
            "skipColumns",
            "skipInitialSpace",
            "skipRows",
            "trim");

    private final Remarks remarks;

    DialectReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** {@return the dialect of a description, without comments unless it names what begins them, as the W3C's suite has it; what is not of its kind is passed over} */
    Dialect read(JsonTree description) {
        if (!description.isObject()) {
            remarks.warn(description, "dialect is %s, expected a description: passed over", description.describe());
            return Dialect.RFC_4180;
        }
        Properties properties = new Properties(description, "Dialect", KEYS, false, remarks);
        Dialect dialect = Dialect.RFC_4180
                .withDelimiter(
                        properties.text("delimiter").filter(d -> !d.isEmpty()).orElse(","))
                .withEncoding(encoding(properties))
                .withCommentPrefix(properties.text("commentPrefix").orElse(""))
                .withSkipRows(properties.count("skipRows").orElse(0))
                .withSkipColumns(properties.count("skipColumns").orElse(0))
                .withTrim(trim(properties));
        char quote = quote(properties);
        dialect = dialect.withQuote(quote, properties.flag("doubleQuote").orElse(true) ? quote : '\\');
        int rows = properties.count("headerRowCount").orElse(1);
        return dialect.withHeaderRowCount(properties.flag("header").orElse(true) ? rows : 0);
    }

    private char quote(Properties properties) {
        Optional<JsonTree> value = properties.find("quoteChar");
        if (value.isPresent() && value.get().kind() == JsonTree.Kind.NULL) {
            return '\0';
        }
        return properties
                .text("quoteChar")
                .filter(q -> q.length() == 1)
                .orElse("\"")
                .charAt(0);
    }

    private String encoding(Properties properties) {
        Optional<String> name = properties.text("encoding");
        if (name.isPresent() && !isKnown(name.get())) {
            properties
                    .find("encoding")
                    .ifPresent(value ->
                            remarks.warn(value, "encoding is %s, which is not known: UTF-8", value.describe()));
            return "UTF-8";
        }
        return name.orElse("UTF-8");
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private Dialect.Trim trim(Properties properties) {
        Optional<JsonTree> value = properties.find("trim");
        boolean initial = properties.flag("skipInitialSpace").orElse(false);
        String word = value.map(JsonTree::text).orElse(initial ? "start" : "false");
        return switch (word) {
            case "true" -> Dialect.Trim.BOTH;
            case "start" -> Dialect.Trim.START;
            case "end" -> Dialect.Trim.END;
            case "false" -> Dialect.Trim.NONE;
            default -> {
                value.ifPresent(v -> remarks.warn(v, "trim is %s, expected true, false, start or end", v.describe()));
                yield Dialect.Trim.NONE;
            }
        };
    }
}
