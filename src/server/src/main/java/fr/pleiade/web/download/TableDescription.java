package fr.pleiade.web.download;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.SiteDescription.Described;
import fr.pleiade.release.Table;
import fr.pleiade.release.table.LeftOut;
import fr.pleiade.release.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Describes a dataset's table in the words of CSV on the Web: what it is called, who may use it how, which columns it has, and which of the
 * published triples they give; those that they do not give are in its notes, each kind with the reason.
 *
 * <p>A code such as {@code 01} is a text; an empty cell is no value.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class TableDescription {
    static final String MEDIA_TYPE = "application/csvm+json";

    /** Those of XML Schema that CSVW has a name for, the same as there. */
    private static final Set<String> BUILT_IN = Set.of(
            ("string normalizedString token language Name NMTOKEN anyURI decimal integer long int short byte nonNegativeInteger"
                            + " positiveInteger unsignedLong unsignedInt unsignedShort unsignedByte nonPositiveInteger"
                            + " negativeInteger double float boolean date dateTime dateTimeStamp time gDay gMonth gMonthDay gYear"
                            + " gYearMonth duration dayTimeDuration yearMonthDuration base64Binary hexBinary")
                    .split(" "));

    private final Described dataset;
    private final Described catalog;
    private final String base;

    TableDescription(Described dataset, Described catalog, String base) {
        this.dataset = dataset;
        this.catalog = catalog;
        this.base = base;
    }

    /** {@return the members of the JSON object} */
    Map<String, Object> of(Table table) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", "http://www.w3.org/ns/csvw");
        members.put("url", base + "dump/" + dataset.slug() + ".csv");
        members.put("dc:title", texts(dataset.title()));
        members.put(
                "dc:description", texts(Labels.of(dataset.description().objects(dataset.iri(), DCT + "description"))));
        dataset.description()
                .object(dataset.iri(), DCT + "license")
                .or(catalog::license)
                .map(Term::text)
                .ifPresent(licence -> members.put("dc:license", Map.of("@id", licence)));
        members.put("dc:isPartOf", Map.of("@id", dataset.iri().value()));
        members.put(
                "dialect",
                new TreeMap<>(Map.of("encoding", "utf-8", "delimiter", ",", "header", true, "headerRowCount", 1)));
        members.put("tableSchema", schema(table.schema()));
        if (!table.schema().leftOut().isEmpty()) {
            members.put("notes", notes(table.schema().leftOut()));
        }
        return members;
    }

    private static Map<String, Object> schema(TableSchema schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "columns",
                schema.columns().stream().map(TableDescription::column).toList());
        if (!schema.key().isEmpty()) {
            members.put("primaryKey", schema.key());
        }
        return members;
    }

    private static Map<String, Object> column(TableSchema.Column column) {
        Map<String, Object> members = new LinkedHashMap<>();
        putUnlessEmpty(members, "name", column.name());
        putUnlessEmpty(members, "titles", column.title());
        members.put("datatype", datatype(column.datatype()));
        putUnlessEmpty(members, "separator", column.separator());
        putUnlessEmpty(members, "lang", column.language());
        putUnlessEmpty(members, "default", column.byDefault());
        members.put("null", "");
        if (column.isVirtual()) {
            members.put("virtual", true);
        }
        if (column.about().isEmpty()) {
            members.put("suppressOutput", true);
        }
        putUnlessEmpty(members, "aboutUrl", column.about());
        putUnlessEmpty(members, "propertyUrl", column.property());
        putUnlessEmpty(members, "valueUrl", column.value());
        return members;
    }

    private static void putUnlessEmpty(Map<String, Object> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, text);
        }
    }

    /** {@return the datatype as CSVW writes it: its own name, or what it does not know as a text that is called so} */
    private static Object datatype(String iri) {
        String name = iri.startsWith(XSD) ? iri.substring(XSD.length()) : "";
        return BUILT_IN.contains(name) ? name : new TreeMap<>(Map.of("@id", iri, "base", "string"));
    }

    private static List<Map<String, Object>> notes(List<LeftOut> leftOut) {
        List<Map<String, Object>> notes = new ArrayList<>();
        for (LeftOut left : leftOut) {
            Map<String, Object> note = new LinkedHashMap<>();
            putUnlessEmpty(note, "dc:subject", left.about());
            putUnlessEmpty(note, "dc:type", left.property());
            Text reason = left.reason().text();
            note.put("dc:description", List.of(text(reason.fr(), "fr"), text(reason.en(), "en")));
            notes.add(note);
        }
        return notes;
    }

    private static List<Map<String, String>> texts(Labels labels) {
        List<Map<String, String>> texts = new ArrayList<>();
        labels.byLanguage()
                .forEach((language, text) ->
                        texts.add(language.isEmpty() ? Map.of("@value", text) : text(text, language)));
        return texts;
    }

    private static Map<String, String> text(String text, String language) {
        return new TreeMap<>(Map.of("@value", text, "@language", language));
    }
}
