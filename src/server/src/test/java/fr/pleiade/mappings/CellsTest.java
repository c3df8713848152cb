package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every cell of the bundled institutions compared with the graph, both ways: what a cell says is said of its row, and what is said of a row
 * stands in a cell. {@code cells.txt} has for each of the 120 columns the property and how the cell is written in the graph, or why it is
 * left out; it was written from the columns' meaning, and knows nothing of the sheet.
 */
class CellsTest {
    private static final Path SOURCE =
            Path.of("data/etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv");
    private static final Path MAPPING = Path.of("mappings/etablissements");
    private static final String THING = MappedSample.BASE + "id/etablissement/";
    private static final Map<String, String> PREFIXES = Map.of(
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "geo", "http://www.opengis.net/ont/geosparql#",
            "locn", "http://www.w3.org/ns/locn#",
            "org", "http://www.w3.org/ns/org#",
            "p", MappedSample.BASE + "vocab/pleiade#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "schema", "http://schema.org/",
            "sioc", "http://rdfs.org/sioc/ns#",
            "skos", "http://www.w3.org/2004/02/skos/core#");

    private static final String HIDDEN = PREFIXES.get("skos") + "hiddenLabel";
    private static final List<String> NAMES = List.of("uo_lib", "uo_lib_en", "nom_court", "sigle", "uo_lib_officiel");

    /** How cells are written: what the graph has of one; nothing where it means no value. */
    private static final Map<String, Function<String, List<String>>> FORMS = new HashMap<>();

    static {
        FORMS.put("text", cell -> List.of(cell.strip().replaceAll(" {2,}", " ")));
        FORMS.put("code", cell -> List.of(cell.replaceAll("[ .-]", "").replaceFirst(".*[/:]", "")));
        FORMS.put("dotted", cell -> List.of(cell.strip().toLowerCase(Locale.ROOT)));
        FORMS.put("codes", cell -> Stream.of(cell.split(";")).map(String::strip).toList());
        FORMS.put(
                "group",
                cell -> Stream.of(cell.split(";"))
                        .map(code -> MappedSample.BASE + "id/regroupement/" + code.replaceFirst(".*:", ""))
                        .toList());
        FORMS.put("unit", cell -> List.of(MappedSample.BASE + "id/unite-legale/" + cell.strip()));
        FORMS.put(
                "letters", cell -> cell.matches(".0?(00|99)|D999|TOM.*|CR.*") ? List.of() : List.of(cell.substring(1)));
        FORMS.put(
                "departement",
                cell -> cell.matches("D999|D98.|D97[578]") ? List.of() : List.of(cell.replaceFirst("D0?", "")));
        FORMS.put("collectivite", cell -> cell.matches("D98.|D97[578]") ? List.of(cell.substring(1)) : List.of());
        FORMS.put("yes", cell -> cell.equals("Oui") ? List.of("true") : List.of());
        FORMS.put("number", cell -> cell.equals("nd") ? List.of() : List.of(cell.replaceAll("[^0-9]", "")));
        FORMS.put(
                "point",
                cell -> List.of("POINT(%s %s)".formatted((Object[])
                        List.of(cell.split(", *")[1], cell.split(", *")[0]).toArray())));
        FORMS.put("phone", cell -> List.of((cell.startsWith("0590") ? "+590" : "+33") + cell.substring(1)));
        FORMS.put("house", cell -> cell.matches("[0-9].*") ? List.of(cell.replaceFirst(",? .*", "")) : List.of());
        FORMS.put(
                "street",
                cell -> List.of(cell.replaceFirst("^[0-9]+[^ ]* +", "").replaceAll(" {2,}", " ")));
        FORMS.put(
                "academie",
                cell -> cell.equals("A00") ? List.of() : List.of(MappedSample.BASE + "id/academie/" + cell));
        FORMS.put(
                "words",
                cell -> Stream.of(cell.split("[|;]"))
                        .map(word -> word.replaceFirst("^(NomLong|NomCourt|Synonymes):", "")
                                .strip())
                        .filter(word -> !word.isEmpty())
                        .toList());
        for (String table :
                List.of("types", "typologies", "secteurs", "vagues", "statuts", "qualifications", "codes-pays")) {
            FORMS.put(table, cell -> {
                String value = table(table).get(cell);
                return List.of(value.startsWith("id/") ? MappedSample.BASE + value : value);
            });
        }
    }

    /** What becomes of a column. */
    private record Use(String property, String form) {}

    @Test
    void everyCellIsInTheGraphAndEveryStatementInACell() throws IOException {
        MappedSample mapped = MappedSample.ofSources(MAPPING, Path.of("data"));
        Map<String, List<Use>> uses = uses();
        Set<String> refused = mapped.findings().stream()
                .map(finding -> (Place.InCell) finding.place())
                .map(cell -> cell.line() + " " + cell.column())
                .collect(Collectors.toSet());
        Map<String, Map<String, Set<String>>> said = said(mapped);
        List<String> wrong = new ArrayList<>();
        int[] cells = new int[2];
        rows((line, row) -> {
            Map<String, Set<String>> here = said.getOrDefault(row.get("etablissement_id_paysage"), new TreeMap<>());
            Map<String, Set<String>> expected = new TreeMap<>();
            row.forEach((column, cell) -> {
                List<Use> ofColumn = uses.get(column);
                if (ofColumn == null) {
                    wrong.add("no word is said of the column " + column);
                } else if (!cell.isEmpty() && !refused.contains(line + " " + column)) {
                    cells[ofColumn.isEmpty() ? 1 : 0]++;
                    for (Use use : ofColumn) {
                        expected.computeIfAbsent(use.property(), p -> new TreeSet<>())
                                .addAll(FORMS.get(use.form()).apply(cell));
                    }
                }
            });
            // What the institution is called is no word for the search box alone
            Set<String> names =
                    NAMES.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.toSet());
            expected.getOrDefault(HIDDEN, new TreeSet<>()).removeAll(names);
            Set<String> properties = uses.values().stream()
                    .flatMap(List::stream)
                    .map(Use::property)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String property : properties) {
                Set<String> cell = expected.getOrDefault(property, Set.of());
                Set<String> graph = here.getOrDefault(property, Set.of());
                if (!cell.equals(graph)) {
                    wrong.add("line %d, %s: cells %s, graph %s".formatted(line, property, cell, graph));
                }
            }
        });
        System.out.printf(
                "cells of the sample: %d compared, %d left out with a reason, %d findings, %d wrong%n",
                cells[0], cells[1], refused.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(cells[0]).isGreaterThan(1_000);
    }

    private interface EachRow {
        void row(long line, Map<String, String> cells);
    }

    private static void rows(EachRow each) throws IOException {
        try (CsvFile file = CsvFile.open(SOURCE.toString(), SOURCE, Dialect.RFC_4180.withDelimiter(";"))) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < file.header().size(); i++) {
                        cells.put(file.header().get(i), row.text(i));
                    }
                    each.row(row.line(), cells);
                }
            }
        }
    }

    /** {@return by the institution's key and the property, what is said of it and its parts; a count by its year} */
    private static Map<String, Map<String, Set<String>>> said(MappedSample mapped) {
        Map<String, Map<String, Set<String>>> said = new HashMap<>();
        for (Quad quad : mapped.quads()) {
            String subject = quad.subject().text();
            if (subject.startsWith(THING)) {
                String key = subject.substring(THING.length()).replaceFirst("#.*", "");
                String year = subject.contains("#inscrits-") ? subject.replaceFirst(".*-", " ") : "";
                said.computeIfAbsent(key, k -> new HashMap<>())
                        .computeIfAbsent(quad.predicate().value() + year, p -> new TreeSet<>())
                        .add(quad.object().text());
            }
        }
        return said;
    }

    private static Map<String, List<Use>> uses() throws IOException {
        Map<String, List<Use>> uses = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("src/server/src/test/resources/fr/pleiade/mappings/cells.txt"))) {
            String[] parts = line.split(" \\| ");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<Use> ofColumn = uses.computeIfAbsent(parts[0].strip(), column -> new ArrayList<>());
            if (!parts[1].startsWith("-")) {
                String[] property = parts[1].strip().split(":");
                ofColumn.add(new Use(PREFIXES.get(property[0]) + property[1], parts[2].strip()));
            }
        }
        return uses;
    }

    private static Map<String, String> table(String name) {
        try {
            return Files.readAllLines(MAPPING.resolve(name + ".csv")).stream()
                    .map(line -> line.split(",(?=[^,]*$)"))
                    .collect(Collectors.toMap(cells -> cells[0].replace("\"", ""), cells -> cells[1], (a, b) -> a));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
