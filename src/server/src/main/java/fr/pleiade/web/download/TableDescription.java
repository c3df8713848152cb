package fr.pleiade.web.download;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Table;
import fr.pleiade.site.Catalog;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Labels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes a dataset's table in the words of CSV on the Web: what it is called, who may use it how, which columns it has.
 *
 * <p>Every cell is text, for a code such as {@code 01} is one; an empty cell is no value.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class TableDescription {
    static final String MEDIA_TYPE = "application/csvm+json";

    private final Dataset dataset;
    private final Catalog catalog;
    private final String base;

    TableDescription(Dataset dataset, Catalog catalog, String base) {
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
        members.put("tableSchema", Map.of("columns", columns(table)));
        return members;
    }

    private static List<Map<String, Object>> columns(Table table) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String title : table.columns()) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", name(title));
            column.put("titles", title);
            column.put("datatype", "string");
            column.put("null", "");
            columns.add(column);
        }
        return columns;
    }

    /** {@return the title as a variable of a URI template may be called: other characters escaped, none of ours in front} */
    private static String name(String title) {
        StringBuilder name = new StringBuilder();
        for (byte b : title.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || (c == '_' && !name.isEmpty()));
            name.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return name.toString();
    }

    private static List<Map<String, String>> texts(Labels labels) {
        List<Map<String, String>> texts = new ArrayList<>();
        labels.byLanguage()
                .forEach((language, text) -> texts.add(
                        language.isEmpty()
                                ? Map.of("@value", text)
                                : new TreeMap<>(Map.of("@value", text, "@language", language))));
        return texts;
    }
}
