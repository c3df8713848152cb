package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.json.Member;
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
        return dialect.withMembers(members(source))
                .withEncoding(encoding(source, description))
                .withCompression(compression(source))
                .withNulls(nulls(source));
    }

    private List<Member> members(Term source) {
        Optional<Term> declared = document.atMostOne(source, Rml.MEMBERS);
        try {
            return declared.map(term -> Member.all(term.text())).orElse(List.of());
        } catch (IllegalArgumentException e) {
            document.errorAt(source, Rml.MEMBERS, "%s", String.valueOf(e.getMessage()));
            return List.of();
        }
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
        String quote = text(description, "quoteChar").orElse("\"");
        if (quote.length() > 1) {
            document.errorAt(
                    description, Rml.CSVW + "quoteChar", "csvw:quoteChar is '%s', expected one character", quote);
        }
        char mark = quote.isEmpty() ? '\0' : quote.charAt(0);
        return dialect.withQuote(mark, flag(description, "doubleQuote", true) ? mark : '\\');
    }

    private Dialect rows(Term description, Dialect unquoted) {
        Dialect dialect = unquoted.withCommentPrefix(
                        text(description, "commentPrefix").orElse(""))
                .withSkipRows(number(description, "skipRows"))
                .withSkipColumns(number(description, "skipColumns"))
                .withTrim(trim(description));
        if (!flag(description, "skipBlankRows", dialect.skipBlankRows())) {
            dialect = dialect.withBlankRowsKept();
        }
        refuseOtherLineTerminators(description);
        boolean header = flag(description, "header", true);
        boolean counted = text(description, "headerRowCount").isPresent();
        int headerRows = counted ? number(description, "headerRowCount") : 1;
        return dialect.withHeaderRowCount(header ? headerRows : 0);
    }

    private Dialect.Trim trim(Term description) {
        boolean initial = flag(description, "skipInitialSpace", false);
        String trim = text(description, "trim").orElse(initial ? "start" : "false");
        return switch (trim) {
            case "true", "1" -> Dialect.Trim.BOTH;
            case "start" -> Dialect.Trim.START;
            case "end" -> Dialect.Trim.END;
            case "false", "0" -> Dialect.Trim.NONE;
            default -> {
                document.errorAt(
                        description, Rml.CSVW + "trim", "csvw:trim is '%s', expected true, false, start or end", trim);
                yield Dialect.Trim.NONE;
            }
        };
    }

    /** {@return a boolean in any of the lexical forms that XML Schema gives it} */
    private boolean flag(Term description, String property, boolean byDefault) {
        String value = text(description, property).orElse(String.valueOf(byDefault));
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                document.errorAt(
                        description, Rml.CSVW + property, "csvw:%s is '%s', expected true or false", property, value);
                yield byDefault;
            }
        };
    }

    private void refuseOtherLineTerminators(Term description) {
        String property = Rml.CSVW + "lineTerminators";
        document.all(description, property).stream()
                .flatMap(value -> document.items(value).stream())
                .filter(value -> !Dialect.LINE_TERMINATORS.contains(
                        value.text().replace("\\r", "\r").replace("\\n", "\n")))
                .forEach(value -> document.errorAt(
                        description,
                        property,
                        "csvw:lineTerminators %s are not read; lines end with CRLF, LF or CR, in any mixture",
                        document.describe(value)));
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
            case "targz" -> Dialect.Compression.TAR_GZ;
            case "tarxz" -> Dialect.Compression.TAR_XZ;
            default -> {
                document.errorAt(
                        source,
                        Rml.COMPRESSION,
                        "the compression %s is not known; expected rml:none, rml:gzip, rml:zip, rml:targz or rml:tarxz",
                        name);
                yield Dialect.Compression.NONE;
            }
        };
    }

    private List<String> nulls(Term source) {
        List<String> nulls = new ArrayList<>();
        if (!document.all(source, Rml.MEMBERS).isEmpty()) {
            nulls.add(""); // what a record does not have is no value, as for RML's JSON
        }
        Stream.of(Rml.NULL, Rml.CSVW + "null")
                .forEach(property -> document.all(source, property).forEach(value -> nulls.add(value.text())));
        return nulls;
    }

    private static String localName(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
