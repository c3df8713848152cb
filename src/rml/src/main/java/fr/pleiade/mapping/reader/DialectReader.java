package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads how a source's file is written: its encoding, packing, nulls and CSVW dialect.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#dialect-descriptions">CSVW metadata, section 5.9</a>
 */
final class DialectReader {
    private static final List<String> PROPERTIES = List.of(
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

    private final MappingDocument document;

    DialectReader(MappingDocument document) {
        this.document = document;
    }

    Dialect read(Term source) {
        Dialect dialect = Dialect.RFC_4180;
        Optional<Term> separator = document.atMostOne(source, Rml.CSVW + "separator");
        if (separator.isPresent()) {
            dialect = dialect.withDelimiter(separator.get().text());
        }
        Optional<Term> description = document.atMostOne(source, Rml.CSVW + "dialect");
        if (description.isPresent()) {
            refuseUnknownProperties(description.get());
            dialect = characters(description.get(), dialect);
            dialect = rows(description.get(), dialect);
        }
        return dialect.withEncoding(encoding(source, description))
                .withCompression(compression(source))
                .withNulls(nulls(source));
    }

    /** {@return the packing and encoding of a target, if it declares any} */
    Optional<Dialect> packing(Term target) {
        boolean declared = !document.all(target, Rml.ENCODING).isEmpty()
                || !document.all(target, Rml.COMPRESSION).isEmpty();
        return declared
                ? Optional.of(Dialect.RFC_4180
                        .withEncoding(encoding(target, Optional.empty()))
                        .withCompression(compression(target)))
                : Optional.empty();
    }

    private void refuseUnknownProperties(Term description) {
        document.graph().about(description).stream()
                .map(quad -> quad.predicate().value())
                .filter(property -> property.startsWith(Rml.CSVW))
                .filter(property -> !PROPERTIES.contains(property.substring(Rml.CSVW.length())))
                .forEach(property -> document.errorAt(
                        description,
                        property,
                        "%s is not a property of a CSVW dialect%s",
                        document.shorten(property),
                        Spelling.closest(property.substring(Rml.CSVW.length()), PROPERTIES)
                                .map(known -> "; did you mean csvw:" + known + "?")
                                .orElse("")));
    }

    private Dialect characters(Term description, Dialect rfc) {
        Dialect dialect = rfc;
        Optional<String> delimiter = text(description, "delimiter").filter(d -> !d.isEmpty());
        if (delimiter.isPresent()) {
            dialect = dialect.withDelimiter(delimiter.get().equals("\\t") ? "\t" : delimiter.get());
        }
        char quote = text(description, "quoteChar")
                .map(q -> q.isEmpty() ? '\0' : q.charAt(0))
                .orElse('"');
        boolean doubled =
                text(description, "doubleQuote").map(Boolean::parseBoolean).orElse(true);
        return dialect.withQuote(quote, doubled ? quote : '\\');
    }

    private Dialect rows(Term description, Dialect unquoted) {
        Dialect dialect = unquoted.withCommentPrefix(
                        text(description, "commentPrefix").orElse(""))
                .withSkipRows(number(description, "skipRows"))
                .withSkipColumns(number(description, "skipColumns"))
                .withTrim(trim(description));
        boolean header = text(description, "header").map(Boolean::parseBoolean).orElse(true);
        boolean counted = text(description, "headerRowCount").isPresent();
        int headerRows = counted ? number(description, "headerRowCount") : 1;
        return dialect.withHeaderRowCount(header ? headerRows : 0);
    }

    private Dialect.Trim trim(Term description) {
        boolean initial =
                text(description, "skipInitialSpace").map(Boolean::parseBoolean).orElse(false);
        String trim = text(description, "trim").orElse(initial ? "start" : "false");
        return switch (trim) {
            case "true" -> Dialect.Trim.BOTH;
            case "start" -> Dialect.Trim.START;
            case "end" -> Dialect.Trim.END;
            case "false" -> Dialect.Trim.NONE;
            default -> {
                document.errorAt(
                        description, Rml.CSVW + "trim", "csvw:trim is '%s', expected true, false, start or end", trim);
                yield Dialect.Trim.NONE;
            }
        };
    }

    private int number(Term description, String property) {
        String number = text(description, property).orElse("0");
        if (number.matches("[0-9]{1,9}")) {
            return Integer.parseInt(number);
        }
        document.errorAt(
                description, Rml.CSVW + property, "csvw:%s is '%s', expected a number from 0", property, number);
        return 0;
    }

    private Optional<String> text(Term description, String property) {
        return document.atMostOne(description, Rml.CSVW + property).map(Term::text);
    }

    private String encoding(Term source, Optional<Term> description) {
        Optional<Term> declared = document.atMostOne(source, Rml.ENCODING)
                .or(() -> description.flatMap(d -> document.atMostOne(d, Rml.CSVW + "encoding")))
                .or(() -> document.atMostOne(source, Rml.CSVW + "encoding"));
        String name = declared.map(term -> localName(term.text())).orElse("UTF-8");
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            document.errorAt(
                    source,
                    Rml.ENCODING,
                    "the encoding %s is not known; try rml:UTF-8, rml:UTF-16 or \"windows-1252\"",
                    declared.map(document::describe).orElse(name));
            return "UTF-8";
        }
    }

    private Dialect.Compression compression(Term source) {
        String name = document.atMostOne(source, Rml.COMPRESSION)
                .map(term -> localName(term.text()))
                .orElse("none");
        return switch (name) {
            case "none" -> Dialect.Compression.NONE;
            case "gzip" -> Dialect.Compression.GZIP;
            case "zip" -> Dialect.Compression.ZIP;
            default -> {
                document.errorAt(
                        source,
                        Rml.COMPRESSION,
                        "the compression %s is not known; expected rml:none, rml:gzip or rml:zip",
                        name);
                yield Dialect.Compression.NONE;
            }
        };
    }

    private List<String> nulls(Term source) {
        List<String> nulls = new ArrayList<>();
        Stream.of(Rml.NULL, Rml.CSVW + "null")
                .forEach(property -> document.all(source, property).forEach(value -> nulls.add(value.text())));
        return nulls;
    }

    private static String localName(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
