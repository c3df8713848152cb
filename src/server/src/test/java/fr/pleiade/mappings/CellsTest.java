package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.testing.Needed;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every cell of places and institutions compared with the graph, both ways, in the sample and in the real files: what a cell says is said of
 * its row, and what is said of a row stands in a cell. {@code cells/<dataset>.txt} has for each column the property and how the cell is
 * written in the graph, or why it is left out, and with a plus what is said besides, and why; it was written from the columns' meaning, and
 * knows nothing of the sheet.
 */
class CellsTest {
    private static final Path CELLS = Path.of("src/server/src/test/resources/fr/pleiade/mappings/cells");
    private static final Path MAPPING = Path.of("mappings/etablissements");
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("igeo", "http://rdf.insee.fr/def/geo#"),
            Map.entry("locn", "http://www.w3.org/ns/locn#"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("p", MappedSample.BASE + "vocab/pleiade#"),
            Map.entry("qb", "http://purl.org/linked-data/cube#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("schema", "http://schema.org/"),
            Map.entry("sioc", "http://rdfs.org/sioc/ns#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#"));

    private static final String HIDDEN = PREFIXES.get("skos") + "hiddenLabel";
    private static final List<String> NAMES = List.of("uo_lib", "uo_lib_en", "nom_court", "sigle", "uo_lib_officiel");

    /** The number of a house, or of several, before the name of its street. */
    private static final Pattern HOUSE =
            Pattern.compile("^([0-9]+[A-Z]?(?:(?: et |[/-])[0-9]+)?(?: (?:bis|ter))?)(?:,? +)");

    /** How cells are written: what the graph has of one; nothing where it means no value. */
    private static final Map<String, Function<String, List<String>>> FORMS = new HashMap<>();

    static {
        FORMS.put("text", cell -> List.of(cell.strip().replaceAll(" {2,}", " ")));
        FORMS.put("code", cell -> List.of(cell.replaceAll("[ .-]", "").replaceFirst(".*[/:]", "")));
        FORMS.put("dotted", cell -> List.of(cell.strip().toLowerCase(Locale.ROOT)));
        FORMS.put(
                "bars", cell -> Stream.of(cell.split("[|]")).map(String::strip).toList());
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
        FORMS.put("latitude", cell -> List.of(cell.split(", *")[0]));
        FORMS.put("longitude", cell -> List.of(cell.split(", *")[1]));
        FORMS.put(
                "urban",
                cell -> cell.startsWith("UU")
                        ? List.of(MappedSample.BASE + "id/unite-urbaine/" + cell.substring(2))
                        : List.of());
        FORMS.put(
                "groupuai",
                cell -> Stream.of(cell.split(";"))
                        .filter(code -> !code.contains("::"))
                        .toList());
        FORMS.put(
                "groupdataesr",
                cell -> Stream.of(cell.split(";"))
                        .filter(code -> code.contains("::"))
                        .map(code -> code.replaceFirst(".*:", ""))
                        .toList());
        FORMS.put("phone", cell -> {
            String overseas = cell.matches("0(262|59[046]).*") ? cell.substring(1, 4) : "33"; // La Réunion and so on
            return List.of("+" + overseas + cell.substring(1));
        });
        FORMS.put(
                "house",
                cell -> HOUSE.matcher(cell)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
        FORMS.put("street", cell -> List.of(HOUSE.matcher(cell).replaceFirst("").replaceAll(" {2,}", " ")));
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

    /** What a row is about. */
    private static final Map<String, Function<Map<String, String>, String>> THINGS = Map.of(
            "etablissements", row -> "id/etablissement/" + row.get("etablissement_id_paysage"),
            "departements", row -> "id/departement/" + row.get("DEP"),
            "regions", row -> "id/region/" + row.get("REG"),
            "arrondissements", row -> "id/arrondissement/" + row.get("ARR"),
            "communes",
                    row -> "id/"
                            + Map.of(
                                            "COM", "commune",
                                            "ARM", "arrondissement-municipal",
                                            "COMD", "commune-deleguee",
                                            "COMA", "commune-associee")
                                    .get(row.get("TYPECOM"))
                            + "/" + row.get("COM"),
            "collectivites-outremer",
                    row -> "id/"
                            + Map.of("984", "district", "986", "circonscription-territoriale")
                                    .getOrDefault(row.get("code_collectivite"), "commune")
                            + "/" + row.get("code_commune"));

    /** What becomes of a column. */
    private record Use(String property, String form) {}

    /** What becomes of all columns, which of them are empty, and what is said besides. */
    private record Cells(Map<String, List<Use>> uses, Set<String> empty, Set<String> besides) {}

    @ParameterizedTest
    @CsvSource({
        "etablissements, etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv, ;, 1600, 11600",
        "communes, cog/cog-2024-communes.csv, ',', 1000, 365000",
        "departements, cog/cog-2024-departements.csv, ',', 600, 600",
        "regions, cog/cog-2024-regions.csv, ',', 90, 90",
        "arrondissements, cog/cog-2024-arrondissements.csv, ',', 20, 2600",
        "collectivites-outremer, cog/cog-2024-collectivites-outremer.csv, ',', 40, 400"
    })
    void everyCellIsInTheGraphAndEveryStatementInACell(
            String dataset, String file, String delimiter, int ofTheSample, int ofTheRealFile) throws IOException {
        compare(dataset, Path.of("data"), file, delimiter, ofTheSample);
        compare(dataset, Needed.shared("data"), file, delimiter, ofTheRealFile);
    }

    private static void compare(String dataset, Path sources, String file, String delimiter, int least)
            throws IOException {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings", dataset), sources);
        Cells columns = cells(dataset);
        Set<String> refused = mapped.findings().stream()
                .map(finding -> (Place.InCell) finding.place())
                .map(cell -> cell.line() + " " + cell.column())
                .collect(Collectors.toSet());
        Map<String, Map<String, Set<String>>> said = said(mapped);
        List<String> wrong = new ArrayList<>();
        int[] count = new int[2];
        rows(sources.resolve(file), delimiter, (line, row) -> {
            if (row.getOrDefault("code_collectivite", "").equals("989")) {
                return; // Clipperton, which has no commune: its row is of the collectivity
            }
            Map<String, Set<String>> here =
                    said.getOrDefault(MappedSample.BASE + THINGS.get(dataset).apply(row), new TreeMap<>());
            Map<String, Set<String>> expected = new TreeMap<>();
            row.forEach((column, cell) -> {
                List<Use> ofColumn = columns.uses().get(column);
                if (ofColumn == null) {
                    wrong.add("no word is said of the column " + column);
                } else if (!cell.isEmpty() && columns.empty().contains(column)) {
                    wrong.add("line %d, %s: it is said to be empty: %s".formatted(line, column, cell));
                } else if (!cell.isEmpty() && !refused.contains(line + " " + column)) {
                    count[ofColumn.isEmpty() ? 1 : 0]++;
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
            Set<String> properties = new TreeSet<>(here.keySet());
            properties.addAll(expected.keySet());
            properties.removeAll(columns.besides());
            for (String property : properties) {
                Set<String> cell = expected.getOrDefault(property, Set.of());
                Set<String> graph = here.getOrDefault(property, Set.of());
                if (!cell.equals(graph)) {
                    wrong.add("line %d, %s: cells %s, graph %s".formatted(line, property, cell, graph));
                }
            }
        });
        System.out.printf(
                "cells of %s, %s: %d compared, %d left out with a reason, %d findings, %d wrong%n",
                dataset,
                sources.isAbsolute() ? "the real file" : "the sample",
                count[0],
                count[1],
                refused.size(),
                wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(count[0]).isGreaterThanOrEqualTo(least);
    }

    private interface EachRow {
        void row(long line, Map<String, String> cells);
    }

    private static void rows(Path source, String delimiter, EachRow each) throws IOException {
        try (CsvFile file = CsvFile.open(source.toString(), source, Dialect.RFC_4180.withDelimiter(delimiter))) {
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

    /** {@return by the thing and the property, what is said of it and its parts; a count by its year} */
    private static Map<String, Map<String, Set<String>>> said(MappedSample mapped) {
        Map<String, Map<String, Set<String>>> said = new HashMap<>();
        for (Quad quad : mapped.quads()) {
            String subject = quad.subject().text();
            String year = subject.contains("#inscrits-") ? subject.replaceFirst(".*-", " ") : "";
            said.computeIfAbsent(subject.replaceFirst("#.*", ""), k -> new HashMap<>())
                    .computeIfAbsent(
                            quad.predicate().value() + (quad.predicate().value().endsWith("#inscrits") ? year : ""),
                            p -> new TreeSet<>())
                    .add(quad.object().text());
        }
        return said;
    }

    private static Cells cells(String dataset) throws IOException {
        Cells cells = new Cells(new HashMap<>(), new TreeSet<>(), new TreeSet<>());
        for (String line : Files.readAllLines(CELLS.resolve(dataset + ".txt"))) {
            String[] parts = line.split(" [|] ");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("+ ")) {
                cells.besides().add(iri(parts[0].substring(2)));
                continue;
            }
            List<Use> ofColumn = cells.uses().computeIfAbsent(parts[0].strip(), column -> new ArrayList<>());
            if (parts[1].equals("- empty")) {
                cells.empty().add(parts[0].strip());
            } else if (!parts[1].startsWith("-")) {
                ofColumn.add(new Use(iri(parts[1].strip()), parts[2].strip()));
            }
        }
        return cells;
    }

    private static String iri(String name) {
        String[] parts = name.split(":");
        return PREFIXES.get(parts[0]) + parts[1];
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
